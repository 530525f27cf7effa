using System.CommandLine;
using Marque.Cases;
using Marque.Cli.Printing;
using Marque.Comparisons;
using Marque.Legal;
using Marque.Text;

namespace Marque.Cli.Comparing;

/// <summary>Answers to the questions of a substantial modification: those given as options, and from the person who sits there the rest.</summary>
internal sealed class Answers(Shell shell, ParseResult parsed, ModificationInquiry inquiry, List<Problem> problems)
{
    private const string Option = "--answer";
    private readonly Interview interview = new(shell, parsed);
    private readonly List<ModificationAnswer> answers = [];

    /// <summary>The answers in the order of the questions; what is wrong or missing goes to the problems.</summary>
    public List<ModificationAnswer> Take(IReadOnlyList<string> given)
    {
        foreach (var text in given) Parse(text);
        if (problems.Count > 0) return answers;
        while (inquiry.Rule.Unanswered(Answer).FirstOrDefault() is { } next)
        {
            if (!interview.Asks)
            {
                foreach (var left in inquiry.Rule.Unanswered(Answer)) Wrong("modification.missing", $"the question '{left.Id}' is not answered: {left.Question}", $"{Option} '{left.Id}=yes: WHY' or {Option} '{left.Id}=no: WHY'");
                break;
            }

            Ask(next);
        }

        return [.. inquiry.Rule.Questions.Select(q => answers.Find(a => a.Question == q.Id)).OfType<ModificationAnswer>()];
    }

    private bool? Answer(string question) => answers.Find(a => a.Question == question)?.IsYes;

    private void Ask(ModificationQuestion question)
    {
        var screen = shell.ErrorScreen();
        screen.Line();
        ModificationTable.Question(screen, inquiry.Questions.First(q => q.Question == question), inquiry);
        var yes = interview.YesNo("Yes or no?");
        answers.Add(new ModificationAnswer(question.Id, yes, interview.Text("Why?"), default));
    }

    private void Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var (id, rest) = equals < 0 ? (text.Trim(), "") : (text[..equals].Trim(), text[(equals + 1)..]);
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        var (word, because) = colon < 0 ? (rest.Trim(), "") : (rest[..colon].Trim(), rest[(colon + 1)..].Trim());
        var known = inquiry.Rule.Questions.Select(q => q.Id).ToList();
        if (!known.Contains(id, StringComparer.Ordinal)) Wrong("modification.question", $"there is no question '{id}'", Nearest.To(id, known) is { } near ? $"did you mean '{near}'?" : $"one of {string.Join(", ", known)}");
        else if (word is not ("yes" or "no")) Wrong("modification.answer", $"'{word}' is no answer to '{id}'", $"write {Option} '{id}=yes: WHY' or {Option} '{id}=no: WHY'");
        else if (because.Length == 0) Wrong("modification.because", $"the answer to '{id}' has no reason", $"write it behind a colon: {Option} '{id}={word}: WHY'");
        else if (answers.Exists(a => a.Question == id)) Wrong("modification.twice", $"'{id}' is answered twice", "keep one answer");
        else answers.Add(new ModificationAnswer(id, word == "yes", because, default));
    }

    private void Wrong(string code, string message, string remedy) => problems.Add(new Problem(new Place(Option), code, message, remedy));
}
