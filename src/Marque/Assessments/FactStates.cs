using Marque.Cases;
using Marque.Facts;
using Marque.Text;
using NodaTime;

namespace Marque.Assessments;

/// <summary>What a series is worth for the release at the instant.</summary>
internal sealed class SeriesState
{
    public required IndexedSeries Series { get; init; }

    /// <summary>Whether the current result is sound and supports.</summary>
    public bool IsSound { get; set; }

    /// <summary>The current result: the newest in scope; null: none.</summary>
    public RegisteredFact? Current { get; set; }

    /// <summary>The kind as declared or, failing that, as detected from the current result.</summary>
    public FactKind? Kind { get; set; }

    /// <summary>What the content check of the current result counted.</summary>
    public Check? Check { get; set; }

    /// <summary>A count of the current result; 0 when it has none of that name.</summary>
    public long Count(string name) => Check?.Count(name) ?? 0;

    /// <summary>Why it is not sound; or that it is.</summary>
    public List<Ground> Grounds { get; } = [];

    /// <summary>Contradictions that no later sound result has lifted, with their ground.</summary>
    public List<(RegisteredFact Fact, Ground Ground)> Contradictions { get; } = [];

    /// <summary>Every fact in scope that is sound, for decisions that bind by bytes.</summary>
    public List<RegisteredFact> Sound { get; } = [];

    /// <summary>Why a fact in scope is not sound, by its digest, for decisions that bind by bytes.</summary>
    public List<(Digest Sha256, Ground Ground)> Unsound { get; } = [];
}

/// <summary>The decays (design: sound facts), for every series of a case.</summary>
internal static class FactStates
{
    public static SeriesState[] Of(CaseIndex index, Observations seen, string? release, Instant at)
    {
        var states = new SeriesState[index.Series.Count];
        for (var i = 0; i < states.Length; i++) states[i] = Of(index.Series[i], index.History, seen, release, at);
        return states;
    }

    /// <summary>What each registered fact of a series is worth, oldest first: the ground that it is sound, or the first reason why it is not or does not count.</summary>
    public static IReadOnlyList<(RegisteredFact Fact, Ground Ground)> Each(IndexedSeries series, ReleaseHistory history, Observations seen, string? release, Instant at)
    {
        var each = new (RegisteredFact, Ground)[series.Facts.Length];
        for (var i = 0; i < each.Length; i++)
        {
            var fact = series.Facts[i];
            each[i] = (fact, fact.ReceivedAt > at || fact.ObservedAt > at ? NotYet(series, fact)
                : !history.Covers(fact.Releases, release) ? OtherRelease(series, fact, release)
                : Unsound(series, fact, seen.Seen.GetValueOrDefault((series.Series.Id, fact.Digest)), at) ?? series.Sound(i));
        }

        return each;
    }

    private static SeriesState Of(IndexedSeries series, ReleaseHistory history, Observations seen, string? release, Instant at)
    {
        var state = new SeriesState { Series = series, Kind = series.Series.Kind };
        RegisteredFact? otherRelease = null, future = null;
        Ground? currentWhy = null;
        var currentRank = -1;
        var currentAt = -1;
        for (var position = 0; position < series.Facts.Length; position++)
        {
            var fact = series.Facts[position];
            if (fact.ReceivedAt > at || fact.ObservedAt > at)
            {
                future ??= fact;
                continue;
            }

            if (!history.Covers(fact.Releases, release))
            {
                otherRelease = fact;
                continue;
            }

            var observed = seen.Seen.GetValueOrDefault((series.Series.Id, fact.Digest));
            var why = Unsound(series, fact, observed, at);
            var contradicts = Contradicts(fact, observed);
            if (why is null)
            {
                state.Sound.Add(fact);
                // A later sound result of the series lifts a contradiction; one of the same instant does not.
                state.Contradictions.RemoveAll(c => c.Fact.ObservedAt < fact.ObservedAt);
            }
            else
            {
                state.Unsound.Add((fact.Sha256, why));
            }

            if (contradicts is not null) state.Contradictions.Add((fact, contradicts));
            var rank = why is null ? 0 : contradicts is not null ? 2 : 1;
            if (state.Current is not null && state.Current.ObservedAt == fact.ObservedAt && rank < currentRank) continue;
            (state.Current, state.Check, currentWhy, currentRank, currentAt) = (fact, observed?.Check, why, rank, position);
        }

        if (state.Current is null)
        {
            state.Grounds.Add(otherRelease is not null
                ? OtherRelease(series, otherRelease, release)
                : future is not null
                    ? NotYet(series, future)
                    : new Ground("no-facts", series.Ref, $"place:{series.Series.Place}"));
            return state;
        }

        state.IsSound = currentWhy is null;
        state.Kind ??= state.Check?.Kind;
        state.Grounds.Add(currentWhy ?? series.Sound(currentAt));
        return state;
    }

