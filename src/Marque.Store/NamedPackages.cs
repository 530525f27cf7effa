using Marque.Components.Purls;

namespace Marque.Store;

/// <summary>What a bill of materials names by package URLs: suppliers state things of products, and of components inside them.</summary>
/// <param name="subjects">What it describes.</param>
/// <param name="components">What it lists; looked at when it is asked for.</param>
public sealed class NamedPackages(IEnumerable<Purl> subjects, IEnumerable<Purl> components)
{
    private readonly Purl[] subjects = [.. subjects];
    private readonly Lazy<ILookup<(string, string, string), string>> all = new(() => subjects.Concat(components).ToLookup(p => (p.Type, p.Namespace, p.Name), p => p.Version));

    /// <summary>Nothing is named.</summary>
    public static NamedPackages None { get; } = new([], []);

    /// <summary>Whether it describes, or lists, a product that a supplier means.</summary>
    internal bool Has(string purl, string version) => Purl.Read(purl).Purl is { } stated && all.Value[(stated.Type, stated.Namespace, stated.Name)].Any(v => IsVersion(stated, version, v));

    /// <summary>Whether it describes that product.</summary>
    internal bool IsSubject(string purl, string version) => Array.Exists(subjects, s => Is(purl, version, s));

    /// <summary>Whether a supplier means that package: the same type, namespace and name, and the version where one is stated.</summary>
    internal static bool Is(string purl, string version, Purl package) =>
        Purl.Read(purl).Purl is { } stated && stated.Type == package.Type && stated.Namespace == package.Namespace && stated.Name == package.Name && IsVersion(stated, version, package.Version);

    private static bool IsVersion(Purl stated, string version, string present) => stated.Version.Length > 0 ? stated.Version == present : version.Length == 0 || version == present;
}
