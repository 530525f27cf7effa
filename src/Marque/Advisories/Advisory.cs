using NodaTime;

namespace Marque.Advisories;

/// <summary>A record of the Open Source Vulnerability format (OSV schema 1.7), as far as it is understood.</summary>
/// <param name="Id">Its id, <c>DB-ENTRY</c>.</param>
/// <param name="Modified">When it was last changed.</param>
public sealed record Advisory(string Id, Instant Modified)
{
    /// <summary>When it was published; null when not stated.</summary>
    public Instant? Published { get; init; }

    /// <summary>When it was withdrawn; null when it stands.</summary>
    public Instant? Withdrawn { get; init; }

    /// <summary>Ids of the same vulnerability in other databases: symmetric and transitive.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Ids of the vulnerabilities a distributor's record is about: transitive, not symmetric.</summary>
    public IReadOnlyList<string> Upstream { get; init; } = [];

    /// <summary>Ids of closely related vulnerabilities: symmetric, not transitive. They never fold findings.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>One line about it; empty when not stated.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Severities for every package.</summary>
    public IReadOnlyList<Severity> Severities { get; init; } = [];

    /// <summary>The database's own word (<c>database_specific.severity</c>); empty when not stated.</summary>
    public string DatabaseSeverity { get; init; } = "";

    /// <summary>What is affected.</summary>
    public IReadOnlyList<AffectedPackage> Affected { get; init; } = [];

    /// <summary>Where more is said.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>What the record holds and the reader did not apply, each with where and why.</summary>
    public IReadOnlyList<string> NotApplied { get; init; } = [];
}

/// <summary>A severity as stated: a CVSS vector or a distributor's word.</summary>
/// <param name="Type"><c>CVSS_V2</c>, <c>CVSS_V3</c>, <c>CVSS_V4</c>, <c>Ubuntu</c>, or what the record says.</param>
/// <param name="Score">The vector or word.</param>
public sealed record Severity(string Type, string Score);

/// <summary>A link of a record.</summary>
/// <param name="Type"><c>ADVISORY</c>, <c>FIX</c>, <c>WEB</c> ...</param>
/// <param name="Url">The address, as stated.</param>
public sealed record Reference(string Type, string Url);

/// <summary>One entry of <c>affected</c>.</summary>
/// <param name="Ecosystem">The ecosystem with its release (<c>Debian:12</c>); empty for a record about commits only.</param>
/// <param name="Name">The package's name in that ecosystem, as stated.</param>
/// <param name="Purl">The package URL stated; empty when there is none.</param>
public sealed record AffectedPackage(string Ecosystem, string Name, string Purl)
{
    /// <summary>The ranges; any of them suffices.</summary>
    public IReadOnlyList<AffectedRange> Ranges { get; init; } = [];

    /// <summary>The versions listed one by one; any of them suffices.</summary>
    public IReadOnlyList<string> Versions { get; init; } = [];

    /// <summary>The binary packages built from it, as a distributor lists them (<c>ecosystem_specific</c>), by name.</summary>
    public IReadOnlyList<BinaryPackage> Binaries { get; init; } = [];

    /// <summary>Severities for this package alone.</summary>
    public IReadOnlyList<Severity> Severities { get; init; } = [];

    /// <summary>The ecosystem's or database's own word for this package (<c>ecosystem_specific</c> severity or urgency); empty when not stated.</summary>
    public string DatabaseSeverity { get; init; } = "";

    /// <summary>The database's <c>last_known_affected_version_range</c>, which no event states; empty when there is none.</summary>
    public string LastKnown { get; init; } = "";
}

/// <summary>A binary package of a distribution.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version in the update, or as it stands where there is none; empty when not stated.</param>
public readonly record struct BinaryPackage(string Name, string Version);

/// <summary>How the versions of a range are ordered.</summary>
public enum RangeType
{
    /// <summary>As the ecosystem orders them.</summary>
    Ecosystem,

    /// <summary>Semantic Versioning 2.0.0.</summary>
    SemVer,

    /// <summary>Commits, ordered by a history that is not here: only those stated can be judged.</summary>
    Git,
}

/// <summary>A range of affected versions, by events.</summary>
/// <param name="Type">How versions are ordered.</param>
/// <param name="Events">The events, as stated; order does not matter.</param>
/// <param name="Repository">The repository of a range of commits; empty otherwise.</param>
public sealed record AffectedRange(RangeType Type, IReadOnlyList<RangeEvent> Events, string Repository = "");

/// <summary>What an event of a range says.</summary>
public enum RangeEventKind
{
    /// <summary>Affected from here; <c>0</c> is before every version.</summary>
    Introduced,

    /// <summary>Not affected from here.</summary>
    Fixed,

    /// <summary>Not affected after here.</summary>
    LastAffected,

    /// <summary>The range speaks of nothing from here on; <c>*</c> is after every version.</summary>
    Limit,
}

/// <summary>One event of a range.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Version">At which version or commit.</param>
public readonly record struct RangeEvent(RangeEventKind Kind, string Version)
{
    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        RangeEventKind.Introduced => $"introduced {Version}",
        RangeEventKind.Fixed => $"fixed {Version}",
        RangeEventKind.LastAffected => $"last affected {Version}",
        _ => $"limit {Version}",
    };
}
