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
    public static string? Notice(CaseIndex index, Release release)
    {
        if (index.History.LastModification(release.Version) is { } modified)
        {
            var reopened = index.Law.Modification?.Consequences.SelectMany(c => c.Reopens) ?? [];
            return $"{(modified == release ? release.Version : $"{release.Version} follows {modified.Version}, which")} is a substantial modification (Art. 3(30)): what was decided for the versions before does not carry for {string.Join(", ", reopened)}";
        }

        if (release.IsSubstantialModification == true) return $"{release.Version} is said to be a substantial modification, and names no predecessor that it modifies";
        if (release.Modification is { } record && index.Law.Modification is { } rule && rule.Judge(record.Answer) is null)
        {
            return $"of the questions whether {release.Version} is a substantial modification (Art. 3(30)) some are not answered: {string.Join(", ", rule.Unanswered(record.Answer).Select(q => q.Id))}";
        }

        if (release.Modification is { } given && given.Answer("after-placing") == false && PlacedBefore(index, release)) return $"that {release.Version} follows no placing on the market (Art. 3(30)) is answered, and the case records an earlier one";
        if (release.IsSubstantialModification is null) return release.Predecessor is not null || PlacedBefore(index, release) ? $"it is not decided whether {release.Version} is a substantial modification (Art. 3(30))" : null;
        return release is { Modification: null, ChangeBecause: null } ? $"no reason is recorded why {release.Version} is not a substantial modification (Art. 3(30))" : null;
    }

    private static bool PlacedBefore(CaseIndex index, Release release) => index.Case.Releases.Any(r => r.Version != release.Version && r.FirstPlaced is { } first && (release.FirstPlaced is not { } own || first < own));
}
