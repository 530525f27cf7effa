using System.Text;

namespace Marque.Facts;

/// <summary>Collects why a content is what it is; the worst outcome wins, in the order of <see cref="Outcome"/>.</summary>
internal sealed class Weighing
{
    /// <summary>The most findings kept of each outcome; the rest is counted.</summary>
    public const int MaxEach = 20;

    private const int MaxText = 300;

    private readonly List<(Outcome Outcome, Finding Finding)> findings = [];
    private readonly int[] counts = new int[4];

    /// <summary>The worst so far.</summary>
    public Outcome Outcome { get; private set; }

    /// <summary>What the artefact names, besides counts.</summary>
    public List<(string Name, string Value)> Identity { get; } = [];

    /// <summary>The content says no.</summary>
    public void Contradicts(string code, string text, int line = 0) => Add(Outcome.Contradicts, code, text, line);

    /// <summary>The content proves nothing.</summary>
    public void Vacuous(string code, string text, int line = 0) => Add(Outcome.Vacuous, code, text, line);

    /// <summary>The content cannot be read.</summary>
    public void Unreadable(string code, string text, int line = 0) => Add(Outcome.Unreadable, code, text, line);

    /// <summary>Worth saying, and changes nothing.</summary>
    public void Note(string code, string text, int line = 0) => Add(Outcome.Supports, code, text, line);

    /// <summary>Whether one more finding of that outcome would be kept, so that its text is worth making.</summary>
    public bool Wants(Outcome outcome) => counts[(int)outcome] < MaxEach;

    /// <summary>One more of that outcome, beyond those whose text is kept.</summary>
    public void OneMore(Outcome outcome)
    {
        if (outcome > Outcome) Outcome = outcome;
        counts[(int)outcome]++;
    }

    /// <summary>Names something that the artefact says about itself; nothing when absent.</summary>
    public void Names(string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value)) Identity.Add((name, OneLine(value)));
    }

    /// <summary>The check: the worst outcome, its findings first.</summary>
    public Check Done(FactKind kind, params ReadOnlySpan<(string Name, long Value)> totals)
    {
        var ordered = findings.OrderByDescending(f => f.Outcome).Select(f => f.Finding).ToList();
        for (var outcome = 3; outcome >= 0; outcome--)
        {
            if (counts[outcome] > MaxEach) ordered.Add(new Finding("more", $"and {counts[outcome] - MaxEach} more that {(Outcome)outcome switch { Outcome.Contradicts => "contradict", Outcome.Supports => "are notes", _ => "are of the same kind" }}"));
        }

        return new Check(kind, Outcome, totals.ToArray(), ordered) { Identity = Identity };
    }

    private void Add(Outcome outcome, string code, string text, int line)
    {
        if (outcome > Outcome) Outcome = outcome;
        if (counts[(int)outcome]++ < MaxEach) findings.Add((outcome, new Finding(code, OneLine(text), line)));
    }

    // What an artefact says is quoted in one bounded line that cannot drive a terminal.
    private static string OneLine(string text)
    {
        var output = new StringBuilder(Math.Min(text.Length, MaxText));
        foreach (var rune in text.EnumerateRunes())
        {
            if (output.Length >= MaxText) return output.Append('…').ToString();
            var space = Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format;
            if (!space) output.Append(rune.ToString());
            else if (output.Length > 0 && output[^1] != ' ') output.Append(' ');
        }

        return output.ToString().TrimEnd();
    }
}
