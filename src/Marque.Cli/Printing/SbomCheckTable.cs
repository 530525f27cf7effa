using Marque.Advisories;
using System.Globalization;
using Marque.Cli.Terminal;
using Marque.Components;
using Marque.Components.Checks;
using Marque.Components.Conformance;
using Marque.Documents;
using Marque.Outside;

namespace Marque.Cli.Printing;

/// <summary>The checks of a bill of materials for a person: the law first, then what is missing by who can mend it.</summary>
internal static class SbomCheckTable
{
    private const int WideFrom = 120;
    private const int MostProblems = 10;
    private const int MostLines = 3;

    public static void Print(Screen screen, ReadSbom input, ConformanceResult conformance, IReadOnlyList<QualityCheck> checks, bool inDetail)
    {
        SbomHead.Print(screen, input.Sbom);
        Conforms(screen, conformance, input);
        var unmatched = SbomMatching.Of(input.Sbom).Unmatched.Count;
        if (unmatched > 0) screen.Line(unmatched >= input.Sbom.Listed ? $"none of {Count(input.Sbom.Listed, "component")} can be matched against advisories" : $"{unmatched} of {Count(input.Sbom.Listed, "component")} cannot be matched against advisories", new Bit("  (marque sbom show FILE --unmatched)", Tone.Dim));
        foreach (var set in checks.GroupBy(c => c.Set).Where(g => g.Key.Tag == "LAW")) Law(screen, set.Key, [.. set]);
        var practice = checks.Where(c => c.Set.Tag != "LAW").ToList();
        if (inDetail) foreach (var set in practice.GroupBy(c => c.Set)) Detail(screen, set.Key, [.. set]);
        else Practice(screen, practice);
        if (!conformance.Conforms) ProblemsOf(screen, conformance, input);
        NotUnderstood(screen, input);
    }

    private static void Conforms(Screen screen, ConformanceResult conformance, ReadSbom input)
    {
        if (conformance.Conforms) screen.Line(new Bit("conforms to its specification", Tone.Good));
        else screen.Line(new Bit($"{Count(conformance.Problems.Count(p => p.Demand != Demand.Note) + conformance.Further, "problem")} against its specification", Tone.Bad), ", below");
        if (input.Sbom.FindingCount > 0) screen.Line(new Bit($"{Count(input.Sbom.FindingCount, "thing")} in it not understood", Tone.Fair), ", below");
    }

    private static void Law(Screen screen, QualityRuleSet set, IReadOnlyList<QualityCheck> checks)
    {
        screen.Heading($"The law: {set.Title}");
        var table = new Table(new Column("Check", Wraps: true), new Column("Result"), new Column("Because", Wraps: true), new Column("Source"));
        foreach (var check in checks) table.Row(check.Rule.Title, Mark(check.Result), check.Because, check.Rule.Source);
        table.Print(screen);
        foreach (var check in checks.Where(c => c.Result != QualityResult.Met))
        {
            Examples(screen, check, "  ");
            screen.Paragraph(new Bit($"  {check.Rule.Id}: "), new Bit(check.Rule.Remedy), "      ");
        }
    }

    // What is met is counted; what is not is told to whoever can mend it.
    private static void Practice(Screen screen, List<QualityCheck> checks)
    {
        if (checks.Count == 0) return;
        screen.Heading("Practice (never lowers what the law says)");
        var counts = new Table(new Column("Source", Wraps: true), new Column("Edition"), new Column("Met"), new Column("Not met"), new Column("Unknown"));
        foreach (var set in checks.GroupBy(c => c.Set)) counts.Row(set.Key.Title, set.Key.Date, Of(set, QualityResult.Met), Of(set, QualityResult.NotMet), Of(set, QualityResult.Unknown));
        counts.Print(screen);
        foreach (var (owner, heading) in ((QualityOwner, string)[])[(QualityOwner.Tool, "What the tool that wrote the file could write"), (QualityOwner.Manufacturer, "What only the manufacturer knows")])
        {
            var falling = checks.Where(c => c.FallsShort && c.Rule.Owner == owner).ToList();
            if (falling.Count == 0) continue;
            screen.Heading(heading);
            var wide = screen.Width >= WideFrom;
            Column[] columns = [new("Check"), new("Result"), new("Because", Wraps: true)];
            var table = new Table(wide ? [.. columns, new Column("What would be right", Wraps: true)] : columns);
            // What falls short alike stands in one row; where there is room for remedies, each has its own.
            foreach (var alike in falling.OrderBy(c => c.Result).GroupBy(c => (c.Result, c.Because, wide ? c.Rule.Remedy : "")))
            {
                var ids = alike.Select(c => c.Rule.Id).ToList();
                for (var i = 0; i < ids.Count; i++)
                {
                    Bit[] cells = i == 0 ? [ids[i], Mark(alike.Key.Result), alike.Key.Because] : [ids[i], "", ""];
                    table.Row(wide ? [.. cells, new Bit(i == 0 ? alike.First().Rule.Remedy : "", Tone.Dim)] : cells);
                }
            }

            table.Print(screen);
        }

        screen.Line();
        screen.Line(new Bit("components are counted with the subject; which of them miss something: --only bsi, ntia or cisa", Tone.Dim));

        static string Of(IEnumerable<QualityCheck> of, QualityResult result) => of.Count(c => c.Result == result).ToString(CultureInfo.InvariantCulture);
    }

