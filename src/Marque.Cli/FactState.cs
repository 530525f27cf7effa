using Marque.Facts;
using Marque.Outside;

namespace Marque.Cli;

/// <summary>What a registered fact is found to be now, against what was registered.</summary>
internal enum FactState
{
    /// <summary>The registered bytes, and their content supports.</summary>
    Intact,

    /// <summary>A later registered result of the series stands at its place; its own bytes are no longer kept.</summary>
    Replaced,

    /// <summary>Other bytes than the registered ones.</summary>
    Altered,

    /// <summary>Nothing is there.</summary>
    Missing,

    /// <summary>Cannot be read, or not as its kind.</summary>
    Unreadable,

    /// <summary>The content proves nothing.</summary>
    Vacuous,

    /// <summary>The content says no.</summary>
    Contradicting,

    /// <summary>The registered bytes, but the check finds something else than was registered.</summary>
    Differing,
}

internal static class FactStates
{
    public static string Word(this FactState state) => state switch
    {
        FactState.Intact => "intact",
        FactState.Replaced => "replaced",
        FactState.Altered => "altered",
        FactState.Missing => "missing",
        FactState.Unreadable => "unreadable",
        FactState.Vacuous => "vacuous",
        FactState.Contradicting => "contradicting",
        _ => "differing",
    };

    public static bool FallsShort(this FactState state) => state > FactState.Replaced;

    public static FactState Of(SeenFact seen, Seen all)
    {
        if (seen.Observation.Sha256 is not { } found) return seen.Absence == Absence.Missing ? FactState.Missing : FactState.Unreadable;
        if (found != seen.Fact.Sha256)
        {
            var later = all.Facts.Any(f => f.Series.Id == seen.Series.Id && f.Path == seen.Path && f.Fact.Sha256 == found && f.Fact.ObservedAt > seen.Fact.ObservedAt);
            return later ? FactState.Replaced : FactState.Altered;
        }

        return seen.Observation.Check?.Outcome switch
        {
            Outcome.Contradicts => FactState.Contradicting,
            Outcome.Vacuous => FactState.Vacuous,
            Outcome.Supports when seen.Fact.Found is null or Outcome.Supports => FactState.Intact,
            Outcome.Supports => FactState.Differing,
            _ => FactState.Unreadable,
        };
    }

    /// <summary>What was found, in words.</summary>
    public static string Because(SeenFact seen, FactState state) => state switch
    {
        FactState.Intact => Counts(seen),
        FactState.Replaced => "a later registered result stands at this place",
        FactState.Altered => $"found sha256 {seen.Observation.Sha256?.Short}, registered {seen.Fact.Sha256.Short}",
        FactState.Missing => seen.Observation.Because ?? "",
        FactState.Differing => $"registered as {seen.Fact.Found?.ToString().ToLowerInvariant()}, found to support now",
        _ => seen.Observation.Because ?? string.Join("; ", seen.Observation.Check?.Findings.Take(3).Select(f => f.Text) ?? []),
    };

    private static string Counts(SeenFact seen) => string.Join(", ", seen.Observation.Check?.Counts.Where(c => c.Value > 0).Take(4).Select(c => $"{c.Value} {c.Name}") ?? []);
}
