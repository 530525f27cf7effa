using Marque.Cases;
using Marque.Legal;
using Marque.Text;

namespace Marque.Assessments;

/// <summary>Whether a release is a substantial modification (Article 3(30), rule T-6): its record against the questions of the legal set.</summary>
internal static class Modifications
{
    /// <summary>Answers to questions that are none, and a word that is not what the answers say.</summary>
    public static void Check(LegalSet law, Case c, List<Problem> problems)
    {
        if (law.Modification is not { } rule) return;
        var known = rule.Questions.Select(q => q.Id).ToList();
        foreach (var release in c.Releases)
        {
            if (release.Modification is not { } record) continue;
            var before = problems.Count;
            foreach (var answer in record.Answers.Where(a => !known.Contains(a.Question, StringComparer.Ordinal)))
            {
                problems.Add(new Problem(answer.Place, "release.unknown-question", $"there is no question '{answer.Question}'", Nearest.To(answer.Question, known) is { } near ? $"did you mean '{near}'?" : $"one of {string.Join(", ", known)}"));
            }

            if (problems.Count > before || rule.Judge(record.Answer) is not { } outcome || release.IsSubstantialModification == outcome) continue;
            problems.Add(new Problem(record.Answers[0].Place, "release.modification", $"by these answers {release.Version} {(outcome ? "is" : "is not")} a substantial modification (Art. 3(30)), and the record {(release.IsSubstantialModification is null ? "does not say so" : "says the opposite")}", $"write 'substantial: {(outcome ? "true" : "false")}' beside them, or correct an answer"));
        }
    }

    /// <summary>What a reader of the assessment of a release must know of it; null: nothing.</summary>
    public static string? Notice(LegalSet law, Release release)
    {
        // CRA 3(30): a substantial modification reopens conformity assessment, declaration and support period.
        if (release.IsSubstantialModification == true) return $"{release.Version} is a substantial modification (Art. 3(30)): conformity assessment, declaration and support period are due anew";
        if (release.Modification is { } record && law.Modification is { } rule && rule.Judge(record.Answer) is null)
        {
            return $"of the questions whether {release.Version} is a substantial modification (Art. 3(30)) some are not answered: {string.Join(", ", rule.Unanswered(record.Answer).Select(q => q.Id))}";
        }

        return release is { Predecessor: not null, IsSubstantialModification: null } ? $"it is not decided whether {release.Version} is a substantial modification (Art. 3(30))" : null;
    }
}
