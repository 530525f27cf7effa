using Marque.Assessments;
using Marque.Cli.Terminal;
using Marque.Comparisons;
using Marque.Documents;

namespace Marque.Cli.Printing;

/// <summary>A simulation for a person at a terminal. Every line says that it is assumed.</summary>
internal static class SimulationTable
{
    private const string Lead = "ASSUMED ";

    public static void Print(Screen screen, Simulation s)
    {
        var (a, c) = (s.Assumed, s.Against);
        Line(screen, $"{c.From.Assessment.Product.Name}{(c.From.Assessment.Release is { } r ? $", release {r}" : "")}: if {a.Standard.Reference} were cited from {a.From:uuuu-MM-dd}", Tone.Head);
        Line(screen, $"today as of {AsOf.Words(c.From.Assessment.AsOf)}; assumed as of {AsOf.Words(c.To.Assessment.AsOf)}; coverage file {a.Digest.Short}", Tone.Dim);
        Line(screen, "no law, no assessment: never to be frozen, declared or relied on", Tone.Dim);
        foreach (var notice in c.To.Assessment.Notices) Line(screen, $"note: {notice}");
        var table = new Table(new Column(""), new Column("Point"), new Column("Today"), new Column("Assumed"), new Column("Standard", Wraps: true));
        foreach (var (now, then) in c.From.Assessment.Requirements.Zip(c.To.Assessment.Requirements))
        {
            var grounds = SimulationJson.StandardGrounds(s, then.Why);
            table.Row(new Bit("ASSUMED", Tone.Dim), then.Point.Id, screen.Mark(now.Verdict), screen.Mark(then.Verdict), grounds.Count > 0 ? GroundText.Of(grounds[0]) : "");
        }

        screen.Line();
        table.Print(screen);
        screen.Line();
        List<MovedVerdict> main = [.. c.Moved.Where(m => m.Kind is "point" or "obligation" or "check")];
        Line(screen, $"points and obligations: {ComparisonText.Count(main)}", Tone.Head);
        foreach (var m in main) Line(screen, $"{m.Id}: {ComparisonText.Words(m.From)} -> {ComparisonText.Words(m.To)} ({string.Join("; ", m.Turns.SelectMany(t => t.Reasons).Select(x => ComparisonText.Of(x, c)).Distinct(StringComparer.Ordinal).Take(3))})");
        foreach (var module in c.Modules) Line(screen, $"procedure {module.Module}: {(module.To.Open ? "open" : "closed")} then: {module.To.Because} ({module.To.Basis})");
        Clauses(screen, s);
    }

    private static void Clauses(Screen screen, Simulation s)
    {
        screen.Line();
        if (s.Clauses is null)
        {
            Line(screen, $"clauses: no clause catalog says 'for: {s.Assumed.Standard.Reference}', so applied in full cannot be shown");
            return;
        }

        Line(screen, s.Clauses.Count == 0 ? "clauses: every one is demonstrated or validly excluded" : $"clauses still without evidence that counts: {s.Clauses.Count}", Tone.Head);
        foreach (var clause in s.Clauses) Line(screen, $"{clause.What}: {clause.Verdict.Words()}: {Causes.InShort(clause)[0]}");
    }

    private static void Line(Screen screen, string text, Tone tone = Tone.Plain) => screen.Paragraph(new Bit(Lead, Tone.Dim), new Bit(text, tone), Lead);
}
