using Marque.Assessments;
using Marque.Cases;
using Marque.Cases.Declared;
using Marque.Ledger;
using Marque.Triage;
using NodaTime;

namespace Marque.Cli.Live;

/// <summary>The triage decisions of a case, asked about what scans find.</summary>
internal sealed class CaseTriage
{
    private readonly Attesting attesting;

    /// <summary>The decisions as of an instant.</summary>
    /// <param name="case">The case.</param>
    /// <param name="trusted">Root keys given from outside; empty: the one that the case names.</param>
    /// <param name="at">The instant.</param>
    /// <param name="further">A decision that is looked at as if it were written and signed already; null: none.</param>
    public CaseTriage(Case @case, IReadOnlyList<PublicKey> trusted, Instant at, TriageDecision? further = null)
    {
        (Case, History) = (@case, new ReleaseHistory(@case.Releases));
        attesting = new Attesting(@case, trusted, further?.Digest);
        Decisions = new TriageDecisions(further is null ? @case.Triage : [.. @case.Triage, further], History, at, attesting.WhyNot);
    }

    public Case Case { get; }

    public ReleaseHistory History { get; }

    public TriageDecisions Decisions { get; }

    /// <summary>How the root key that vouches for the deciders was found.</summary>
    public RootOfTrust Trust => attesting.Trust;

    /// <summary>Why a decision is not attested; null: it is.</summary>
    public string? WhyNotAttested(TriageDecision decision) => attesting.WhyNot(decision);

    /// <summary>Why those whom it names may not decide it, signed or not; null: they may.</summary>
    public string? WhyNotAllowed(TriageDecision decision) => attesting.WhyNotAllowed(decision);

    /// <summary>What is asked of a finding.</summary>
    public static TriageSubject Subject(ScanFinding finding, string? release, IReadOnlyList<string> parts) => new(release, parts, finding.Purl, [.. finding.Finding.Ids])
    {
        Ranges = Ranges(finding),
        Exploited = finding.Exploitation.IsExploited,
        Epss = finding.Exploitation.Epss,
    };

    /// <summary>By what it was found, each range once: what several feeds say alike is one.</summary>
    public static IReadOnlyList<string> Ranges(ScanFinding finding) => [.. finding.Hits.Select(h => $"{h.Package}: {h.Because}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
