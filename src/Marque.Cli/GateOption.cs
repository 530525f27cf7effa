using System.CommandLine;
using System.Text;
using Marque.Assessments;
using Marque.Assessments.Gates;
using Marque.Documents;
using Marque.Outside;
using Marque.Text;

namespace Marque.Cli;

/// <summary>What <c>--gate</c> asks for: when an assessment ends with exit code 1.</summary>
internal static class GateOption
{
    public static Option<string[]> Create() => new("--gate")
    {
        Description = "When to exit with 1: rules such as \"no gap in I.2\", or none, open, gap, claimed (default: a point of Annex I is open, a gap or claimed), binding; or @FILE of rules. May stand several times.",
        HelpName = "RULES",
    };

    /// <summary>The rules of all options together; null with problems.</summary>
    public static Gate? Read(Shell shell, IReadOnlyList<string> named, List<Problem> problems)
    {
        if (named.Count == 0) return Gate.Default;
        var rules = new List<GateRule>();
        foreach (var one in named)
        {
            var (name, text) = one.StartsWith('@') ? (one[1..], OfFile(shell, one[1..], problems)) : ("--gate", one);
            if (text is null) continue;
            var read = GateText.Read(name, text);
            problems.AddRange(read.Problems);
            rules.AddRange(read.Value?.Rules ?? []);
        }

        return problems.Count > 0 ? null : new Gate(rules);
    }

    /// <summary>Whether a rule fails; those that do are named with what fails them, where it is to be said.</summary>
    public static bool FallsShort(Shell shell, Gate gate, bool isSaid, IReadOnlyList<Assessment> assessments, CaseIndex index)
    {
        var fails = false;
        foreach (var assessment in assessments)
        {
            var release = assessments.Count > 1 && assessment.Release is { } version ? $"{version}: " : "";
            foreach (var outcome in gate.On(assessment, index))
            {
                fails |= !outcome.Holds;
                if (!isSaid) continue;
                if (outcome.LookedAt == 0) Say(shell, $"gate: {release}{outcome.Rule.Written ?? outcome.Rule.ToString()}: holds of nothing: this assessment has no such entry");
                else if (!outcome.Holds) Say(shell, $"gate: {release}{outcome.Rule.Written ?? outcome.Rule.ToString()}: fails for {outcome.Failing.Count} of {outcome.LookedAt}: {Named(outcome)}");
            }
        }

        return fails;
    }

    // By verdict, the weakest first.
    private static string Named(GateOutcome outcome) => string.Join("; ", outcome.Failing.GroupBy(e => e.Verdict).OrderBy(g => g.Key).Select(g => $"{g.Key.Word()} {string.Join(", ", g.Select(e => e.Id))}"));

    private static void Say(Shell shell, string text) => shell.Error.WriteLine(Visible.Text(text));

    private static string? OfFile(Shell shell, string file, List<Problem> problems)
    {
        if (file.Length == 0)
        {
            problems.Add(new Problem(new Place("--gate"), "gate.file", "a file is missing after '@'", "write --gate @gates.txt"));
            return null;
        }

        if (Files.Read(Path.GetFullPath(file, shell.WorkingDirectory), file, GateText.MaxLength, problems) is not { } bytes) return null;
        var text = Encoding.UTF8.GetString(bytes);
        return text.StartsWith('\uFEFF') ? text[1..] : text;
    }
}