    private static void Detail(Screen screen, QualityRuleSet set, IReadOnlyList<QualityCheck> checks)
    {
        screen.Heading($"{set.Title}, {(set.Version == set.Date ? "" : $"version {set.Version}, ")}{set.Date}");
        screen.Paragraph("", new Bit($"as of {set.AsOf}; read from {set.ReadFrom}", Tone.Dim));
        foreach (var check in checks)
        {
            screen.Line();
            screen.Line(new Bit(check.Rule.Id, Tone.Head), "  ", Mark(check.Result), new Bit($"  {check.Rule.Source}; {check.Rule.Level.Word()}; {(check.Rule.Owner == QualityOwner.Tool ? "the tool's" : "the manufacturer's")}", Tone.Dim));
            screen.Paragraph("  ", $"{check.Rule.Title}: {check.Because}");
            if (check.Result == QualityResult.Met) continue;
            Examples(screen, check, "  ");
            screen.Paragraph(new Bit("  would be right: ", Tone.Dim), new Bit(check.Rule.Remedy, Tone.Dim), "      ");
        }
    }

    private static void Examples(Screen screen, QualityCheck check, string indent)
    {
        foreach (var example in check.Examples) screen.Line(indent, new Bit($"line {example.Place.Line.ToString(CultureInfo.InvariantCulture),-6} {example.Name}"), new Bit(example.Because.Length > 0 ? $"  {example.Because}" : "", Tone.Dim));
        if (check.Failing > check.Examples.Count && check.Examples.Count > 0) screen.Line(new Bit($"{indent}and {check.Failing - check.Examples.Count} more", Tone.Dim));
    }

    private static void ProblemsOf(Screen screen, ConformanceResult conformance, ReadSbom input)
    {
        screen.Heading("Against its specification");
        var problems = conformance.Problems.Where(p => p.Demand != Demand.Note).ToList();
        Lines(screen, [.. problems.Select(p => (p.Remedy.Length > 0 ? $"{p.Message}; {p.Remedy}" : p.Message, new Text.Place(input.Shown, p.Line)))], conformance.Further);
    }

    private static void NotUnderstood(Screen screen, ReadSbom input)
    {
        if (input.Sbom.FindingCount == 0) return;
        screen.Heading("Not understood");
        Lines(screen, [.. input.Sbom.Findings.Select(f => (f.Message, f.Place))], input.Sbom.FindingCount - input.Sbom.Findings.Count);
    }

    // What is said several times stands once, with where.
    private static void Lines(Screen screen, List<(string Text, Text.Place Place)> said, long further)
    {
        var alike = said.GroupBy(s => s.Text, StringComparer.Ordinal).ToList();
        var table = new Table(new Column("Where", Wraps: true), new Column("What", Wraps: true));
        foreach (var one in alike.Take(MostProblems))
        {
            var places = one.Select(o => o.Place).Where(p => p.Line > 0).Select(p => p.Column > 0 ? $"{p.Line}:{p.Column}" : p.Line.ToString(CultureInfo.InvariantCulture)).Distinct(StringComparer.Ordinal).ToList();
            table.Row(places.Count == 0 ? "file" : $"line {string.Join(", ", places.Take(MostLines))}{(places.Count > MostLines ? $" and {places.Count - MostLines} more" : "")}", one.Key);
        }

        table.Print(screen);
        var more = said.Count - alike.Take(MostProblems).Sum(a => a.Count()) + further;
        if (more > 0) screen.Line(new Bit($"and {more} more (--format json)", Tone.Dim));
    }

    public static Bit Mark(QualityResult result) => new(SbomWords.Of(result), result switch { QualityResult.Met => Tone.Good, QualityResult.NotMet => Tone.Bad, _ => Tone.Blank });

    private static string Count(long count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
