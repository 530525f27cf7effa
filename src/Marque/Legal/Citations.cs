using System.Text.RegularExpressions;

namespace Marque.Legal;

/// <summary>Finds citations in words and resolves them against a legal set, so that none is printed that does not exist.</summary>
/// <remarks>
/// Read: <c>Art. 13(8), third subparagraph</c>, <c>Article 14(1) and (3)</c>, <c>Articles 35 to 51</c>, <c>Art. 13(3), third and fourth sentences</c>,
/// <c>Art. 14(7), point (d)</c>, <c>Annex I Part II(1)</c>, <c>Part II, point (8), of Annex I</c>, <c>Annex VIII Part IV(3.1)(a)</c>, and the names of
/// <see cref="LegalSet.Sources"/>. An article that belongs to another act (<c>Article 10(1) of Regulation (EU) No 1025/2012</c>, <c>Regulation (EU) 2025/327, Art. 104</c>) goes with that act.
/// </remarks>
public static partial class Citations
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>Every citation in the words, in their order.</summary>
    /// <param name="set">The legal set.</param>
    /// <param name="words">Words for people, of any length.</param>
    public static IReadOnlyList<CitedText> In(LegalSet set, string words)
    {
        var found = new List<CitedText>();
        var covered = Sources(set, words, found);
        var at = 0;
        while (Lead().Match(words, at) is { Success: true } lead)
        {
            at = lead.Index + lead.Length;
            if (Covers(covered, lead.Index)) continue;
            at = lead.Groups["article"].Success ? Articles(set, words, lead.Index, at, found)
                : lead.Groups["of"].Success ? PartOf(set, words, lead, found)
                : Annexes(set, words, lead, at, found);
        }

        found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    /// <summary>The only citation of a text that is nothing else; an id such as <c>13(8)</c> counts as one.</summary>
    /// <param name="set">The legal set.</param>
    /// <param name="citation">The citation.</param>
    /// <returns>What it names, or null when the text is not one citation or names nothing.</returns>
    public static CitedText? One(LegalSet set, string citation)
    {
        if (set.Provisions.TryGetValue(citation, out var provision)) return new CitedText(citation, 0, provision, provision.Text, null);
        var text = char.IsAsciiDigit(citation.FirstOrDefault()) ? "Art. " + citation : citation;
        return In(set, text) is [{ Resolves: true, Start: 0 } one] && one.Text.Length == text.Length ? one with { Text = citation } : null;
    }

    private static List<Range> Sources(LegalSet set, string words, List<CitedText> found)
    {
        var covered = new List<Range>();
        foreach (var source in set.Sources.OrderByDescending(s => s.Name.Length).ThenBy(s => s.Name, StringComparer.Ordinal))
        {
            for (var at = words.IndexOf(source.Name, StringComparison.Ordinal); at >= 0; at = words.IndexOf(source.Name, at + 1, StringComparison.Ordinal))
            {
                var end = at + source.Name.Length;
                if (Covers(covered, at) || (at > 0 && char.IsLetterOrDigit(words[at - 1])) || (end < words.Length && char.IsLetterOrDigit(words[end]))) continue;
                // "Regulation (EU) 2025/327, Art. 104(1)" and "guidance C(2026) 5252, points 158 and 161" are one citation.
                end += Pinpoint().Match(words, end).Length;
                covered.Add(at..end);
                found.Add(new CitedText(words[at..end], at, null, "", source));
            }
        }

        return covered;
    }

    private static bool Covers(List<Range> covered, int at) => covered.Exists(r => r.Start.Value <= at && at < r.End.Value);

    private static int Articles(LegalSet set, string words, int start, int at, List<CitedText> found)
    {
        var ids = new List<(string Id, int Start, int End)>();
        var article = "";
        while (Unit().Match(words, at) is { Success: true } unit)
        {
            // "(3)" alone after "Article 14(1) and" is another paragraph of the same article.
            if (unit.Groups["number"].Length > 0) article = unit.Groups["number"].Value;
            ids.Add((article + unit.Groups["steps"].Value, ids.Count == 0 ? start : unit.Index, unit.Index + unit.Length));
            at = unit.Index + unit.Length;
            var next = Separator().Match(words, at);
            if (!next.Success || !Unit().IsMatch(words, at + next.Length)) break;
            at += next.Length;
        }

        if (ids.Count == 0) return at;
        var (last, lastStart, _) = ids[^1];
        // The act after "of" takes the citation with it, unless it is the Regulation itself.
        if (Foreign().Match(words, at) is { Success: true } foreign)
        {
            var named = found.FindIndex(f => f.Source is not null && f.Start == foreign.Index + foreign.Length);
            if (named < 0)
            {
                found.Add(new CitedText(words[start..at], start, null, "", null));
                return at + foreign.Length;
            }

            var end = found[named].Start + found[named].Text.Length;
            found[named] = found[named] with { Text = words[start..end], Start = start };
            return end;
        }

        foreach (var (id, from, to) in ids.SkipLast(1)) found.Add(Cite(set, id, words[from..to], from, null));
        var qualifier = Qualifier().Match(words, at);
        if (qualifier.Success && qualifier.Groups["points"].Success)
        {
            // "Art. 14(7), third subparagraph, points (a) to (c)": the points are cited by their own ids.
            foreach (var point in qualifier.Groups["points"].Captures.Select(c => c.Value)) found.Add(Cite(set, last + point, words[lastStart..(at + qualifier.Length)], lastStart, null));
        }
        else
        {
            found.Add(Cite(set, last, words[lastStart..(at + qualifier.Length)], lastStart, qualifier.Success ? qualifier : null));
        }

        return at + qualifier.Length;
    }

    private static int Annexes(LegalSet set, string words, Match lead, int at, List<CitedText> found)
    {
        var start = lead.Index;
        var id = $"Annex {lead.Groups["annex"].Value}{lead.Groups["part"].Value}{lead.Groups["annexSteps"].Value}";
        found.Add(Cite(set, id, words[start..at], start, null));
        while (lead.Groups["plural"].Success && NextAnnex().Match(words, at) is { Success: true } next)
        {
            var own = next.Groups["annex"];
            at = next.Index + next.Length;
            found.Add(Cite(set, $"Annex {own.Value}", own.Value, own.Index, null));
        }

        return at;
    }

    private static int PartOf(LegalSet set, string words, Match lead, List<CitedText> found)
    {
        var end = lead.Index + lead.Length;
        var id = $"Annex {lead.Groups["of"].Value} Part {lead.Groups["ofPart"].Value}{lead.Groups["ofPoint"].Value}";
        found.Add(Cite(set, id, words[lead.Index..end], lead.Index, null));
        return end;
    }

    private static CitedText Cite(LegalSet set, string id, string text, int start, Match? qualifier)
    {
        if (!set.Provisions.TryGetValue(id, out var provision)) return new CitedText(text, start, null, "", null);
        if (qualifier is null) return new CitedText(text, start, provision, provision.Text, null);
        var units = qualifier.Groups["what"].Value.StartsWith("sub", StringComparison.Ordinal) ? provision.Subparagraphs : Sentences().Split(provision.Text);
        var first = Array.IndexOf(Ordinals, qualifier.Groups["first"].Value);
        var last = qualifier.Groups["last"].Success ? Array.IndexOf(Ordinals, qualifier.Groups["last"].Value) : first;
        if (last >= units.Count || first > last) return new CitedText(text, start, provision, "", null);
        var picked = qualifier.Groups["to"].Success ? Enumerable.Range(first, last - first + 1) : new[] { first, last }.Distinct();
        return new CitedText(text, start, provision, string.Join('\n', picked.Select(i => units[i])), null);
    }

    [GeneratedRegex(@"(?<!\w)(?:(?<article>Art(?:icle)?s?\.?)\s+(?=\d)|Part\s+(?<ofPart>[IVX]+)(?:,\s+point\s+(?<ofPoint>(?:\([0-9a-z]+\))+))?,?\s+of\s+Annex\s+(?<of>[IVX]+)(?!\w)|Annex(?<plural>es)?\s+(?<annex>[IVX]+)(?!\w)(?<part>\s+(?:Part|Class)\s+[IVX]+(?!\w))?(?<annexSteps>(?:\((?:\d{1,2}(?:\.\d{1,2})?|[a-z]{1,5})\))*))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\G(?:(?<number>\d{1,3}[a-z]?)(?<steps>(?:\((?:\d{1,2}[a-z]?|[a-z]{1,5})\))*)(?!\w|-\d|\.\d)|(?<number>)(?<steps>\(\d{1,2}[a-z]?\)(?:\([a-z]{1,5}\))*))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unit();

    [GeneratedRegex(@"\G(?:\s*,\s+|,?\s+(?:and|or|to)\s+|\s*[-–]\s*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\G,\s+(?:(?<first>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:\s+(?:and|(?<to>to))\s+(?<last>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))?\s+(?<what>subparagraphs?|sentences?)(?:,\s+points?\s+(?<points>\([a-z]+\))(?:\s+(?:and|to)\s+(?<points>\([a-z]+\)))?)?|points?\s+(?<points>\([a-z]+\))(?:\s+(?:and|to)\s+(?<points>\([a-z]+\)))?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Qualifier();

    [GeneratedRegex(@"\G\s+(?:and\s+|to\s+)(?<annex>[IVX]+)(?!\w)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NextAnnex();

    [GeneratedRegex(@"\G(?:,\s+points?\s+[^,;.]{1,40}?)?,?\s+(?:of|to)\s+(?:the\s+)?(?=(?:(?:Delegated|Implementing)\s+)?(?:Regulation|Directive|Decision)\s)(?!Regulation\s+\(EU\)\s+2024/2847)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\G(?:,\s+(?:Art\.|Article)\s+\d+[a-z]?(?:\([0-9a-z]+\))*(?:\s+and\s+(?:Art\.|Article)\s+\d+[a-z]?(?:\([0-9a-z]+\))*)?|,\s+points?\s+\d+(?:(?:-|,\s+|\s+and\s+)\d+)*|\s+\d+(?:\.\d+)*)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pinpoint();

    [GeneratedRegex(@"(?<=\.)\s+(?=[A-Z‘])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sentences();
}
