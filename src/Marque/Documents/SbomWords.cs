using Marque.Components;
using Marque.Components.Checks;

namespace Marque.Documents;

/// <summary>Words for what is said of bills of materials.</summary>
public static class SbomWords
{
    /// <summary><c>met</c>, <c>not met</c>, <c>unknown</c>.</summary>
    public static string Of(QualityResult result) => result == QualityResult.NotMet ? "not met" : result.Word();

    /// <summary>What a component is, such as <c>operating system</c>; empty where the file does not say.</summary>
    public static string Of(ComponentKind kind) => kind switch
    {
        ComponentKind.Unspecified => "",
        ComponentKind.OperatingSystem => "operating system",
        ComponentKind.DeviceDriver => "device driver",
        ComponentKind.MachineLearningModel => "machine learning model",
        ComponentKind.CryptographicAsset => "cryptographic asset",
        ComponentKind.Install => "installer",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>Its licences, with commas between; empty where none is stated.</summary>
    public static string Licences(Component component) => string.Join(", ", Stated(component));

    /// <summary>Its licences as stated, each once; what says that nothing is said is left out.</summary>
    public static IEnumerable<string> Stated(Component component) => component.Licences.Select(l => l.Text).Where(t => t is not ("" or "NONE" or "NOASSERTION")).Distinct(StringComparer.Ordinal);

    /// <summary>Who supplies it, else who made or wrote it; empty where nobody is named.</summary>
    public static string Supplier(Component component) => component.Supplier?.Name ?? component.Manufacturer?.Name ?? (component.Publisher is { Length: > 0 } publisher ? publisher : component.Authors is [var author, ..] ? author.Name : "");

    /// <summary>Where it comes from: the type of its package URL, else <c>no package URL</c>.</summary>
    public static string Ecosystem(Component component)
    {
        if (!component.HasPurl) return "no package URL";
        var purl = component.Purl;
        var slash = purl.IndexOf('/', StringComparison.Ordinal);
        return purl.StartsWith("pkg:", StringComparison.OrdinalIgnoreCase) && slash > 4 ? purl[4..slash].ToLowerInvariant() : "malformed package URL";
    }
}
