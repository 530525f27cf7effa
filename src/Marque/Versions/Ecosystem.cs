namespace Marque.Versions;

/// <summary>An ecosystem of the OSV schema, with the release where it has releases (<c>Debian:12</c>).</summary>
/// <param name="Name">Its name, as the OSV schema writes it.</param>
/// <param name="Release">What stands behind the colon; empty when nothing does.</param>
public readonly record struct Ecosystem(string Name, string Release = "")
{
    /// <summary>Reads <c>Name</c> or <c>Name:Release</c>; a name that is not known is kept.</summary>
    public static Ecosystem Parse(string text) =>
        text.IndexOf(':') is var colon and > 0 ? new(text[..colon], text[(colon + 1)..]) : new(text);

    /// <summary>How its versions are ordered.</summary>
    public VersionScheme Scheme => Name is "npm" ? VersionScheme.SemVer : VersionScheme.Unknown;

    /// <inheritdoc/>
    public override string ToString() => Release.Length == 0 ? Name : $"{Name}:{Release}";
}
