using Marque.Text;

namespace Marque.Assessments.Gates;

/// <summary>Reads gates: <c>no gap in I.2; no claimed binding except 13(5)</c>. Rules end at <c>;</c> or the end of a line; <c>#</c> starts a comment.
/// The grammar is on the page docs/gates.md.</summary>
public static class GateText
{
    /// <summary>Longer texts are no gates.</summary>
    public const int MaxLength = 64 * 1024;

    private static readonly string[] Levels = ["open", "gap", "claimed", "demonstrated", "presumed"];
    private static readonly string[] Refused = ["open", "gap", "claimed"];
    private static readonly string[] Clauses = ["in", "except", "binding"];

    /// <summary>The words that are a whole rule.</summary>
    public static IReadOnlyList<string> Words { get; } = ["none", "open", "gap", "claimed", "binding"];

    private static readonly string[] Openings = ["no", "at least", .. Words];

    /// <summary>Reads a text of rules.</summary>
    /// <param name="name">What problems call it: a file, or the option.</param>
    /// <param name="text">The rules.</param>
    /// <returns>The gate, and every problem with its line and column.</returns>
    public static Read<Gate> Read(string name, string text)
    {
        var problems = new List<Problem>();
        if (text.Length > MaxLength) return new(null, [new Problem(new Place(name), "gate.too-long", $"more than {MaxLength} characters are no gate", "write a few rules")]);
        var rules = new List<GateRule>();
        var some = false;
        foreach (var words in Rules(name, text))
        {
            some = true;
            if (words is [("none", _)]) continue;
            if (new RuleReader(words, problems).Read() is { } rule) rules.Add(rule);
        }

        if (!some) problems.Add(new Problem(new Place(name), "gate.empty", "there is no rule", "write one, such as: no gap in I.2; or none"));
        return new(problems.Count > 0 ? null : new Gate(rules), problems);
    }

    // The words of each rule; a comma is a word of its own.
    private static IEnumerable<List<(string Word, Place Place)>> Rules(string name, string text)
    {
        var line = 0;
        foreach (var one in text.Split('\n'))
        {
            line++;
            var words = new List<(string, Place)>();
            var at = 0;
            while (at < one.Length && one[at] != '#')
            {
                if (char.IsWhiteSpace(one[at])) at++;
                else if (one[at] == ';')
                {
                    at++;
                    if (words.Count > 0) yield return words;
                    words = [];
                }
                else
                {
                    var from = at++;
                    if (one[from] != ',')
                    {
                        while (at < one.Length && !char.IsWhiteSpace(one[at]) && one[at] is not (',' or ';' or '#')) at++;
                    }

                    words.Add((one[from..at], new Place(name, line, from + 1)));
                }
            }

            if (words.Count > 0) yield return words;
        }
    }

    private sealed class RuleReader(List<(string Word, Place Place)> words, List<Problem> problems)
    {
        private int at;
        private bool isWrong;

        public GateRule? Read()
        {
            Verdict? level = words[0].Word switch
            {
                "no" => Level("no", Refused, 1),
                "at" when words.Count > 1 && words[1].Word == "least" => Level("at least", Levels[1..], 2),
                "open" => Verdict.Gap,
                "gap" => Verdict.Claimed,
                "claimed" or "binding" => Verdict.Demonstrated,
                _ => null,
            };
            if (level is null)
            {
                if (!isWrong) Wrong(words[0], "gate.rule", $"'{words[0].Word}' starts no rule", Near(words[0].Word, Openings) ?? "write 'no gap in I.2', 'at least claimed in II', or one of none, open, gap, claimed, binding");
                return null;
            }

            var isWord = words[0].Word is not ("no" or "at");
            at = isWord ? 1 : words[0].Word == "no" ? 2 : 3;
            if (isWord && at < words.Count) Wrong(words[at], "gate.word", $"'{words[0].Word}' is a whole rule, and nothing follows it", words[0].Word == "binding" ? "write 'no claimed binding ...'" : $"write 'no {words[0].Word} ...'");
            var isBinding = words[0].Word == "binding";
            List<GateScope> inside = [], outside = [];
            while (!isWrong && at < words.Count)
            {
                var clause = words[at++];
                switch (clause.Word)
                {
                    case "binding" when !isBinding: isBinding = true; break;
                    case "in" when inside.Count == 0: Scopes(clause, inside); break;
                    case "except" when outside.Count == 0: Scopes(clause, outside); break;
                    case "binding" or "in" or "except": Wrong(clause, "gate.twice", $"'{clause.Word}' stands twice", "write it once, with commas between names"); break;
                    default: Wrong(clause, "gate.clause", $"'{clause.Word}' is not expected here", Near(clause.Word, Clauses) ?? "go on with 'in', 'except' or 'binding', or end the rule with ';'"); break;
                }
            }

            return isWrong ? null : new GateRule(level.Value, isBinding, inside, outside) { Written = string.Join(' ', words.Select(w => w.Word)).Replace(" ,", ",", StringComparison.Ordinal) };
        }

        // "no gap" leaves nothing below claimed: what is open falls short of it too.
        private Verdict? Level(string opening, string[] allowed, int place)
        {
            var after = words[Math.Min(place, words.Count) - 1];
            if (words.Count <= place)
            {
                Wrong(after, "gate.level", $"a verdict is missing after '{opening}'", $"one of {string.Join(", ", allowed)}");
                return null;
            }

            var index = Array.IndexOf(Levels, words[place].Word);
            if (index < 0 || !allowed.Contains(words[place].Word, StringComparer.Ordinal))
            {
                var what = index < 0 ? "is no verdict" : $"does not stand after '{opening}'";
                Wrong(words[place], "gate.level", $"'{words[place].Word}' {what}", (index < 0 ? Near(words[place].Word, allowed) : null) ?? $"one of {string.Join(", ", allowed)}");
                return null;
            }

            return (Verdict)(opening == "no" ? index + 1 : index);
        }

        private void Scopes((string Word, Place Place) clause, List<GateScope> scopes)
        {
            var name = new List<(string Word, Place Place)>();
            var isExpected = true;
            for (; at < words.Count && !Clauses.Contains(words[at].Word, StringComparer.Ordinal); at++)
            {
                if (words[at].Word is not ("," or "and"))
                {
                    name.Add(words[at]);
                    isExpected = false;
                    continue;
                }

                isExpected = true;
                if (!End(words[at])) return;
            }

            if (name.Count > 0) End(default);
            else if (isExpected) Wrong(scopes.Count == 0 ? clause : words[at - 1], "gate.scope", $"a name is missing after '{(scopes.Count == 0 ? clause.Word : words[at - 1].Word)}'", "name requirements: I.2, II.1, 13(8), SM, CR 3.4");

            bool End((string Word, Place Place) separator)
            {
                if (name.Count == 0)
                {
                    Wrong(separator, "gate.scope", $"a name is missing before '{separator.Word}'", "write one, or take it out");
                    return false;
                }

                scopes.Add(new GateScope(string.Join(' ', name.Select(n => n.Word)), name[0].Place));
                name.Clear();
                return true;
            }
        }

        private void Wrong((string Word, Place Place) word, string code, string message, string remedy)
        {
            isWrong = true;
            problems.Add(new Problem(word.Place, code, message, remedy));
        }

        private static string? Near(string word, IEnumerable<string> known) => Nearest.To(word, known) is { } near ? $"did you mean '{near}'?" : null;
    }
}
