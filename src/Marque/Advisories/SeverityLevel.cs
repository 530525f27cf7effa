using Marque.Advisories.Cvss;

namespace Marque.Advisories;

/// <summary>How severe a vulnerability is, in the order in which to act: what nobody rated stands above none and below low.</summary>
public enum SeverityLevel
{
    /// <summary>None.</summary>
    None,

    /// <summary>Nobody rated it.</summary>
    Unknown,

    /// <summary>Low.</summary>
    Low,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>High.</summary>
    High,

    /// <summary>Critical.</summary>
    Critical,
}

/// <summary>The words of levels.</summary>
public static class SeverityLevels
{
    /// <summary><c>none</c>, <c>unknown</c>, <c>low</c>, <c>medium</c>, <c>high</c>, <c>critical</c>: as outputs have them.</summary>
    public static string Word(this SeverityLevel level) => level switch
    {
        SeverityLevel.Critical => "critical",
        SeverityLevel.High => "high",
        SeverityLevel.Medium => "medium",
        SeverityLevel.Low => "low",
        SeverityLevel.None => "none",
        _ => "unknown",
    };

    /// <summary>The level of a score (CVSS specifications, qualitative severity rating scale).</summary>
    public static SeverityLevel Of(CvssSeverity severity) => severity switch
    {
        CvssSeverity.Critical => SeverityLevel.Critical,
        CvssSeverity.High => SeverityLevel.High,
        CvssSeverity.Medium => SeverityLevel.Medium,
        CvssSeverity.Low => SeverityLevel.Low,
        _ => SeverityLevel.None,
    };

    /// <summary>The level of a word of GitHub, Ubuntu, Debian, Red Hat or SUSE; null: it is none of theirs.</summary>
    public static SeverityLevel? Parse(string word) => word.ToLowerInvariant() switch
    {
        "critical" => SeverityLevel.Critical,
        "high" or "important" => SeverityLevel.High,
        "medium" or "moderate" => SeverityLevel.Medium,
        "low" or "negligible" or "unimportant" => SeverityLevel.Low,
        "none" => SeverityLevel.None,
        _ => null,
    };
}
