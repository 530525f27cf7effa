using System.Diagnostics.CodeAnalysis;

namespace Marque.Components.Purls;

/// <summary>A package URL (ECMA-427), in its canonical form: two of them are equal when their canonical texts are.</summary>
public sealed record Purl
{
    private string? text;

    internal Purl(string type, string nameSpace, string name, string version, KeyValuePair<string, string>[] qualifiers, string subpath, string? canonical)
    {
        (Type, Namespace, Name, Version, Qualifiers, Subpath) = (type, nameSpace, name, version, qualifiers, subpath);
        text = canonical;
    }

    /// <summary>The package type, in lower case.</summary>
    public string Type { get; }

    /// <summary>The namespace, decoded, its segments joined by <c>/</c>; empty when there is none.</summary>
    public string Namespace { get; }

    /// <summary>The name, decoded; never empty.</summary>
    public string Name { get; }

    /// <summary>The version, decoded; empty when there is none.</summary>
    public string Version { get; }

    /// <summary>The qualifiers, decoded, in canonical order; none has an empty value, none stands twice.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Qualifiers { get; }

    /// <summary>The subpath, decoded; empty when there is none.</summary>
    public string Subpath { get; }

    /// <summary>Whether its type is registered; an unregistered one has no rules beyond the syntax.</summary>
    public bool IsKnownType => PurlTypes.Of(Type) is not null;

    /// <summary>Reads a package URL and says what is wrong with it or was changed to make it canonical.</summary>
    public static PurlReading Read(string text) => PurlReader.Read(text);

    /// <summary>Reads a package URL; one that breaks a rule of its type is refused.</summary>
    /// <param name="text">The text.</param>
    /// <param name="purl">What it says, in canonical form.</param>
    /// <param name="problem">What is wrong, in words; null when nothing is.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Purl? purl, out string? problem)
    {
        var read = PurlReader.Read(text);
        (purl, problem) = (read.Fault == PurlFault.None ? read.Purl : null, read.Problem);
        return purl is not null;
    }

    /// <summary>Makes a package URL of decoded parts (ECMA-427, building), normalised as its type says.</summary>
    public static PurlReading Build(string type, string? nameSpace, string? name, string? version = null, IEnumerable<KeyValuePair<string, string>>? qualifiers = null, string? subpath = null) =>
        PurlReader.Build(type, nameSpace ?? "", name ?? "", version ?? "", qualifiers ?? [], subpath ?? "");

    /// <summary>The value of a qualifier; null when there is none.</summary>
    public string? Qualifier(string key)
    {
        var list = (KeyValuePair<string, string>[])Qualifiers;
        foreach (var (name, value) in list)
        {
            if (string.Equals(name, key, StringComparison.Ordinal)) return value;
        }

        return null;
    }

    /// <summary>Whether both have the same canonical text.</summary>
    public bool Equals(Purl? other) =>
        other is not null && Type == other.Type && Name == other.Name && Version == other.Version && Namespace == other.Namespace && Subpath == other.Subpath
        && ((KeyValuePair<string, string>[])Qualifiers).AsSpan().SequenceEqual((KeyValuePair<string, string>[])other.Qualifiers);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // All that tells two apart: bills of materials name one package by thousands of qualifiers.
        var hash = new HashCode();
        foreach (var part in (ReadOnlySpan<string>)[Type, Namespace, Name, Version, Subpath]) hash.Add(part, StringComparer.Ordinal);
        foreach (var (key, value) in (KeyValuePair<string, string>[])Qualifiers)
        {
            hash.Add(key, StringComparer.Ordinal);
            hash.Add(value, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>The canonical text.</summary>
    public override string ToString() => text ??= PurlWriter.Write(this);
}
