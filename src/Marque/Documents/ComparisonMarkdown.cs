using System.Globalization;
using System.Text;
using Marque.Assessments;
using Marque.Comparisons;

namespace Marque.Documents;

/// <summary>A comparison as a comment on a merge request: what moved, in a table; everything else folded away.</summary>
public static class ComparisonMarkdown
{
    /// <summary>The first line, by which a pipeline finds the comment it wrote before.</summary>
    public const string Marker = "<!-- marque diff -->";

    // Forges refuse long comments (GitHub: 65,536 characters); what is left out is said, with where it stands.
    private const int MostRows = 40;

    private const int MostBearings = 5;

    /// <summary>The comment, as UTF-8.</summary>
    /// <param name="c">The comparison.</param>
    /// <param name="inquiry">The questions of a substantial modification, where they are asked.</param>
    public static byte[] Of(Comparison c, ModificationInquiry? inquiry = null)
    {
        var text = new StringBuilder();
        List<MovedVerdict> main = [.. c.Moved.Where(m => m.Kind is "point" or "obligation" or "check")];
        List<MovedVerdict> items = [.. c.Moved.Where(m => m.Kind is "catalog" or "remainder")];
        Line(text, Marker);
        Line(text, $"### {Markdown.Text(c.To.Assessment.Product.Name)}: {Head(main, items)}");
        Line(text);
        Line(text, $"From {Said(c.From)}<br>to {Said(c.To)}");
        if (main.Count > 0) Verdicts(text, main, c);
        foreach (var module in c.Modules) Line(text, $"\nProcedure {module.Module}: {(module.To.Open ? "open now" : "closed now")}, {Markdown.Text(module.To.Because)} ({Markdown.Text(module.To.Basis)})");
        if (inquiry is not null) Questions(text, inquiry);
        Fold(text, $"Catalog and remainder items that moved: {N(items.Count)} ({ComparisonText.Count(items)})", items.Count, () => Items(text, items, c));
        Fold(text, $"Inputs that changed: {N(c.Changes.Count)}", c.Changes.Count, () => Inputs(text, c));
        List<string> notices = [.. c.To.Assessment.Notices];
        Fold(text, $"Notes: {N(notices.Count)}", notices.Count, () =>
        {
            foreach (var notice in notices) Line(text, $"* {Markdown.Text(notice)}");
        });
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Head(List<MovedVerdict> main, List<MovedVerdict> items)
    {
        if (main.Count == 0) return items.Count == 0 ? "no verdict moved" : "no verdict of a point or obligation moved";
        return $"{N(main.Count)} {(main.Count == 1 ? "verdict" : "verdicts")} moved: {ComparisonText.Count(main)}";
    }

    private static string Said(Side side) => $"{Markdown.Text(ComparisonText.Of(side))}, as of {Markdown.Text(side.Assessment.AsOf.Text())}";

    private static void Verdicts(StringBuilder text, List<MovedVerdict> moved, Comparison c)
    {
        Line(text);
        Line(text, "| | Before | Now | Because |");
        Line(text, "|---|---|---|---|");
        foreach (var m in moved.OrderBy(m => m.Direction).Take(MostRows)) Line(text, $"| **{Markdown.Text(m.Id)}** {Markdown.Text(m.Title)} | {Mark(m.From)} | {Mark(m.To)} | {Because(m, c)} |");
        if (moved.Count > MostRows) Line(text, $"\nand {N(moved.Count - MostRows)} more (`--format json`)");
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

    private static void Questions(StringBuilder text, ModificationInquiry inquiry)
    {
        Line(text);
        Line(text, $"**Substantial modification?** {Markdown.Text(ModificationText.Outcome(inquiry))}");
        Line(text);
        Line(text, "| Question | What this change shows | Answer |");
        Line(text, "|---|---|---|");
        foreach (var asked in inquiry.Questions)
        {
            var shows = ModificationText.Of(asked, inquiry);
            var more = shows.Count > MostBearings ? $"<br>and {N(shows.Count - MostBearings)} more" : "";
            var answer = asked.Answer is { } given ? $"**{ModificationText.Word(given)}**: {Markdown.Text(given.Because)}" : "not answered";
            Line(text, $"| {Markdown.Text(asked.Question.Question)} ({Markdown.Text(asked.Question.Basis)}, {asked.Question.Tag.Word()}) | {string.Join("<br>", shows.Take(MostBearings).Select(Markdown.Text))}{more} | {answer} |");
        }

        Line(text);
        foreach (var consequence in inquiry.Consequences) Line(text, $"* {Markdown.Text(consequence.What)} ({Markdown.Text(consequence.Basis)}, {consequence.Tag.Word()})");
    }

    private static void Items(StringBuilder text, List<MovedVerdict> items, Comparison c)
    {
        Line(text, "| | Before | Now | Because |");
        Line(text, "|---|---|---|---|");
        foreach (var m in items.OrderBy(m => m.Direction).Take(MostRows)) Line(text, $"| {Markdown.Text(m.Id)} {Markdown.Text(m.Title)} | {Mark(m.From)} | {Mark(m.To)} | {Because(m, c)} |");
        if (items.Count > MostRows) Line(text, $"\nand {N(items.Count - MostRows)} more (`--format json`)");
    }

    private static void Inputs(StringBuilder text, Comparison c)
    {
        Line(text, "| | | What |");
        Line(text, "|---|---|---|");
        foreach (var change in c.Changes.Take(MostRows))
        {
            var fields = string.Join("<br>", ComparisonText.FieldsOf(change).Take(4).Select(Markdown.Text));
            Line(text, $"| {Markdown.Text(ComparisonText.KindOf(change))} | {change.Change.Word()} | {fields} |");
        }

        if (c.Changes.Count > MostRows) Line(text, $"\nand {N(c.Changes.Count - MostRows)} more (`--format json`)");
    }

    private static void Fold(StringBuilder text, string summary, int count, Action write)
    {
        if (count == 0) return;
        Line(text);
        Line(text, $"<details><summary>{summary}</summary>");
        Line(text);
        write();
        Line(text);
        Line(text, "</details>");
    }

    private static string Mark(Verdict? verdict) => verdict is { } v ? $"{v.Shape()} {v.Words()}" : "absent";

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, string line = "") => text.Append(line).Append('\n');
}
