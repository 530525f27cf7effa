namespace Marque.Assessments;

/// <summary>What the engine says of a requirement, weakest first. Computed, never entered.</summary>
public enum Verdict
{
    /// <summary>Nobody has recorded anything. Never shown as a pass.</summary>
    Open,

    /// <summary>Recorded as missing, planned or partly done; or an intact, in-scope fact contradicts.</summary>
    Gap,

    /// <summary>A statement exists, but evidence is missing, unsound or undecided.</summary>
    Claimed,

    /// <summary>Implemented, and decisions in force on sound facts.</summary>
    Demonstrated,

    /// <summary>Presumed by Article 27.</summary>
    Presumed,

    /// <summary>Validly decided not to apply; neutral.</summary>
    NotApplicable,

    /// <summary>A duty whose event has not been recorded.</summary>
    NotTriggered,
}

/// <summary>The words of the verdicts.</summary>
public static class Verdicts
{
    /// <summary>The word used in every output.</summary>
    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.Open => "open",
        Verdict.Gap => "gap",
        Verdict.Claimed => "claimed",
        Verdict.Demonstrated => "demonstrated",
        Verdict.Presumed => "presumed",
        Verdict.NotApplicable => "not-applicable",
        _ => "not-triggered",
    };

    /// <summary>Whether the verdict falls short: open, gap or claimed.</summary>
    public static bool FallsShort(this Verdict verdict) => verdict <= Verdict.Claimed;
}
