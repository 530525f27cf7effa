using Marque.Advisories.Suppliers;
using Marque.Components;
using Marque.Components.Purls;
using Marque.Versions;

namespace Marque.Advisories;

/// <summary>One vulnerability of one component: every record about it folded together by aliases.</summary>
/// <param name="Vulnerability">The id it goes by: of one of the records.</param>
/// <param name="Aliases">All other ids of it, in ordinal order.</param>
/// <param name="Upstream">Ids of the vulnerabilities that distributors' records are about, in ordinal order.</param>
/// <param name="Summary">One line about it; empty when no record has one.</param>
/// <param name="Rating">How severe it is.</param>
/// <param name="Fixed">Versions that fix it: the nearest above the present one first, then the others in order.</param>
/// <param name="Hits">How it was found: every record with every range or version that hit.</param>
public sealed record Finding(string Vulnerability, IReadOnlyList<string> Aliases, IReadOnlyList<string> Upstream, string Summary, Rating Rating, IReadOnlyList<string> Fixed, IReadOnlyList<Hit> Hits)
{
    /// <summary>What suppliers state about it: information, which never removes it.</summary>
    public IReadOnlyList<StatedStatus> Statements { get; init; } = [];

    /// <summary>How many of <see cref="Fixed"/>, from the first, are above the present version.</summary>
    public int FixedAbove { get; init; }

    /// <summary>The order of the versions in <see cref="Fixed"/>.</summary>
    public VersionScheme Scheme { get; init; }

    /// <summary>Every id: its own, its aliases, its upstream ids.</summary>
    public IEnumerable<string> Ids => [Vulnerability, .. Aliases, .. Upstream];
}

/// <summary>How severe, from where.</summary>
/// <param name="Level">The level.</param>
/// <param name="Score">The CVSS score, 0.0 to 10.0; null when no vector is stated or understood.</param>
/// <param name="Because">The vector or word, and the record that states it; empty when unknown.</param>
public sealed record Rating(SeverityLevel Level, double? Score, string Because)
{
    /// <summary>The vector; null when none is stated or understood.</summary>
    public Cvss.CvssVector? Vector { get; init; }
}

/// <summary>Why a component is affected: one range or listed version of one record.</summary>
/// <param name="Source">The feed.</param>
/// <param name="Record">The record's id.</param>
/// <param name="Package">The package key looked up, <c>ecosystem name</c>.</param>
/// <param name="Because">The events of the range, or the version listed.</param>
public sealed record Hit(string Source, string Record, string Package, string Because);

/// <summary>A record that concerns a component's package and could not be judged, or does not count.</summary>
/// <param name="Source">The feed.</param>
/// <param name="Record">The record's id.</param>
/// <param name="Reason">Why.</param>
public sealed record NotJudged(string Source, string Record, string Reason);

/// <summary>A supplier's word on a finding.</summary>
/// <param name="Supplier">Who.</param>
/// <param name="Status">As stated.</param>
/// <param name="Because">Justification or impact statement, and the document.</param>
public sealed record StatedStatus(string Supplier, SupplierStatus Status, string Because);

/// <summary>What matching one component gave.</summary>
/// <param name="Purl">The component.</param>
/// <param name="Package">The package key looked up, <c>ecosystem name</c>; empty when there is none.</param>
/// <param name="Unmatched">Why it could not be matched at all; empty when it could.</param>
/// <param name="Findings">The vulnerabilities, by id.</param>
/// <param name="NotJudged">Records that could not be judged: the version does not compare, a range of commits, a damaged record. Never silently "not affected".</param>
/// <param name="Withdrawn">Withdrawn records that would have hit.</param>
public sealed record ComponentMatch(Purl Purl, string Package, string Unmatched, IReadOnlyList<Finding> Findings, IReadOnlyList<NotJudged> NotJudged, IReadOnlyList<NotJudged> Withdrawn)
{
    /// <summary>Whether it was matched and there is nothing to tell.</summary>
    public bool IsSilent => Unmatched.Length == 0 && Findings.Count + NotJudged.Count + Withdrawn.Count == 0;
}
