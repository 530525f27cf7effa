using System.CommandLine;
using Marque.Advisories;

namespace Marque.Cli.Live;

/// <summary>What <c>--gate</c> of a scan asks for.</summary>
internal static class ScanGate
{
    private static readonly string[] Words = ["none", "kev", "critical", "high", "medium", "low", "any", "unmatched"];

    public static Option<string[]> Option()
    {
        var gate = new Option<string[]>("--gate") { Description = "When to exit with 1: a finding that no triage decision settles and that is exploited (kev), of this severity or above (critical, high, medium, low), any at all (any), a component that could not be matched (unmatched); none (default). May stand several times.", HelpName = "RULE", DefaultValueFactory = _ => [] };
        gate.AcceptOnlyFromAmong(Words);
        return gate;
    }

    /// <summary>The rules that fail, each with how many fail it.</summary>
    public static IReadOnlyList<(string Rule, int Failing)> Failing(IReadOnlyList<string> rules, IReadOnlyList<Scan> scans) =>
        [.. rules.Distinct(StringComparer.Ordinal).Select(r => (Rule: r, Failing: scans.Sum(s => Count(r, s)))).Where(r => r.Failing > 0)];

    /// <summary>Bills of materials in which nothing was looked at, where a rule is asked for: that nothing fails there means nothing.</summary>
    public static IReadOnlyList<Scan> Unseen(IReadOnlyList<string> rules, IReadOnlyList<Scan> scans) => rules.Any(r => r != "none") ? [.. scans.Where(s => s.Components == 0)] : [];

    private static int Count(string rule, Scan scan) => rule switch
    {
        "none" => 0,
        "unmatched" => scan.Unmatched.Count + scan.NotJudged.Count,
        "any" => scan.Open.Count(),
        // What is exploited is never below a severity.
        "kev" => scan.Open.Count(f => f.Exploitation.IsExploited),
        _ => SeverityLevels.Parse(rule) is { } level ? scan.Open.Count(f => f.Exploitation.IsExploited || f.Finding.Rating.Level >= level) : throw new ArgumentException($"no rule '{rule}'", nameof(rule)),
    };
}
