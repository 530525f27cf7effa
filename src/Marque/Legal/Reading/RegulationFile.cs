using System.Text;
using NodaTime;

namespace Marque.Legal.Reading;

/// <summary>Reads <c>marque/legal-regulation/v1</c>: the Regulation's words as a tree of articles, paragraphs and points.</summary>
internal static class RegulationFile
{
    public static void Read(Entry root, Parts parts)
    {
        if (root.Nested("act") is not { } act)
        {
            root.Problem("act", "legal.missing-key", "'act' is missing");
            return;
        }

        var eli = act.Text("eli");
        var inForce = act.Date("inForce");
        act.Text("title");
        act.Text("short");
        act.Text("published");
        foreach (var corrigendum in act.Each("corrigenda"))
        {
            parts.Refer(corrigendum, "reference", Refers.Citation);
            corrigendum.Text("effect");
            corrigendum.Done();
        }

        act.Done();
        foreach (var top in root.Each("provisions")) Node(top, parts, new Inherited(eli, inForce, top.Date("appliesFrom")));
    }

    private readonly record struct Inherited(string Eli, LocalDate InForce, LocalDate AppliesFrom);

    private readonly record struct Composed(string Label, string Text, bool InForce);

    // A node and, below it, its points; returns its words for the node above.
    private static Composed Node(Entry node, Parts parts, Inherited inherited)
    {
        var id = node.Text("id");
        var label = node.Optional("label") ?? "";
        var heading = node.Optional("title");
        var corrigenda = parts.ReferEach(node, "corrigenda", Refers.Citation);
        var from = node.OptionalDate("wordingFrom");
        var by = parts.ReferIfAny(node, "by", Refers.Citation);
        var (text, subparagraphs) = Body(node, parts, inherited);
        var wordings = node.Each("wordings").ToList();
        node.OptionalDate("appliesFrom");
        node.Ignore("notes");
        node.Done();

        var provision = new Provision(id, inherited.Eli, text, (inherited.AppliesFrom, null), corrigenda)
        {
            Heading = heading,
            Subparagraphs = subparagraphs,
            Wording = (from ?? inherited.InForce, wordings.Count > 0 ? wordings[0].OptionalDate("from")?.PlusDays(-1) : null),
            AmendedBy = by,
        };
        var current = provision;
        if (wordings.Count > 0 || from is not null) parts.Wordings.Add(provision);
        for (var i = 0; i < wordings.Count; i++)
        {
            var (words, groups) = Body(wordings[i], parts, inherited);
            var since = wordings[i].Date("from");
            var until = i + 1 < wordings.Count ? wordings[i + 1].OptionalDate("from")?.PlusDays(-1) : null;
            var later = provision with { Text = words, Subparagraphs = groups, Wording = (since, until), AmendedBy = parts.Refer(wordings[i], "by", Refers.Citation), Corrigenda = [] };
            wordings[i].Done();
            if (since <= provision.Wording.From) wordings[i].Problem("from", "legal.order", "the wordings are not in order of effect");
            if (since <= parts.AsOf) current = later;
            parts.Wordings.Add(later);
        }

        if (!parts.Provisions.TryAdd(id, current)) node.Problem("id", "legal.duplicate-id", $"the provision '{id}' stands there twice");
        return new Composed(label, current.Text, current.Wording.From <= parts.AsOf);
    }

    // Texts start a subparagraph unless they go on in lower case after a list (16(2), third subparagraph); points belong to the subparagraph before them.
    private static (string Text, IReadOnlyList<string> Subparagraphs) Body(Entry node, Parts parts, Inherited inherited)
    {
        var all = new StringBuilder();
        var starts = new List<int>();
        foreach (var (text, child) in node.Mixed("body"))
        {
            if (text is not null)
            {
                if (all.Length > 0) all.Append('\n');
                if (starts.Count == 0 || !char.IsLower(text.FirstOrDefault(char.IsLetter, 'a'))) starts.Add(all.Length);
                all.Append(text);
            }
            else if (child is not null && Node(child, parts, inherited) is { InForce: true } point)
            {
                if (all.Length > 0) all.Append('\n');
                if (point.Label.Length > 0) all.Append(point.Label).Append(' ');
                all.Append(point.Text);
            }
        }

        var whole = all.ToString();
        if (whole.Length == 0) node.Problem("body", "legal.missing-key", "a provision without words");
        if (starts.Count == 0) return (whole, []);
        var subparagraphs = new string[starts.Count];
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] - 1 : whole.Length;
            subparagraphs[i] = starts[i] == 0 && end == whole.Length ? whole : whole[starts[i]..end];
        }

        return (whole, subparagraphs);
    }
}
