namespace Marque.Facts;

/// <summary>The words of outcomes in files.</summary>
public static class Outcomes
{
    private static readonly string[] Words = ["supports", "vacuous", "unreadable", "contradicts"];

    /// <summary>Every word, in the order of <see cref="Outcome"/>.</summary>
    public static IReadOnlyList<string> All => Words;

    /// <summary>The word of an outcome.</summary>
    public static string Word(this Outcome outcome) => Words[(int)outcome];

    /// <summary>The outcome of a word, or null.</summary>
    public static Outcome? Of(string? word) => Array.IndexOf(Words, word) is >= 0 and var at ? (Outcome)at : null;
}
