using Marque.Legal;
using NodaTime;

namespace Marque.Assessments;

/// <summary>The engine: a pure function of legal set, case, facts, release and instant.</summary>
public static class Assess
{
    /// <summary>The number of the rules; it changes when the same inputs may give another result.</summary>
    public const int Rules = 1;

    /// <summary>Assesses one release at one instant.</summary>
    /// <param name="index">Legal set and case, resolved.</param>
    /// <param name="seen">What was observed of the registered facts.</param>
    /// <param name="release">The version; null: the newest supported one that was there at the instant.</param>
    /// <param name="at">The instant: only facts received and decisions dated at or before it count, and the law as of it.</param>
    /// <returns>The assessment.</returns>
    /// <exception cref="ArgumentException">The case has no such release.</exception>
    public static Assessment Run(CaseIndex index, Observations seen, string? release, Instant at)
    {
        if (release is not null && index.History.Find(release) is null) throw new ArgumentException($"The case has no release {release}.", nameof(release));
        var chosen = release is null ? Choice(index, at) : null;
        release ??= index.NewestSupported(at);
        var judging = new Judging(index, seen, release, at);
        var points = new Points(judging);
        points.FreezeKnownVulnerabilities(seen);
        var bindings = new Bindings(index, release, judging.Day);
        var procedures = Proceedings.Of(judging, points);
        var why = index.Points.Select(points.Of).ToList();
        return new Assessment
        {
            Product = (index.Case.Id, index.Case.Name),
            Release = release,
            AsOf = at,
            LegalSet = (index.Law.Version, index.Law.Digest, index.Law.Official),
            Inputs = InputDigest.Of(index, seen, release, at),
            Trust = index.Trust,
            Procedures = procedures,
            Requirements = [.. index.Law.Points.Select((p, i) => new RequirementResult(p, why[i].Verdict, bindings.OfAnnexI(), RouteSummary.Of(why[i]), Cause.Of(why[i])?.What, why[i]))],
            Obligations = new Obligations(judging, points, procedures, bindings).All(),
            Catalogs = [.. index.CatalogItems.Select(judging.OverParts)],
            Remainder = [.. index.RemainderItems.Select(judging.OverParts)],
            RiskAssessment = judging.RiskAssessment(),
            Facts = [.. judging.Series.Select(s => new SeriesResult(s.Series.Series, s.IsSound, s.Contradictions.Count > 0, [.. s.Grounds, .. s.Contradictions.Where(c => c.Fact != s.Current).Select(c => c.Ground)]))],
            Steps = new(() => new Steps(index, why)),
            Notices = [.. Notices(index, release, procedures), .. new[] { chosen }.OfType<string>()],
        };
    }

    // A release that nobody asked for is named with what the choice rests on, where the instant made a difference.
    private static string? Choice(CaseIndex index, Instant at)
    {
        var day = BrusselsDay.AsOf(at);
        var (chosen, newer) = index.History.NewestSupported(index.Case.Lines, day);
        if (chosen is null) return null;
        if (newer is not null) return $"no release was asked for: {chosen.Version} is the newest supported one that was there on {day:uuuu-MM-dd}; {newer.Version} was not placed on the market before {index.History.FirstShown(newer):uuuu-MM-dd}";
        return index.History.FirstShown(chosen) is { } first && first > day ? $"no release was asked for: {chosen.Version} is the newest supported one; no supported release was there on {day:uuuu-MM-dd}, it was not placed on the market before {first:uuuu-MM-dd}" : null;
    }

    private static List<string> Notices(CaseIndex index, string? release, Procedures procedures)
    {
        var notices = new List<string>();
        if (!index.Law.Official) notices.Add("unofficial legal set: no presumption, the standard route stays at most claimed");
        switch (index.Trust)
        {
            case RootOfTrust.TakenFromCase: notices.Add("root key taken from the case: give the root key you trust with --trust"); break;
            case RootOfTrust.Refused: notices.Add("people.yaml is not signed by the trusted root key: no decision counts as attested"); break;
            case RootOfTrust.None: notices.Add("people.yaml is missing or not signed: no decision counts as attested"); break;
        }

        foreach (var use in index.Altered.Order(StringComparer.Ordinal)) notices.Add($"process case {use} is not the one taken up, so what stands on it is suspect; its digest today is v1:{index.Case.Processes.First(p => p.Use == use).Process.Digest}");
        if (procedures.Class is not null && procedures.Classification.Verdict != Verdict.Demonstrated) notices.Add("the classification is declared, and no attested decision stands on it");
        if (release is not null && index.History.Find(release) is { } assessed && Modifications.Notice(index, assessed) is { } modification) notices.Add(modification);

        // A contradiction is remembered from registration; where that recorded no outcome, only the bytes still know it.
        var unrecorded = index.Case.Series.Where(s => s.Facts.Any(f => f.Found is null)).Select(s => s.Id).Order(StringComparer.Ordinal).ToList();
        if (unrecorded.Count > 0) notices.Add($"registered without what the check found, so a contradiction would be forgotten with the file (record 'found'): {string.Join(", ", unrecorded.Take(8))}{(unrecorded.Count > 8 ? $" and {unrecorded.Count - 8} more series" : "")}");
        foreach (var variant in index.Case.Product?.Variants ?? [])
        {
            if (variant.Equivalent is null) notices.Add($"variant {variant.Id}: it is not argued why the difference does not matter for security");
        }

        notices.AddRange(EditionNotices.Of(index));
        if (index.Case.Unevaluated.Count > 0) notices.Add($"kept, not evaluated by this version: {string.Join(", ", index.Case.Unevaluated)}");
        return notices;
    }
}
