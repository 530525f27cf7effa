using Marque.Cases;
using Marque.Language;
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
            Notes = [.. Notes(index, release, procedures), .. new[] { chosen }.OfType<Saying>()],
        };
    }

    // A release that nobody asked for is named with what the choice rests on, where the instant made a difference.
    private static Saying? Choice(CaseIndex index, Instant at)
    {
        var day = BrusselsDay.AsOf(at);
        var (chosen, newer) = index.History.NewestSupported(index.Case.Lines, day);
        if (chosen is null) return null;
        if (newer is not null) return new Saying("notice.release", ("release", chosen.Version), ("date", $"{day:uuuu-MM-dd}"), ("newer", newer.Version), ("placed", $"{index.History.FirstShown(newer):uuuu-MM-dd}"));
        return index.History.FirstShown(chosen) is { } first && first > day ? new Saying("notice.release.later", ("release", chosen.Version), ("date", $"{day:uuuu-MM-dd}"), ("placed", $"{first:uuuu-MM-dd}")) : null;
    }

    private static List<Saying> Notes(CaseIndex index, string? release, Procedures procedures)
    {
        var notes = new List<Saying>();
        if (!index.Law.Official) notes.Add(new("notice.unofficial"));
        switch (index.Trust)
        {
            case RootOfTrust.TakenFromCase: notes.Add(new("notice.root-from-case")); break;
            case RootOfTrust.Refused: notes.Add(new("notice.people-refused")); break;
            case RootOfTrust.None: notes.Add(new("notice.people-unsigned")); break;
        }

        foreach (var use in index.Altered.Order(StringComparer.Ordinal)) notes.Add(new("notice.process", ("process", use), ("digest", $"v1:{index.Case.Processes.First(p => p.Use == use).Process.Digest}")));
        if (procedures.Class is not null && procedures.Classification.Verdict != Verdict.Demonstrated) notes.Add(new("notice.classification"));
        if (release is not null && index.History.Find(release) is { } assessed && Modifications.Notice(index, assessed) is { } modification) notes.Add(modification);

        // A contradiction is remembered from registration; where that recorded no outcome, only the bytes still know it.
        var unrecorded = index.Case.Series.Where(s => s.Facts.Any(f => f.Found is null)).Select(s => s.Id).Order(StringComparer.Ordinal).ToList();
        if (unrecorded.Count > 0) notes.Add(unrecorded.Count > 8 ? new("notice.unrecorded.more", ("series", string.Join(", ", unrecorded.Take(8))), ("count", $"{unrecorded.Count - 8}")) : new("notice.unrecorded", ("series", string.Join(", ", unrecorded))));
        foreach (var variant in index.Case.Product?.Variants ?? [])
        {
            if (variant.Equivalent is null) notes.Add(new("notice.variant", ("variant", variant.Id)));
        }

        notes.AddRange(EditionNotices.Of(index));
        if (index.Case.Unevaluated.Count > 0) notes.Add(new("notice.unevaluated", ("files", string.Join(", ", index.Case.Unevaluated))));
        return notes;
    }
}
