using System.Globalization;
using Marque.Assessments;
using Marque.Comparisons;

namespace Marque.Documents;

/// <summary>A comparison as a comment on a merge request: what moved, in a table; everything else folded away.</summary>
public static class ComparisonMarkdown
{
    /// <summary>The first line, by which a pipeline finds the comment it wrote before.</summary>
    public const string Marker = "<!-- marque diff -->";

    // Forges refuse long comments (GitHub: 65,536 characters); what is left out is said, with where it stands. The rest is for the lines between the rows.
    private const int MostBytes = 60_000;

    private const int MostRows = 40;

    private const int MostBearings = 5;

    /// <summary>The comment, as UTF-8.</summary>
    /// <param name="c">The comparison.</param>
    /// <param name="inquiry">The questions of a substantial modification, where they are asked.</param>
    public static byte[] Of(Comparison c, ModificationInquiry? inquiry = null)
    {
        var text = new BoundedText(MostBytes);
        List<MovedVerdict> main = [.. c.Moved.Where(m => m.Kind is "point" or "obligation" or "check")];
        List<MovedVerdict> items = [.. c.Moved.Where(m => m.Kind is "catalog" or "remainder")];
        text.Line(Marker);
        text.Line($"### {Markdown.Text(c.To.Assessment.Product.Name)}: {Head(main, items)}");
        text.Line();
        text.Line($"From {Said(c.From)}<br>to {Said(c.To)}");
        if (main.Count > 0) Verdicts(text, main, c);
        if (c.Modules.Count > 0) text.Line();
        Rows(text, c.Modules.Select(m => $"* Procedure {m.Module}: {(m.To.Open ? "open now" : "closed now")}, {Markdown.Text(m.To.Because)} ({Markdown.Text(m.To.Basis)})"), c.Modules.Count);
        if (inquiry is not null) Questions(text, inquiry);
        Fold(text, $"Catalog and remainder items that moved: {N(items.Count)} ({ComparisonText.Count(items)})", items.Count, () => Items(text, items, c));
        Fold(text, $"Inputs that changed: {N(c.Changes.Count)}", c.Changes.Count, () => Inputs(text, c));
        List<string> notices = [.. c.To.Assessment.Notices];
        Fold(text, $"Notes: {N(notices.Count)}", notices.Count, () => Rows(text, notices.Select(n => $"* {Markdown.Text(n)}"), notices.Count));
        return text.ToUtf8();
    }

    private static string Head(List<MovedVerdict> main, List<MovedVerdict> items)
    {
        if (main.Count == 0) return items.Count == 0 ? "no verdict moved" : "no verdict of a point or obligation moved";
        return $"{N(main.Count)} {(main.Count == 1 ? "verdict" : "verdicts")} moved: {ComparisonText.Count(main)}";
    }

    private static string Said(Side side) => $"{Markdown.Text(ComparisonText.Of(side))}, as of {Markdown.Text(side.Assessment.AsOf.Text())}";

    private static void Verdicts(BoundedText text, List<MovedVerdict> moved, Comparison c)
    {
        text.Line();
        text.Line("| | Before | Now | Because |");
        text.Line("|---|---|---|---|");
        Rows(text, moved.OrderBy(m => m.Direction).Select(m => $"| **{Markdown.Text(m.Id)}** {Markdown.Text(m.Title)} | {Mark(m.From)} | {Mark(m.To)} | {Because(m, c)} |"), moved.Count);
    }

    private static string Because(MovedVerdict m, Comparison c)
    {
        var turns = m.Turns.Take(2).Select(turn =>
        {
            var now = ComparisonText.Sentences(turn.After.Count > 0 ? turn.After : turn.Before);
            var name = turn.What == m.Id ? "" : $"{Markdown.Text(ComparisonText.NameOf(turn))}: ";
            var reasons = string.Join("; ", turn.Reasons.Take(3).Select(r => Markdown.Text(ComparisonText.Of(r, c))));
            var ground = turn.Reasons is [{ Kind: ReasonKind.Follows }] ? "" : $"{Markdown.Text(now.Count > 0 ? now[0] : "no longer there")}<br>";
            return $"{name}{ground}<em>{reasons}</em>";
        });
        return $"{string.Join("<br>", turns)}{(m.Turns.Count > 2 ? $"<br>and {N(m.Turns.Count - 2)} more" : "")}";
    }

    private static void Questions(BoundedText text, ModificationInquiry inquiry)
    {
        text.Line();
        text.Line($"**Substantial modification?** {Markdown.Text(ModificationText.Outcome(inquiry))}");
        text.Line();
        text.Line("| Question | What this change shows | Answer |");
        text.Line("|---|---|---|");
        Rows(text, inquiry.Questions.Select(Row), inquiry.Questions.Count);
        text.Line();
        var consequences = inquiry.Consequences.ToList();
        Rows(text, consequences.Select(q => $"* {Markdown.Text(q.What)} ({Markdown.Text(q.Basis)}, {q.Tag.Word()})"), consequences.Count);

        string Row(AskedQuestion asked)
        {
            var shows = ModificationText.Of(asked, inquiry);
            var more = shows.Count > MostBearings ? $"<br>and {N(shows.Count - MostBearings)} more" : "";
            var answer = asked.Answer is { } given ? $"**{ModificationText.Word(given)}**: {Markdown.Text(given.Because)}" : "not answered";
            return $"| {Markdown.Text(asked.Question.Question)} ({Markdown.Text(asked.Question.Basis)}, {asked.Question.Tag.Word()}) | {string.Join("<br>", shows.Take(MostBearings).Select(Markdown.Text))}{more} | {answer} |";
        }
    }

    private static void Items(BoundedText text, List<MovedVerdict> items, Comparison c)
    {
        text.Line("| | Before | Now | Because |");
        text.Line("|---|---|---|---|");
        Rows(text, items.OrderBy(m => m.Direction).Select(m => $"| {Markdown.Text(m.Id)} {Markdown.Text(m.Title)} | {Mark(m.From)} | {Mark(m.To)} | {Because(m, c)} |"), items.Count);
    }

    private static void Inputs(BoundedText text, Comparison c)
    {
        text.Line("| | | What |");
        text.Line("|---|---|---|");
        Rows(text, c.Changes.Select(change => $"| {Markdown.Text(ComparisonText.KindOf(change))} | {change.Change.Word()} | {string.Join("<br>", ComparisonText.FieldsOf(change).Take(4).Select(Markdown.Text))} |"), c.Changes.Count);
    }

    // As many as there is room for, the first ones first.
    private static void Rows(BoundedText text, IEnumerable<string> rows, int count)
    {
        var written = 0;
        foreach (var row in rows.Take(MostRows))
        {
            if (text.TryLine(row)) written++;
        }

        if (written < count) text.Line($"\nand {N(count - written)} more (`--format json`)");
    }

    private static void Fold(BoundedText text, string summary, int count, Action write)
    {
        if (count == 0) return;
        text.Line();
        text.Line($"<details><summary>{summary}</summary>");
        text.Line();
        write();
        text.Line();
        text.Line("</details>");
    }

    private static string Mark(Verdict? verdict) => verdict is { } v ? $"{v.Shape()} {v.Words()}" : "absent";

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);
}
