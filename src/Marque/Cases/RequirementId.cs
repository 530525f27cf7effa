using System.Text.RegularExpressions;

namespace Marque.Cases;

/// <summary>A requirement as a case names it: the catalog where it is ambiguous, its edition where another than the pinned one is meant, and the id.</summary>
/// <param name="Catalog">The catalog prefix written before the id (<c>iec62443-4-2</c>), or null.</param>
/// <param name="Item">The id as the catalogs write it: <c>I.2.e</c>, <c>SM-9</c>, <c>CR 3.4 RE(2)</c>.</param>
public readonly partial record struct RequirementId(string? Catalog, string Item)
{
    /// <summary>The edition written behind the catalog (<c>acme@1:REQ-2</c>), with its amendment after a plus sign; null: the pinned one.</summary>
    public string? Edition { get; init; }

    /// <summary>Reads an id in any usual spelling: <c>cra:I.2.e</c>, <c>acme@1:REQ-2</c>, <c>CR 3.4 RE(2)</c>, <c>CR-3.4-RE2</c>, <c>cr 3.4 re 2</c>.</summary>
    public static RequirementId Of(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var catalog = colon > 0 ? text[..colon].Trim() : null;
        var item = Normal(text[(colon > 0 ? colon + 1 : 0)..].Trim());
        var at = catalog?.IndexOf('@', StringComparison.Ordinal) ?? -1;
        return at > 0 ? new(catalog![..at].Trim(), item) { Edition = catalog[(at + 1)..].Trim() } : new(catalog, item);
    }

    /// <summary>The slug used in file names: <c>CR-3.4-RE2</c>.</summary>
    public string Slug => NotInSlugs().Replace(Item.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal), "-");

    private static string Normal(string text)
    {
        var component = ComponentRequirement().Match(text);
        if (component.Success)
        {
            var enhancement = component.Groups["re"].Value;
            return $"{component.Groups["kind"].Value.ToUpperInvariant()} {component.Groups["number"].Value}{(enhancement.Length > 0 ? $" RE({enhancement})" : "")}";
        }

        var process = ProcessRequirement().Match(text);
        return process.Success ? $"{process.Groups["kind"].Value.ToUpperInvariant()}-{process.Groups["number"].Value}" : text;
    }

    /// <summary>As written: with the prefix when it has one.</summary>
    public override string ToString() => Catalog is null ? Item : Edition is null ? $"{Catalog}:{Item}" : $"{Catalog}@{Edition}:{Item}";

    [GeneratedRegex(@"^(?<kind>CR|SAR|EDR|HDR|NDR|CCSC)[ \-]?(?<number>\d+(\.\d+)?)([ \-]*RE[ \-]?\(?(?<re>\d+)\)?)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ComponentRequirement();

    [GeneratedRegex(@"^(?<kind>SM|SR|SD|SI|SVV|DM|SUM|SG)[ \-](?<number>\d+)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ProcessRequirement();

    [GeneratedRegex(@"[^A-Za-z0-9.\-]+", RegexOptions.None, 1000)]
    private static partial Regex NotInSlugs();
}

/// <summary>A requirement id where a case file names it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Place">Where it is written.</param>
public readonly record struct RequirementRef(RequirementId Id, Marque.Text.Place Place);
