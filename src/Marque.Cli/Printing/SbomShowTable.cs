using Marque.Advisories;
using System.Globalization;
using Marque.Cli.Terminal;
using Marque.Components;
using Marque.Components.Licences;
using Marque.Documents;

namespace Marque.Cli.Printing;

/// <summary>What a bill of materials says, for a person: the counts, then what it directly depends on.</summary>
internal static class SbomShowTable
{
    private const int MostRows = 30;
    private const int MostCounts = 6;
    private const int MostUnmatched = 200;
    private const int MostFound = 20;
    private const int MostLicences = 10;

    public static void Print(Screen screen, Sbom sbom)
    {
        Counts(screen, sbom);
        Licences(screen, sbom);
        var direct = sbom.Graph.HasSubject ? sbom.Graph.TopLevel : [];
        if (direct.Count == 0)
        {
            screen.Heading("Components");
            Rows(screen, [.. sbom.Components.Take(MostRows + 1).Where(c => !c.IsSubject).Take(MostRows)], sbom.Listed);
            return;
        }

        screen.Heading("Direct dependencies");
        Rows(screen, [.. direct.Take(MostRows).Select(i => sbom.Components[i])], direct.Count);
    }

    public static void Unmatched(Screen screen, Sbom sbom)
    {
        var unmatched = SbomMatching.Of(sbom).Unmatched;
        screen.Line();
        if (unmatched.Count == 0)
        {
            screen.Line("every component can be looked for in advisories");
            return;
        }

        screen.Line($"{unmatched.Count} of {sbom.Listed} components cannot be matched against advisories");
        foreach (var reason in unmatched.GroupBy(u => u.Reason).OrderBy(g => g.Key)) screen.Line($"  {reason.Count().ToString(CultureInfo.InvariantCulture),6}  {reason.Key.Words()}");
        screen.Line();
        var table = new Table(new Column("Line"), new Column("Component", Wraps: true), new Column("Because", Wraps: true));
        foreach (var one in unmatched.Take(MostUnmatched)) table.Row(one.Component.Line.ToString(CultureInfo.InvariantCulture), SbomHead.Named(one.Component), one.Because);
        table.Print(screen);
        if (unmatched.Count > MostUnmatched) screen.Line(new Bit($"and {unmatched.Count - MostUnmatched} more (--format json)", Tone.Dim));
    }

    /// <summary>Components asked for, each with what needs it.</summary>
    public static void Selected(Screen screen, Sbom sbom, IReadOnlyList<Component> found)
    {
        var ways = new SbomWays(sbom);
        foreach (var component in found.Take(MostFound))
        {
            screen.Line();
            screen.Line(new Bit(SbomHead.Named(component), Tone.Head), new Bit($"  line {component.Line}", Tone.Dim));
            Fact(screen, "package URL", component.Purl);
            Fact(screen, "type", SbomWords.Of(component.Kind));
            Fact(screen, "licences", SbomWords.Licences(component));
            foreach (var licence in component.Licences.Where(l => l.Text is not ("NONE" or "NOASSERTION" or ""))) Fact(screen, "", LicenceReading.Of(licence).Problem);
            Fact(screen, "supplier", SbomWords.Supplier(component));
            foreach (var hash in component.Hashes.Take(4)) Fact(screen, hash.Algorithm, hash.Value);
            var way = ways.To(component.Index);
            Fact(screen, "way", way.Count == 0 ? "none leads here from the subject" : string.Join(screen.Unicode ? " → " : " -> ", way.Select(i => SbomHead.Named(sbom.Components[i]))));
            Fact(screen, "needed by", Names(sbom, [.. ways.NeededBy(component.Index)]));
            Fact(screen, "depends on", Names(sbom, sbom.Graph.DependenciesOf(component.Index)) is { Length: > 0 } names ? names : sbom.Graph.IsStated(component.Index) ? "nothing" : "not stated");
        }

        if (found.Count > MostFound) screen.Line(new Bit($"and {found.Count - MostFound} more (--format json)", Tone.Dim));
    }

