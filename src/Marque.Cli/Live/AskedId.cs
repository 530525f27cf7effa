using System.Text.RegularExpressions;
using Marque.Advisories;

namespace Marque.Cli.Live;

/// <summary>The id of a vulnerability as a person types it.</summary>
internal static partial class AskedId
{
    /// <summary>The id as the feeds write it: CVE and EUVD ids in upper case, GHSA ids in lower case behind their prefix. What a feed knows as it is typed stays so.</summary>
    /// <param name="store">The store.</param>
    /// <param name="index">Its advisories.</param>
    /// <param name="typed">What was typed.</param>
    /// <returns>Null: it is no id that a feed knows, and none by its form.</returns>
    public static string? Of(Store.Store store, AdvisoryIndex index, string typed)
    {
        var text = typed.Trim();
        if (IsKnown(store, index, text)) return text;
        var usual = text.ToUpperInvariant() switch
        {
            var upper when upper.StartsWith("GHSA-", StringComparison.Ordinal) => $"GHSA-{text[5..].ToLowerInvariant()}",
            var upper when upper.StartsWith("CVE-", StringComparison.Ordinal) || upper.StartsWith("EUVD-", StringComparison.Ordinal) || IsKnown(store, index, upper) => upper,
            _ => text,
        };
        return IsKnown(store, index, usual) || (Own(usual) ?? Other().IsMatch(usual)) ? usual : null;
    }

    private static bool IsKnown(Store.Store store, AdvisoryIndex index, string id) => id.Length > 0 && (index.ById(id, upstream: true).Any() || store.CveOf(id) is not null);

    // Whether it is one by the rules of its publisher; null: the publisher is another.
    private static bool? Own(string id) => id[..(id.IndexOf('-', StringComparison.Ordinal) + 1)] switch
    {
        "CVE-" => Cve().IsMatch(id),
        "GHSA-" => Ghsa().IsMatch(id),
        "EUVD-" => Euvd().IsMatch(id),
        _ => null,
    };

    [GeneratedRegex(@"^CVE-[0-9]{4}-[0-9]{4,19}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cve();

    [GeneratedRegex(@"^GHSA(-[2-9a-z]{4}){3}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ghsa();

    [GeneratedRegex(@"^EUVD-[0-9]{4}-[0-9]{1,19}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Euvd();

    // The databases of the OSV schema, "id": a prefix, a hyphen, and something with a digit.
    [GeneratedRegex(@"^(openSUSE|[A-Z][A-Z0-9]*)-(?=.*[0-9])[A-Za-z0-9.:_+-]+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Other();
}
