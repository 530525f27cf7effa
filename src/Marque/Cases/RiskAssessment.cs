using Marque.Text;
using NodaTime;

namespace Marque.Cases;

/// <summary>The cybersecurity risk assessment, Article 13(2) to (4), with applicability (13(4)) and Statement of Applicability.</summary>
public sealed record RiskAssessment
{
    /// <summary>Intended purpose; null: not stated.</summary>
    public string? Purpose { get; init; }

    /// <summary>Reasonably foreseeable use, Article 3(24).</summary>
    public IReadOnlyList<string> ForeseeableUse { get; init; } = [];

    /// <summary>Reasonably foreseeable misuse, Article 3(25).</summary>
    public IReadOnlyList<string> ForeseeableMisuse { get; init; } = [];

    /// <summary>Conditions of use, such as the operational environment, Article 13(3).</summary>
    public IReadOnlyList<string> ConditionsOfUse { get; init; } = [];

    /// <summary>The assets to be protected, Article 13(3).</summary>
    public IReadOnlyList<Asset> Assets { get; init; } = [];

    /// <summary>The time the product is expected to be in use, in words or years, Article 13(3); null: not stated.</summary>
    public string? TimeInUse { get; init; }

    /// <summary>The risks.</summary>
    public IReadOnlyList<Risk> Risks { get; init; } = [];

    /// <summary>How Annex I Part I(1) is met, Article 13(3).</summary>
    public string? MeetsPartOnePointOne { get; init; }

    /// <summary>How Annex I Part II is met, Article 13(3).</summary>
    public string? MeetsPartTwo { get; init; }

    /// <summary>Applicability of points, Statement of Applicability for catalog items, conditions of remainder items.</summary>
    public IReadOnlyList<Applicability> Applicability { get; init; } = [];

    /// <summary>What triggers an update, Article 13(7).</summary>
    public IReadOnlyList<UpdateTrigger> Triggers { get; init; } = [];

    /// <summary>Record digest of the whole file.</summary>
    public required Digest Digest { get; init; }

    /// <summary>Where.</summary>
    public required Place Place { get; init; }
}

/// <summary>An asset.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where.</param>
public sealed record Asset(string Id, string Name, Place Place)
{
    /// <summary>What of it is protected, in words; null: not stated.</summary>
    public string? Protect { get; init; }

    /// <summary>The parts that hold it; empty: all.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];
}

/// <summary>A risk with its treatment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What can happen.</param>
/// <param name="Assets">The assets at stake.</param>
/// <param name="Rating">Rating before treatment; null: not rated.</param>
/// <param name="Residual">Rating after treatment; null: not rated.</param>
/// <param name="TreatedBy">The requirements that treat it.</param>
/// <param name="AcceptedBecause">Reasons for leaving the rest: <c>state-of-the-art</c>, <c>environment</c>, <c>insignificant</c>, <c>cost</c>, <c>appetite</c>. Cost and appetite alone are refused (rule F-9).</param>
/// <param name="NeedsMeasuresBeyond">Whether Part I(2)(a) to (m) do not suffice, so that additional measures under I.1 are needed (rule F-8).</param>
/// <param name="Digest">Record digest.</param>
/// <param name="Place">Where.</param>
public sealed record Risk(string Id, string Title, IReadOnlyList<string> Assets, string? Rating, string? Residual, IReadOnlyList<RequirementRef> TreatedBy, IReadOnlyList<string> AcceptedBecause, bool NeedsMeasuresBeyond, Digest Digest, Place Place)
{
    /// <summary>The threat, in words; null: not stated.</summary>
    public string? Threat { get; init; }

    /// <summary>How likely it is, in words; null: not stated.</summary>
    public string? Likelihood { get; init; }

    /// <summary>What follows if it happens, in words; null: not stated.</summary>
    public string? Impact { get; init; }

    /// <summary>How the treatment answers it, in words; null: not stated.</summary>
    public string? Because { get; init; }

    /// <summary>Who owns it; null: not stated.</summary>
    public string? Owner { get; init; }
}

/// <summary>Whether a point, item or condition applies. One that does not needs a reason, and an attested decision on this record's digest.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Parts">The parts; empty: all.</param>
/// <param name="Applies">Whether it applies.</param>
/// <param name="Because">Why.</param>
/// <param name="Risks">The risks that the reason rests on.</param>
/// <param name="Digest">Record digest.</param>
/// <param name="Place">Where.</param>
public sealed record Applicability(RequirementRef Requirement, IReadOnlyList<string> Parts, bool Applies, string Because, IReadOnlyList<(string Risk, Place Place)> Risks, Digest Digest, Place Place);

/// <summary>What triggers an update of the risk assessment, and the times it occurred.</summary>
/// <param name="Id">Its id.</param>
/// <param name="When">The trigger in words.</param>
/// <param name="Occurred">Each occurrence with the day it was heeded (null: not yet).</param>
/// <param name="Place">Where.</param>
public sealed record UpdateTrigger(string Id, string When, IReadOnlyList<(LocalDate On, LocalDate? Heeded)> Occurred, Place Place);