    private static Ground OtherRelease(IndexedSeries series, RegisteredFact fact, string? release) => new("other-release", series.Ref, Place(fact), $"releases:{Words(fact.Releases)}", $"release:{release}");

    private static Ground NotYet(IndexedSeries series, RegisteredFact fact) => new("not-yet-received", series.Ref, Place(fact), $"instant:{fact.ReceivedAt}");

    /// <summary>Null when the fact is sound and supports; else the first reason why not.</summary>
    internal static Ground? Unsound(IndexedSeries series, RegisteredFact fact, Observation? observed, Instant at)
    {
        if (observed?.Sha256 is not { } sha256) return new Ground("missing", series.Ref, Place(fact), $"path:{fact.Path ?? series.Series.Path}", $"because:{observed?.Because ?? "it was not looked for"}");
        if (sha256 != fact.Sha256) return new Ground("altered", series.Ref, Place(fact), $"path:{fact.Path ?? series.Series.Path}", $"sha256:{fact.Sha256}", $"found:{sha256}");
        if (observed.Check is not { } check) return new Ground("unchecked", series.Ref, Place(fact));
        if (check.Outcome != Outcome.Supports) return new Ground(check.Outcome switch { Outcome.Contradicts => "contradicts", Outcome.Vacuous => "vacuous", _ => "unreadable" }, [series.Ref, Place(fact), .. check.Findings.Take(3).Select(f => $"finding:{f.Text}")]);
        if (series.Series.Kind is { } kind && check.Kind != kind) return new Ground("other-kind", series.Ref, Place(fact), $"kind:{check.Kind.Word()}", $"expected:{kind.Word()}");
        if (fact.Found == Outcome.Contradicts) return new Ground("contradicted-at-registration", series.Ref, Place(fact));
        if (fact.ValidUntil is { } until && until < at) return new Ground("stale", series.Ref, Place(fact), $"instant:{until}");
        if (series.FreshnessDays is { } days && fact.ValidUntil is null && fact.ObservedAt + Duration.FromDays(days) < at) return new Ground("stale-by-policy", series.Ref, Place(fact), $"days:{days}", $"instant:{fact.ObservedAt + Duration.FromDays(days)}");
        return series.Series.EveryDays is { } every && fact.ObservedAt + Duration.FromDays(every) < at
            ? new Ground("overdue", series.Ref, Place(fact), $"days:{every}", $"instant:{fact.ObservedAt + Duration.FromDays(every)}")
            : null;
    }

    /// <summary>A contradiction is remembered from registration; altering or deleting the file does not lift it.</summary>
    private static Ground? Contradicts(RegisteredFact fact, Observation? observed)
    {
        if (observed?.Check is { Outcome: Outcome.Contradicts } check && observed.Sha256 == fact.Sha256) return new Ground("contradicts", [$"place:{fact.Place}", $"sha256:{fact.Sha256}", .. check.Findings.Take(3).Select(f => $"finding:{f.Text}")]);
        return fact.Found == Outcome.Contradicts ? new Ground("contradicted-at-registration", $"place:{fact.Place}", $"sha256:{fact.Sha256}") : null;
    }

    private static string Place(RegisteredFact fact) => $"place:{fact.Place}";

    internal static string Words(ReleaseRange range) => range.Only.Count > 0 ? string.Join(", ", range.Only) : $"{range.From ?? "first"} to {range.Until ?? "last"}";
}
