using NodaTime;

namespace Marque.Advisories.Feeds;

/// <summary>A record of ENISA's European vulnerability database.</summary>
/// <param name="Id">Its id, <c>EUVD-2026-38110</c>.</param>
public sealed record EuvdRecord(string Id)
{
    /// <summary>Ids of the same vulnerability elsewhere, CVE and GHSA.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What it is about.</summary>
    public string Description { get; init; } = "";

    /// <summary>When it was published; null when not stated.</summary>
    public Instant? Published { get; init; }

    /// <summary>When it was last changed; null when not stated.</summary>
    public Instant? Updated { get; init; }

    /// <summary>Since when it is known to be exploited; null when it is not known to be.</summary>
    public Instant? ExploitedSince { get; init; }

    /// <summary>The CVSS vector; empty when there is none.</summary>
    public string Vector { get; init; } = "";

    /// <summary>The CVSS score stated, 0 to 10; null when there is none.</summary>
    public double? Score { get; init; }

    /// <summary>The EPSS score, 0 to 1 (the database states per cent); null when there is none.</summary>
    public double? Epss { get; init; }

    /// <summary>Who assigned the CVE.</summary>
    public string Assigner { get; init; } = "";

    /// <summary>Addresses.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The products named.</summary>
    public IReadOnlyList<EuvdProduct> Products { get; init; } = [];

    /// <summary>What the record holds that could not be understood, each with why.</summary>
    public IReadOnlyList<string> NotApplied { get; init; } = [];
}

/// <summary>A product a record names: words for people, no package.</summary>
/// <param name="Vendor">The vendor; empty when not stated.</param>
/// <param name="Name">The product.</param>
/// <param name="Version">The versions, in free words.</param>
public sealed record EuvdProduct(string Vendor, string Name, string Version);
