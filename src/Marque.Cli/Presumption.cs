using Marque.Legal;
using NodaTime;
using NodaTime.Text;

namespace Marque.Cli;

/// <summary>Whether an instrument is in effect for the Regulation on a day (Article 27, rules F-1 to F-4, F-7).</summary>
internal static class Presumption
{
    /// <summary>The status in a word or two, where the day is said beside it.</summary>
    public static string Short(Standard standard, LocalDate day)
    {
        if (standard.Kind == InstrumentKind.Other) return "none";
        var harmonised = standard.Kind == InstrumentKind.HarmonisedStandard;
        if (standard.CitationOn(day) is { } citation) return $"{(harmonised ? "cited" : "in effect")}{(citation.Restrictions.Count > 0 ? ", restricted" : "")}";
        return harmonised ? "not cited" : "not in effect";
    }

    /// <summary>The status in words; never more than the registry knows.</summary>
    public static string Words(Standard standard, LocalDate day)
    {
        var on = LocalDatePattern.Iso.Format(day);
        if (standard.Kind == InstrumentKind.Other) return "presumes nothing";
        if (standard.CitationOn(day) is { } citation) return $"{(standard.Kind == InstrumentKind.HarmonisedStandard ? "cited" : "in effect")} on {on}{(citation.Restrictions.Count > 0 ? ", with restrictions" : "")}";
        return standard.Kind == InstrumentKind.HarmonisedStandard ? $"not cited on {on}" : $"not in effect on {on}";
    }

    public static string Word(this InstrumentKind kind) => kind switch
    {
        InstrumentKind.HarmonisedStandard => "harmonised-standard",
        InstrumentKind.CommonSpecification => "common-specification",
        InstrumentKind.CertificationScheme => "certification-scheme",
        _ => "other",
    };

    public static string Word(this Extent extent) => extent switch
    {
        Extent.Full => "full",
        Extent.Partial => "partial",
        Extent.None => "none",
        _ => "unknown",
    };
}
