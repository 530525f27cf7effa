using System.Text;
using System.Text.RegularExpressions;
using Marque.Legal;

namespace Marque.Cases;

/// <summary>How the ids of a legal set may be written, as patterns that JSON Schema and .NET read alike (ECMA-262, no flags).</summary>
internal static partial class IdSpellings
{
    // What RequirementId normalises, and the shapes of the Regulation's own ids.
    private const string Shape = @"^\s*(?:(?:cra|remainder|iec62443-4-[12])\s*:|I{1,2}\.|\d+\(|Annex |(?:[Cc][Rr]|[Ss][Aa][Rr]|[Ee][Dd][Rr]|[Hh][Dd][Rr]|[Nn][Dd][Rr]|[Cc][Cc][Ss][Cc])[ \-]?\d+(?:\.\d+)?(?:[ \-]*[Rr][Ee][ \-]?\(?\d+\)?)?\s*$|(?:[Ss][Mm]|[Ss][Rr]|[Ss][Dd]|[Ss][Ii]|[Ss][Vv][Vv]|[Dd][Mm]|[Ss][Uu][Mm]|[Ss][Gg])[ \-]\d+\s*$)";

    /// <summary>Whether a text without a catalog looks like an id of the legal set. An item of one's own with such an id is named with its catalog, so that a later legal set cannot change what is meant.</summary>
    public static bool LooksLegal(string text) => ShapePattern().IsMatch(text);

    /// <summary>The pattern of every requirement: an id of the set in any usual spelling, or one that does not look like such an id and may be a case's own.</summary>
    /// <param name="law">The legal set.</param>
    /// <param name="besides">What else may be named; null: nothing.</param>
    public static string Requirement(LegalSet law, IEnumerable<string>? besides = null)
    {
        List<string> forms =
        [
            Prefixed("cra", law.Points.Select(p => p.Id).Concat(law.Obligations.Select(o => o.Id)).Select(Literal)),
            Prefixed("remainder", law.Remainder.Select(r => Literal(r.Id))),
            .. law.Catalogs.GroupBy(c => c.Id, StringComparer.Ordinal).Select(g => Prefixed(g.Key, Items(g.SelectMany(c => c.Items).Select(i => i.Id)))),
            .. (besides ?? []).Select(Literal),
        ];
        return $@"^(?!{Shape[1..]})|^\s*(?:{string.Join('|', forms)})\s*$";
    }

    /// <summary>The pattern of exactly these ids, each with or without its catalog.</summary>
    public static string Only(params ReadOnlySpan<(string Catalog, IEnumerable<string> Ids)> groups)
    {
        var forms = new List<string>();
        foreach (var (catalog, ids) in groups)
        {
            List<string> some = [.. ids.Select(Literal)];
            if (some.Count > 0) forms.Add(Prefixed(catalog, some));
        }

        return $@"^\s*(?:{string.Join('|', forms)})\s*$";
    }

    /// <summary>A text as a pattern that matches it alone.</summary>
    public static string Literal(string text)
    {
        var pattern = new StringBuilder();
        foreach (var c in text)
        {
            // Only what has a meaning may be escaped: the others are errors in patterns read as Unicode.
            if (@"\^$.|?*+()[]{}/".Contains(c, StringComparison.Ordinal)) pattern.Append('\\');
            pattern.Append(c);
        }

        return pattern.ToString();
    }

    private static string Prefixed(string catalog, IEnumerable<string> forms) => $@"(?:{Literal(catalog)}\s*:\s*)?(?:{string.Join('|', forms)})";

    // "CR 3.4 RE(2)" is also written cr-3.4-re2; an enhancement's number hangs on its base's.
    private static IEnumerable<string> Items(IEnumerable<string> ids)
    {
        var read = ids.Select(id => (Id: id, Match: Component().Match(id))).ToList();
        foreach (var same in read.Where(r => r.Match.Success).GroupBy(r => (Kind: r.Match.Groups["kind"].Value, Number: r.Match.Groups["number"].Value)))
        {
            List<string> enhancements = [.. same.Select(r => r.Match.Groups["re"].Value).Where(re => re.Length > 0)];
            var hasBase = same.Any(r => r.Match.Groups["re"].Value.Length == 0);
            var more = enhancements.Count == 0 ? "" : $@"(?:[ \-]*[Rr][Ee][ \-]?\(?(?:{string.Join('|', enhancements)})\)?){(hasBase ? "?" : "")}";
            yield return $@"{AnyCase(same.Key.Kind)}[ \-]?{Literal(same.Key.Number)}{more}";
        }

        foreach (var (id, _) in read.Where(r => !r.Match.Success))
        {
            var process = Process().Match(id);
            yield return process.Success ? $@"{AnyCase(process.Groups["kind"].Value)}[ \-]{process.Groups["number"].Value}" : Literal(id);
        }
    }

    private static string AnyCase(string word) => string.Concat(word.Select(c => $"[{char.ToUpperInvariant(c)}{char.ToLowerInvariant(c)}]"));

    [GeneratedRegex(Shape, RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ShapePattern();

    [GeneratedRegex(@"^(?<kind>CR|SAR|EDR|HDR|NDR|CCSC) (?<number>\d+(\.\d+)?)( RE\((?<re>\d+)\))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Component();

    [GeneratedRegex(@"^(?<kind>SM|SR|SD|SI|SVV|DM|SUM|SG)-(?<number>\d+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Process();
}
