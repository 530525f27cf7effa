using System.Diagnostics.CodeAnalysis;

namespace Marque.Advisories.Cvss;

/// <summary>The version of the Common Vulnerability Scoring System.</summary>
public enum CvssVersion
{
    /// <summary>2.0.</summary>
    V20,

    /// <summary>3.0.</summary>
    V30,

    /// <summary>3.1.</summary>
    V31,

    /// <summary>4.0.</summary>
    V40,
}

/// <summary>How severe, in a word.</summary>
public enum CvssSeverity
{
    /// <summary>0.0.</summary>
    None,

    /// <summary>0.1 to 3.9; of version 2 0.0 to 3.9.</summary>
    Low,

    /// <summary>4.0 to 6.9.</summary>
    Medium,

    /// <summary>7.0 to 8.9; of version 2 to 10.0.</summary>
    High,

    /// <summary>9.0 to 10.0; never of version 2.</summary>
    Critical,
}

/// <summary>A vector of the Common Vulnerability Scoring System and its scores (FIRST, CVSS 2.0, 3.0, 3.1, 4.0).</summary>
public sealed record CvssVector
{
    internal CvssVector(string text, CvssVersion version, decimal basic, decimal? temporal, decimal? environmental, decimal score) =>
        (Text, Version, Base, Temporal, Environmental, Score) = (text, version, basic, temporal, environmental, score);

    /// <summary>The vector, as written.</summary>
    public string Text { get; }

    /// <summary>The version.</summary>
    public CvssVersion Version { get; }

    /// <summary>The base score, 0.0 to 10.0 (CVSS-B).</summary>
    public decimal Base { get; }

    /// <summary>The temporal score, of version 4 the base and threat score (CVSS-BT); of versions 2 and 4 null when no such metric is defined.</summary>
    public decimal? Temporal { get; }

    /// <summary>The environmental score, of version 4 with the threat where that is defined (CVSS-BE, CVSS-BTE); of versions 2 and 4 null when no such metric is defined.</summary>
    public decimal? Environmental { get; }

    /// <summary>The most specific score whose metrics are defined.</summary>
    public decimal Score { get; }

    /// <summary>The severity of <see cref="Score"/>: the specification's scale; for version 2, which has none, that of the NVD.</summary>
    public CvssSeverity Severity => Rate(Version, Score);

    /// <summary>The severity of a score.</summary>
    public static CvssSeverity Rate(CvssVersion version, decimal score) => score switch
    {
        >= 9.0m when version != CvssVersion.V20 => CvssSeverity.Critical,
        >= 7.0m => CvssSeverity.High,
        >= 4.0m => CvssSeverity.Medium,
        > 0 => CvssSeverity.Low,
        _ => version == CvssVersion.V20 ? CvssSeverity.Low : CvssSeverity.None,
    };

    /// <summary>Reads a vector, strictly.</summary>
    /// <param name="text">The text.</param>
    /// <param name="vector">The vector.</param>
    /// <param name="problem">What is wrong, in words; null when nothing is.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out CvssVector? vector, out string? problem)
    {
        vector = null;
        Span<sbyte> values = stackalloc sbyte[CvssReader.Most];
        var version = text.StartsWith(Cvss4.Metrics.Prefix, StringComparison.Ordinal) ? CvssVersion.V40
            : text.StartsWith(Cvss3.Metrics31.Prefix, StringComparison.Ordinal) ? CvssVersion.V31
            : text.StartsWith(Cvss3.Metrics30.Prefix, StringComparison.Ordinal) ? CvssVersion.V30
            : CvssVersion.V20;
        if (version == CvssVersion.V20 && text.StartsWith("CVSS:", StringComparison.Ordinal))
        {
            problem = "it is of no version that is known: a vector begins with CVSS:3.0/, CVSS:3.1/, CVSS:4.0/, or, of version 2, with its first metric";
            return false;
        }

        var metrics = version switch
        {
            CvssVersion.V40 => Cvss4.Metrics,
            CvssVersion.V31 => Cvss3.Metrics31,
            CvssVersion.V30 => Cvss3.Metrics30,
            _ => Cvss2.Metrics,
        };
        values = values[..metrics.All.Length];
        problem = CvssReader.Read(metrics, text, values);
        if (problem is not null) return false;
        vector = version switch
        {
            CvssVersion.V40 => Cvss4.Score(text, values),
            CvssVersion.V20 => Cvss2.Score(text, values),
            _ => Cvss3.Score(text, version, values),
        };
        return true;
    }
}
