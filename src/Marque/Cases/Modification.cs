using Marque.Text;
using NodaTime;

namespace Marque.Cases;

/// <summary>The record of whether a release is a substantial modification (Article 3(30), rule T-6): the answers and who gave them.</summary>
/// <param name="Answers">The answers, in the order written.</param>
/// <param name="ComparedWith">What the release was compared with: a release, a commit; null: not said.</param>
/// <param name="By">Who answered; null: not said.</param>
/// <param name="On">When; null: not said.</param>
public sealed record ModificationRecord(IReadOnlyList<ModificationAnswer> Answers, string? ComparedWith, string? By, LocalDate? On)
{
    /// <summary>The answer to a question by its id; null: not answered.</summary>
    public bool? Answer(string question) => Answers.FirstOrDefault(a => a.Question == question)?.IsYes;
}

/// <summary>An answer to one of the questions of a substantial modification.</summary>
/// <param name="Question">The question's id, such as <c>part-i</c>.</param>
/// <param name="IsYes">The answer.</param>
/// <param name="Because">Why.</param>
/// <param name="Place">Where it stands.</param>
public sealed record ModificationAnswer(string Question, bool IsYes, string Because, Place Place);
