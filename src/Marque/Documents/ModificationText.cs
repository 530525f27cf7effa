using Marque.Comparisons;
using Marque.Legal;

namespace Marque.Documents;

/// <summary>The words of the questions of a substantial modification, the same in every format.</summary>
public static class ModificationText
{
    /// <summary>What bears on a question, in a line.</summary>
    public static string Of(Bearing bearing, ModificationInquiry inquiry) => bearing switch
    {
        { Placed: { } release } => $"{release.Version} has been placed on the market since {release.FirstPlaced:uuuu-MM-dd}{(bearing.IsBefore ? "" : $", and is not among the predecessors of {inquiry.Release.Version}")}",
        { Moved: { } moved } => $"{moved.Id} {moved.Title}: {ComparisonText.Words(moved.From)} -> {ComparisonText.Words(moved.To)}",
        { Changed: { } changed } => string.Join(" | ", new[] { ComparisonText.Of(changed) }.Concat(ComparisonText.FieldsOf(changed).Take(3))),
        _ => $"the case is kept by the {inquiry.Role.Word().Replace('-', ' ')}",
    };

    /// <summary>What bears on a question; a sentence saying that nothing does, where that is so.</summary>
    public static IReadOnlyList<string> Of(AskedQuestion asked, ModificationInquiry inquiry)
    {
        if (asked.Bearings.Count > 0) return [.. asked.Bearings.Select(b => Of(b, inquiry))];
        if (asked.Question.LooksAt.Contains(ModificationLook.Placing)) return ["the case records no placing on the market"];
        return [inquiry.SameFiles ? "nothing differs; both sides are the same files, so a change that names no release shows only against a git revision" : "nothing differs that the case records"];
    }

    /// <summary>The outcome: <c>substantial</c>, <c>not-substantial</c>, <c>undecided</c>.</summary>
    public static string Word(bool? outcome) => outcome switch
    {
        true => "substantial",
        false => "not-substantial",
        null => "undecided",
    };

    /// <summary>The outcome as a sentence.</summary>
    public static string Outcome(ModificationInquiry inquiry) => inquiry.Outcome switch
    {
        true => $"By the recorded answers {inquiry.Release.Version} is a substantial modification (Art. 3(30)).",
        false => $"By the recorded answers {inquiry.Release.Version} is not a substantial modification (Art. 3(30)).",
        null when inquiry.Release is { IsSubstantialModification: { } said, Modification: null } => $"{inquiry.Release.Place.File} says {(said ? "substantial" : "not substantial")}, without answers to the questions.",
        null => $"It is not decided whether {inquiry.Release.Version} is a substantial modification (Art. 3(30)).",
    };

    /// <summary>What is left to answer and how; null: nothing.</summary>
    public static string? Next(ModificationInquiry inquiry) => inquiry.Unanswered.Select(q => q.Id).ToList() is { Count: > 0 } left ? $"to answer: {string.Join(", ", left)} (marque diff ... --record)" : null;

    /// <summary>That an answer of "no" stands beside something that speaks for "yes".</summary>
    public static string Doubt(AskedQuestion asked, ModificationInquiry inquiry) => $"'{asked.Question.Id}' is answered with no, and the comparison shows: {string.Join("; ", asked.Bearings.Where(ModificationInquiry.SpeaksForYes).Take(3).Select(b => Of(b, inquiry)))}";

    /// <summary>From when the words apply, where that is still ahead; null otherwise.</summary>
    public static string? Readiness(ModificationInquiry inquiry, NodaTime.LocalDate day) => day < inquiry.AppliesFrom ? $"readiness: Article 3(30) applies from {inquiry.AppliesFrom:uuuu-MM-dd} (Art. 71(2))" : null;

    /// <summary>An answer in words.</summary>
    public static string Word(Cases.ModificationAnswer answer) => answer.IsYes ? "yes" : "no";

    /// <summary>The word of a kind in data.</summary>
    public static string Word(this ModificationQuestionKind kind) => kind switch
    {
        ModificationQuestionKind.Condition => "condition",
        ModificationQuestionKind.Criterion => "criterion",
        _ => "extent",
    };
}
