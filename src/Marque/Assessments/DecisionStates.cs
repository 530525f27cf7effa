using Marque.Cases;
using Marque.Legal;
using NodaTime;

namespace Marque.Assessments;

/// <summary>Whether a decision is in force for the release at the instant, apart from what it stands on.</summary>
internal static class DecisionStates
{
    /// <summary>Null when in force; else the ground why not, by decision number. A decision of a later day or for other releases does not count at all (rule name null).</summary>
    public static (bool Counts, Ground? WhyNot)[] Of(CaseIndex index, string? release, Instant at)
    {
        var day = BrusselsDay.AsOf(at);
        var states = new (bool, Ground?)[index.Decisions.Count];
        for (var i = 0; i < states.Length; i++)
        {
            var d = index.Decisions[i];
            states[i] = d.Decision.On > day || !index.History.Covers(d.Decision.Releases, release) ? (false, null) : (true, WhyNot(d, day));
        }

        return states;
    }

    private static Ground? WhyNot(IndexedDecision d, LocalDate day)
    {
        if (d.Unattested is { } why) return new Ground("unattested", d.Ref, $"by:{d.Decision.By}", $"because:{why}");
        return d.Decision.Until is { } until && until < day ? new Ground("expired", d.Ref, $"date:{until:uuuu-MM-dd}") : null;
    }
}
