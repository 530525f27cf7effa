namespace Marque.Advisories.Matching;

/// <summary>A package to look up for a component.</summary>
/// <param name="Ecosystem">The ecosystem without release, as the OSV schema names it.</param>
/// <param name="Name">The name in it.</param>
/// <param name="Version">The version to judge.</param>
/// <param name="Release">The distribution's release, as <see cref="Releases"/> writes it, or the address of the package repository; empty when not known.</param>
/// <param name="Binary">The name as that of a binary package whose source is not known; empty where it is the name of a source.</param>
internal readonly record struct PackageTarget(string Ecosystem, string Name, string Version, string Release = "", string Binary = "")
{
    /// <summary>Whether it is a repository: <see cref="Version"/> is a commit or a tag then.</summary>
    public bool IsRepository => Ecosystem == "GIT";
}
