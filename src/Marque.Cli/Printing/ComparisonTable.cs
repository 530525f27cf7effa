using Marque.Assessments;
using Marque.Cli.Terminal;
using Marque.Comparisons;
using Marque.Documents;

namespace Marque.Cli.Printing;

/// <summary>A comparison for a person at a terminal: the verdicts that moved with what made them, then the inputs that changed.</summary>
internal static class ComparisonTable
{
    private const int MostTurns = 3;
    private const int MostReasons = 4;

    public static void Print(Screen screen, Comparison c)
    {
        screen.Paragraph("", new Bit(c.To.Assessment.Product.Name, Tone.Head));
        screen.Paragraph("from ", Said(c.From, c));
        screen.Paragraph("to   ", Said(c.To, c));
        foreach (var notice in c.To.Assessment.Notices) screen.Paragraph("note: ", notice);
        List<MovedVerdict> main = [.. c.Moved.Where(m => m.Kind is "point" or "obligation" or "check")];
        List<MovedVerdict> items = [.. c.Moved.Where(m => m.Kind is "catalog" or "remainder")];
        screen.Heading($"Points and obligations: {ComparisonText.Count(main)}");
        foreach (var moved in main.OrderBy(m => m.Direction)) Moved(screen, moved, c);
        foreach (var module in c.Modules) screen.Paragraph($"procedure {module.Module}: ", $"{(module.To.Open ? "open" : "closed")} now: {module.To.Because} ({module.To.Basis})");
        if (items.Count > 0) Items(screen, items, c);
        Inputs(screen, c);
    }

    private static Bit Said(Side side, Comparison c)
    {
        var law = c.From.Assessment.LegalSet.Digest == c.To.Assessment.LegalSet.Digest ? "" : $"; legal set {side.Assessment.LegalSet.Version}";
        return new Bit($"{ComparisonText.Of(side)}; as of {AsOf.Words(side.Assessment.AsOf)}{law}; inputs {side.Assessment.Inputs.Short}", Tone.Dim);
    }

    private static void Moved(Screen screen, MovedVerdict moved, Comparison c)
    {
        screen.Line();
        screen.Line(new Bit(moved.Id, Tone.Head), $"  {moved.Title}");
        screen.Line("  ", Mark(screen, moved.From), Arrow(screen), Mark(screen, moved.To), new Bit($"  {moved.Direction.Word()}", Tone.Dim));
        foreach (var turn in moved.Turns.Take(MostTurns)) Turned(screen, moved, turn, c);
        if (moved.Turns.Count > MostTurns) screen.Line(new Bit($"  and {moved.Turns.Count - MostTurns} more entries (--format json)", Tone.Dim));
    }

    private static void Turned(Screen screen, MovedVerdict moved, Turn turn, Comparison c)
    {
        if (turn.What != moved.Id || turn.Parts.Count > 0) screen.Line("  ", ComparisonText.NameOf(turn), ": ", Mark(screen, turn.From), Arrow(screen), Mark(screen, turn.To));
        if (turn.Reasons is not [{ Kind: ReasonKind.Follows }])
        {
            Grounds(screen, "    before: ", turn.Before);
            Grounds(screen, "    now:    ", turn.After);
        }

        foreach (var reason in turn.Reasons.Take(MostReasons))
        {
            var place = reason.Input < 0 ? null : c.Changes[reason.Input].After ?? c.Changes[reason.Input].Before;
            screen.Paragraph("    cause:  ", place is null ? ComparisonText.Of(reason, c) : $"{ComparisonText.Of(reason, c)} ({place})");
        }

        if (turn.Reasons.Count > MostReasons) screen.Line(new Bit($"            and {turn.Reasons.Count - MostReasons} more", Tone.Dim));
    }

    private static void Grounds(Screen screen, string lead, IReadOnlyList<Ground> grounds)
    {
        foreach (var sentence in ComparisonText.Sentences(grounds).Take(2)) screen.Paragraph(new Bit(lead, Tone.Dim), sentence, new string(' ', lead.Length));
    }

    private static void Items(Screen screen, List<MovedVerdict> items, Comparison c)
    {
        screen.Heading($"Catalog and remainder items: {ComparisonText.Count(items)}");
        var table = new Table(new Column("Item"), new Column("Before"), new Column("Now"), new Column("Cause", Wraps: true));
        foreach (var m in items.OrderBy(m => m.Direction)) table.Row(m.Id, Mark(screen, m.From), Mark(screen, m.To), string.Join("; ", m.Turns.SelectMany(t => t.Reasons).Select(r => ComparisonText.Of(r, c)).Distinct(StringComparer.Ordinal).Take(MostReasons)));
        table.Print(screen);
    }

    private static void Inputs(Screen screen, Comparison c)
    {
        screen.Heading(c.Changes.Count == 0 ? "Inputs: none changed" : $"Inputs that changed: {c.Changes.Count}");
        var table = new Table(new Column("Input", Wraps: true), new Column(""), new Column("What", Wraps: true));
        foreach (var change in c.Changes) table.Row(ComparisonText.KindOf(change), new Bit(change.Change.Word(), change.Change switch { Change.Added or Change.CountsNow => Tone.Good, Change.Removed or Change.CountsNoLonger => Tone.Bad, _ => Tone.Fair }), string.Join(" | ", ComparisonText.FieldsOf(change)));
        table.Print(screen);
    }

    private static Bit Mark(Screen screen, Verdict? verdict) => verdict is { } v ? screen.Mark(v) : new Bit("absent", Tone.Dim);

    private static string Arrow(Screen screen) => screen.Unicode ? " → " : " -> ";
}
