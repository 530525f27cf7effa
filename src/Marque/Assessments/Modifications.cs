using Marque.Cases;
using Marque.Language;
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
    public static Saying? Notice(CaseIndex index, Release release)
    {
        if (index.History.LastModification(release.Version) is { } modified)
        {
            var reopened = index.Law.Modification?.Consequences.SelectMany(c => c.Reopens) ?? [];
            return new(modified == release ? "notice.modification" : "notice.modification.follows", ("release", release.Version), ("modified", modified.Version), ("reopened", string.Join(", ", reopened)));
        }

        if (release.IsSubstantialModification == true) return new("notice.modification.no-predecessor", ("release", release.Version));
        if (release.Modification is { } record && index.Law.Modification is { } rule && rule.Judge(record.Answer) is null)
        {
            return new("notice.modification.unanswered", ("release", release.Version), ("questions", string.Join(", ", rule.Unanswered(record.Answer).Select(q => q.Id))));
        }

        if (release.Modification is { } given && given.Answer("after-placing") == false && PlacedBefore(index, release)) return new("notice.modification.placed", ("release", release.Version));
        if (release.IsSubstantialModification is null) return release.Predecessor is not null || PlacedBefore(index, release) ? new("notice.modification.undecided", ("release", release.Version)) : null;
        return release is { Modification: null, ChangeBecause: null } ? new("notice.modification.no-reason", ("release", release.Version)) : null;
    }

    private static bool PlacedBefore(CaseIndex index, Release release) => index.Case.Releases.Any(r => r.Version != release.Version && r.FirstPlaced is { } first && (release.FirstPlaced is not { } own || first < own));
}
