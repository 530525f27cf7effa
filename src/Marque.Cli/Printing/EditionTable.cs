using Marque.Assessments;
using Marque.Cases;
using Marque.Cli.Terminal;
using Marque.Documents;

namespace Marque.Cli.Printing;

/// <summary>An edition map read against a case, for a person.</summary>
internal static class EditionTable
{
    public static void Print(Screen screen, Assessment a, EditionReading reading)
    {
        var map = reading.Map;
        screen.Line(new Bit($"{map.From} to {map.To}", Tone.Head), $"  edition map {map.Id}, {(map.IsReviewed ? "reviewed" : "a draft that nobody has reviewed")}; {a.Product.Name}{(a.Release is null ? "" : $" {a.Release}")} as of {AsOf.Words(a.AsOf)}");
        if (!reading.IsInForce) screen.Line($"note: the case does not pin {map.To}: nothing is carried over yet. Pin it in marque.yaml: catalogs: {{ {map.To.Catalog}: \"{map.To.Edition}\" }}");
        screen.Line();
        var old = new Table(new Column($"In {map.From.Edition}"), new Column("Fate"), new Column("Becomes", Wraps: true), new Column("Recorded on it", Wraps: true));
        foreach (var o in reading.Old) old.Row(o.Id, o.Entry is { } entry ? new Bit($"{entry.Fate.Word()}{(entry.Meaning == Meaning.Changed ? ", other meaning" : "")}") : new Bit("not said", Tone.Bad), Becomes(o), Recorded(o));
        old.Print(screen);
        screen.Line();
        var now = new Table(new Column($"In {map.To.Edition}"), new Column("From", Wraps: true), new Column("Verdict"), new Column("Answered"), new Column("Left to do", Wraps: true));
        foreach (var n in reading.New) now.Row(n.Id, n.From.Count > 0 ? string.Join(", ", n.From) : n.IsNamed ? "new" : "not said", n.Verdict?.Word() ?? "", n.Answered.Word().Replace('-', ' '), n.Next);
        now.Print(screen);
        screen.Line();
        var left = reading.Old.Count(o => o.Entry is null);
        if (left > 0) screen.Line($"the map does not say what becomes of {left} of {reading.Old.Count}; what is recorded on them counts for nothing");
        var gone = reading.Old.Count(o => o.Entry?.Fate == Fate.Deleted && o.IsRecorded);
        if (gone > 0) screen.Line($"{gone} with something recorded {(gone == 1 ? "is" : "are")} no longer asked by {map.To}; it is kept");
        screen.Line($"{reading.New.Count(n => n.Answered == Answered.Proposed)} proposed and undecided, {reading.New.Count(n => n.Answered == Answered.Decided)} decided, {reading.New.Count(n => n.Answered == Answered.Stated)} stated anew, {reading.New.Count(n => n.Answered == Answered.Open)} open");
    }

    private static string Becomes(OldRequirement o) => o.To.Count > 0 ? string.Join(", ", o.To) : o.Entry?.MovedTo is { Count: > 0 } moved ? $"no longer asked; some of it moved to {string.Join(", ", moved.Select(m => m.Id))}" : o.Entry?.Fate == Fate.Deleted ? "no longer asked" : "";

    private static string Recorded(OldRequirement o)
    {
        List<string> all =
        [
            .. o.Statements.Select(s => $"{s.Status.Word()}{(s.Parts.Count > 0 ? $" ({string.Join(", ", s.Parts)})" : "")} at {s.Place}"),
            .. o.Applicability.Select(e => $"{(e.Applies ? "applies" : "does not apply")} at {e.Place}"),
            .. o.Decisions.Select(d => $"{d.Judgement.Word()} by {d.By} (of the old edition)"),
            .. o.Facts.Count > 0 ? [$"facts: {string.Join(", ", o.Facts)}"] : Array.Empty<string>(),
        ];
        return string.Join("; ", all);
    }
}
