using System.Diagnostics.CodeAnalysis;

namespace Marque.Components;

/// <summary>A package URL (ECMA-427), in its canonical form.</summary>
/// <param name="Type">The package type, in lower case.</param>
/// <param name="Namespace">The namespace, decoded; empty when there is none.</param>
/// <param name="Name">The name, decoded.</param>
/// <param name="Version">The version, decoded; empty when there is none.</param>
/// <param name="Qualifiers">The qualifiers, decoded, by key.</param>
/// <param name="Subpath">The subpath, decoded; empty when there is none.</param>
public sealed record Purl(string Type, string Namespace, string Name, string Version, IReadOnlyList<KeyValuePair<string, string>> Qualifiers, string Subpath)
{
    /// <summary>Reads a package URL.</summary>
    /// <param name="text">The text.</param>
    /// <param name="purl">What it says, in canonical form.</param>
    /// <param name="problem">What is wrong, in words; null when nothing is.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Purl? purl, out string? problem)
    {
        (purl, problem) = (null, "not read yet: " + text);
        return false;
    }

    /// <summary>The value of a qualifier; null when there is none.</summary>
    public string? Qualifier(string key) => Qualifiers.FirstOrDefault(q => q.Key == key).Value;

    /// <summary>The canonical form.</summary>
    public override string ToString() => $"pkg:{Type}/{Name}";
}
