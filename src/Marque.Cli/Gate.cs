using Marque.Assessments;

namespace Marque.Cli;

/// <summary>What <c>--gate</c> asks for: when an assessment ends with exit code 1.</summary>
internal static class Gate
{
    public const string Default = "claimed";

    /// <summary>none: never. open: a point is open. gap: a point is open or a gap. claimed: a point is open, a gap or claimed. binding: a point or obligation that binds at the instant is open, a gap or claimed.</summary>
    public static readonly string[] Words = ["none", "open", "gap", "claimed", "binding"];

    public static bool FallsShort(string gate, Assessment assessment) => gate switch
    {
        "none" => false,
        "open" => assessment.Requirements.Any(r => r.Verdict == Verdict.Open),
        "gap" => assessment.Requirements.Any(r => r.Verdict <= Verdict.Gap),
        "binding" => assessment.Requirements.Any(r => r.Binding.Now && r.Verdict.FallsShort())
            || assessment.Obligations.Any(o => o.Binding.Now && o.Obligation.Tag == Legal.Tag.Law && o.Verdict.FallsShort()),
        _ => assessment.Requirements.Any(r => r.Verdict.FallsShort()),
    };
}
