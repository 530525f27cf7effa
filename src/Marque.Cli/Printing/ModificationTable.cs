using Marque.Cli.Terminal;
using Marque.Comparisons;
using Marque.Documents;
using Marque.Legal;

namespace Marque.Cli.Printing;

/// <summary>The questions of a substantial modification with what a comparison shows for each.</summary>
internal static class ModificationTable
{
    private const int MostBearings = 8;

    public static void Print(Screen screen, ModificationInquiry inquiry, Comparison c)
    {
        screen.Heading($"Substantial modification? {inquiry.Release.Version} (Art. 3(30), rule {inquiry.Rule.Rule})");
        screen.Paragraph("", ModificationText.Outcome(inquiry));
        if (ModificationText.Readiness(inquiry, BrusselsDay.AsOf(c.To.Assessment.AsOf)) is { } readiness) screen.Paragraph("", new Bit(readiness, Tone.Dim));
        foreach (var asked in inquiry.Questions)
        {
            screen.Line();
            Question(screen, asked, inquiry);
            if (asked.Answer is { } answer) screen.Paragraph(new Bit($"  {ModificationText.Word(answer)}: ", Tone.Head), answer.Because, "    ");
            else if (inquiry.Unanswered.Contains(asked.Question)) screen.Line(new Bit("  not answered", Tone.Fair));
            else if (asked.Question.Kind == ModificationQuestionKind.Extent) screen.Line(new Bit("  asked where it is one", Tone.Dim));
        }

        Doubts(screen, inquiry, q => inquiry.Release.Modification?.Answer(q));
        Follow(screen, inquiry.Consequences);
        if (ModificationText.Next(inquiry) is { } next)
        {
            screen.Line();
            screen.Paragraph("", next);
        }
    }

    /// <summary>One question: its words, those of the law, what the comparison shows.</summary>
    public static void Question(Screen screen, AskedQuestion asked, ModificationInquiry inquiry)
    {
        var question = asked.Question;
        screen.Paragraph(new Bit($"{question.Id}  ", Tone.Head), question.Question, "  ");
        screen.Paragraph(new Bit("  ", Tone.Dim), new Bit($"\"{question.Words}\" ({question.Basis}, {question.Tag.Word()})", Tone.Dim), "  ");
        var shows = ModificationText.Of(asked, inquiry);
        foreach (var text in shows.Take(MostBearings)) screen.Paragraph("  - ", text);
        if (shows.Count > MostBearings) screen.Line(new Bit($"    and {shows.Count - MostBearings} more (--format json)", Tone.Dim));
    }

    /// <summary>Answers that what is shown speaks against.</summary>
    public static void Doubts(Screen screen, ModificationInquiry inquiry, Func<string, bool?> answer)
    {
        foreach (var asked in inquiry.Doubtful(answer)) screen.Paragraph("note: ", ModificationText.Doubt(asked, inquiry));
    }

    /// <summary>What follows from the answers.</summary>
    public static void Follow(Screen screen, IEnumerable<ModificationConsequence> consequences)
    {
        foreach (var consequence in consequences) screen.Paragraph("  * ", $"{consequence.What} ({consequence.Basis}, {consequence.Tag.Word()})");
    }
}