    private static void Counts(Screen screen, Sbom sbom)
    {
        var counts = SbomCounts.Of(sbom);
        var graph = sbom.Graph;
        Fact(screen, "made by", string.Join(", ", sbom.Authors.Select(a => a.Name).Where(n => n.Length > 0).Take(3)));
        Fact(screen, "supplier", sbom.Supplier?.Name ?? "");
        Fact(screen, "from", Said(counts.Ecosystems));
        Fact(screen, "licences", Said(counts.Licences));
        Fact(screen, "suppliers", Said(counts.Suppliers));
        Fact(screen, "graph", graph.EdgeCount == 0 ? "the file states no dependencies" : string.Join("; ", ((string?[])[
            graph.HasSubject ? $"{graph.TopLevel.Count} direct" : "no subject",
            $"deepest {SbomCounts.Deepest(sbom)}",
            graph.Unreachable.Count > 0 ? $"{graph.Unreachable.Count} reached by no way" : null,
            graph.Cycles.Count > 0 ? $"{graph.Cycles.Count} {(graph.Cycles.Count == 1 ? "circle" : "circles")}" : null]).OfType<string>()));
        if (sbom.Services.Count > 0) Fact(screen, "services", sbom.Services.Count.ToString(CultureInfo.InvariantCulture));
        if (sbom.Vulnerabilities.Count > 0) Fact(screen, "vulnerabilities", sbom.Vulnerabilities.Count.ToString(CultureInfo.InvariantCulture));
    }

    private static void Licences(Screen screen, Sbom sbom)
    {
        var problems = LicenceProblems.Of(sbom);
        if (problems.Count == 0) return;
        screen.Heading("Licences that are no SPDX identifier or expression");
        var table = new Table(new Column("Licence", Wraps: true), new Column("Because", Wraps: true), new Column("Components"), new Column("First", Wraps: true), new Column("Line"));
        foreach (var problem in problems.Take(MostLicences)) table.Row(problem.Licence, problem.Because, problem.Components.ToString(CultureInfo.InvariantCulture), SbomHead.Named(problem.First), problem.First.Line.ToString(CultureInfo.InvariantCulture));
        table.Print(screen);
        if (problems.Count > MostLicences) screen.Line(new Bit($"and {problems.Count - MostLicences} more (--format json)", Tone.Dim));
    }

    private static void Rows(Screen screen, IReadOnlyList<Component> components, int of)
    {
        var table = new Table(new Column("Component", Wraps: true), new Column("Version", Wraps: true), new Column("From"), new Column("Licence", Wraps: true), new Column("Supplier", Wraps: true));
        foreach (var c in components) table.Row(c.Group.Length > 0 ? $"{c.Group}/{c.Name}" : c.Name, c.Version, SbomWords.Ecosystem(c), SbomWords.Licences(c), SbomWords.Supplier(c));
        table.Print(screen);
        if (of > components.Count) screen.Line(new Bit($"and {of - components.Count} more (--tree, or --format json)", Tone.Dim));
    }

    private static string Said(IReadOnlyList<(string Name, int Count)> counts) =>
        string.Join(", ", counts.Take(MostCounts).Select(c => $"{c.Count} {c.Name}")) + (counts.Count > MostCounts ? $" and {counts.Count - MostCounts} more" : "");

    private static string Names(Sbom sbom, IReadOnlyList<int> indexes) =>
        string.Join(", ", indexes.Take(MostFound).Select(i => SbomHead.Named(sbom.Components[i]))) + (indexes.Count > MostFound ? $" and {indexes.Count - MostFound} more" : "");

    private static void Fact(Screen screen, string name, string text)
    {
        if (text.Length > 0) screen.Paragraph(new Bit($"{name,-12} ", Tone.Dim), new Bit(text), new string(' ', 13));
    }
}
