using System.CommandLine;
using Marque.Cli.Terminal;
using Marque.Documents;
using Marque.Text;

namespace Marque.Cli;

/// <summary>Answers from options or, where an option is absent and a person sits there, from questions. Without a person every required answer that is missing is named in one run.</summary>
internal sealed class Interview(Shell shell, ParseResult parsed)
{
    private readonly List<Problem> problems = [];
    private readonly Screen screen = shell.ErrorScreen();

    /// <summary>Whether there is somebody to ask.</summary>
    public bool Asks { get; } = shell.InputIsTerminal;

    /// <summary>Required answers that neither an option nor a person gave, and answers that are none.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Words for the person, where there is one.</summary>
    public void Say(string text)
    {
        if (Asks) screen.Paragraph("", text);
    }

    /// <summary>One of several things to know, for the person, where there is one.</summary>
    public void Item(string name, string text)
    {
        if (Asks) screen.Paragraph($"  {name,-8}  ", text);
    }

    /// <summary>A heading for the person, where there is one.</summary>
    public void Head(string text)
    {
        if (Asks) screen.Heading(text);
    }

    /// <summary>A text; null when it is not given and need not be.</summary>
    /// <param name="option">The option.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="required">Whether there must be an answer.</param>
    /// <param name="otherwise">The answer of somebody who only confirms.</param>
    /// <param name="wrong">What is wrong with an answer and what would be right; null: nothing.</param>
    public string? Text(Option<string?> option, string question, bool required = false, string? otherwise = null, Func<string, (string Message, string Remedy)?>? wrong = null)
    {
        if (parsed.GetValue(option) is { } given)
        {
            if (wrong?.Invoke(given.Trim()) is var (message, remedy)) Wrong(option, message, remedy);
            return given.Trim();
        }

        if (!Asks)
        {
            if (required && otherwise is null) Missing(option, question);
            return otherwise;
        }

        for (; ; )
        {
            var answer = Ask(otherwise is null ? question : $"{question} [{otherwise}]");
            if (answer.Length > 0 && wrong?.Invoke(answer) is var (message, remedy))
            {
                Say($"{message}: {remedy}.");
                continue;
            }

            if (answer.Length > 0) return answer;
            if (otherwise is not null || !required) return otherwise;
            Say("An answer is needed here.");
        }
    }

    /// <summary>Yes or no.</summary>
    public bool? YesNo(Option<bool?> option, string question, bool? otherwise = null)
    {
        if (parsed.GetValue(option) is { } given) return given;
        if (!Asks)
        {
            if (otherwise is null) Missing(option, question);
            return otherwise;
        }

        for (; ; )
        {
            switch (Ask($"{question} {(otherwise switch { true => "[Y/n]", false => "[y/N]", _ => "[y/n]" })}").ToLowerInvariant())
            {
                case "y" or "yes": return true;
                case "n" or "no": return false;
                case "" when otherwise is not null: return otherwise;
                default: Say("Answer y or n."); break;
            }
        }
    }

    /// <summary>One of several words.</summary>
    public string? Choice(Option<string?> option, string question, IReadOnlyList<(string Word, string Text)> choices, string? otherwise, Action<string>? more = null)
    {
        if (parsed.GetValue(option) is { } given) return Known(given, choices, new Place(option.Name));
        if (!Asks) return otherwise;
        var width = choices.Max(c => c.Word.Length);
        foreach (var (word, text) in choices) screen.Paragraph($"  {word.PadRight(width)}  ", text);
        for (; ; )
        {
            var answer = Ask(otherwise is null ? question : $"{question} [{otherwise}]");
            if (answer.Length == 0 && otherwise is not null) return otherwise;
            if (more is not null && answer.StartsWith('?'))
            {
                more(answer[1..].Trim());
                continue;
            }

            if (choices.FirstOrDefault(c => string.Equals(c.Word, answer, StringComparison.OrdinalIgnoreCase)).Word is { } found) return found;
            Say(Nearest.To(answer, choices.Select(c => c.Word)) is { } near ? $"There is no '{answer}'; did you mean {near}?" : $"One of {string.Join(", ", choices.Select(c => c.Word))}.");
        }
    }

    /// <summary>Several answers: every option given, or a line each until an empty one.</summary>
    /// <param name="option">The option.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="required">Whether there must be one.</param>
    /// <param name="wrong">What is wrong with an answer after the earlier ones and what would be right; null: nothing.</param>
    public IReadOnlyList<string> Several(Option<string[]> option, string question, bool required, Func<string, IReadOnlyList<string>, (string Message, string Remedy)?> wrong)
    {
        if (parsed.GetValue(option) is { Length: > 0 } given)
        {
            foreach (var (message, remedy) in given.Select((g, i) => wrong(g, given[..i])).OfType<(string, string)>()) Wrong(option, message, remedy);
            return given;
        }

        if (!Asks)
        {
            if (required) Missing(option, question);
            return [];
        }

        var answers = new List<string>();
        for (; ; )
        {
            var answer = Ask(answers.Count == 0 ? question : "another, or nothing");
            if (answer.Length > 0 && wrong(answer, answers) is var (message, remedy)) Say($"{message}: {remedy}.");
            else if (answer.Length > 0) answers.Add(answer);
            else if (answers.Count > 0 || !required) return answers;
            else Say("At least one is needed.");
        }
    }

    /// <summary>An answer that is none.</summary>
    public void Wrong(Option option, string message, string remedy) => problems.Add(new Problem(new Place(option.Name), "init.answer", message, remedy));

    /// <summary>A question without an option that must have an answer; only for a person.</summary>
    /// <exception cref="OperationCanceledException">The person left.</exception>
    public string Text(string question)
    {
        for (; ; )
        {
            if (Ask(question) is { Length: > 0 } answer) return answer;
            Say("An answer is needed here.");
        }
    }

    /// <summary>Yes or no, without an option; only for a person.</summary>
    /// <exception cref="OperationCanceledException">The person left.</exception>
    public bool YesNo(string question)
    {
        for (; ; )
        {
            switch (Ask($"{question} [y/n]").ToLowerInvariant())
            {
                case "y" or "yes": return true;
                case "n" or "no": return false;
                default: Say("Answer y or n."); break;
            }
        }
    }

    /// <summary>A question without an option: whether to go on.</summary>
    /// <exception cref="OperationCanceledException">The person left.</exception>
    public bool Confirm(string question) => !Asks || Ask($"{question} [Y/n]").ToLowerInvariant() is "" or "y" or "yes";

    private string? Known(string given, IReadOnlyList<(string Word, string Text)> choices, Place place)
    {
        if (choices.FirstOrDefault(c => string.Equals(c.Word, given, StringComparison.OrdinalIgnoreCase)).Word is { } word) return word;
        var near = Nearest.To(given, choices.Select(c => c.Word));
        problems.Add(new Problem(place, "init.answer", $"'{given}' is none of its words", near is null ? $"one of {string.Join(", ", choices.Select(c => c.Word))}" : $"did you mean '{near}'?"));
        return null;
    }

    private void Missing(Option option, string question) => problems.Add(new Problem(new Place(option.Name), "init.missing", "this is not said", $"{question.TrimEnd('?', ' ')}: {option.Description}"));

    private string Ask(string question)
    {
        shell.Error.Write($"{Visible.Text(question)} > ");
        shell.Error.Flush();
        // The end of the input (Ctrl-D): the person leaves, and nothing is written.
        return shell.Input().ReadLine()?.Trim() ?? throw new OperationCanceledException();
    }
}
