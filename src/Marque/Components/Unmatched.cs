namespace Marque.Components;

/// <summary>Why a component cannot be matched against advisories.</summary>
public enum UnmatchedReason
{
    /// <summary>It has neither package URL nor CPE.</summary>
    NoPurl,

    /// <summary>It has a CPE but no package URL; advisories are matched by package URL.</summary>
    OnlyCpe,

    /// <summary>Its package URL is not one.</summary>
    MalformedPurl,

    /// <summary>The type of its package URL is not registered.</summary>
    UnknownType,

    /// <summary>The type of its package URL is registered, but no ecosystem of advisories belongs to it.</summary>
    NoEcosystem,

    /// <summary>Neither the package URL nor the component gives a version.</summary>
    NoVersion,

    /// <summary>Its version is none in its ecosystem.</summary>
    MalformedVersion,
}

/// <summary>Codes and words of reasons.</summary>
public static class UnmatchedReasons
{
    /// <summary>The stable code of a reason: <c>no-purl</c>, <c>malformed-purl</c> ...</summary>
    public static string Code(this UnmatchedReason reason) => reason switch
    {
        UnmatchedReason.NoPurl => "no-purl",
        UnmatchedReason.OnlyCpe => "only-cpe",
        UnmatchedReason.MalformedPurl => "malformed-purl",
        UnmatchedReason.UnknownType => "unknown-type",
        UnmatchedReason.NoEcosystem => "no-ecosystem",
        UnmatchedReason.NoVersion => "no-version",
        _ => "malformed-version",
    };

    /// <summary>The reason in a few words, the same for every component it holds for.</summary>
    public static string Words(this UnmatchedReason reason) => reason switch
    {
        UnmatchedReason.NoPurl => "no package URL",
        UnmatchedReason.OnlyCpe => "a CPE and no package URL",
        UnmatchedReason.MalformedPurl => "malformed package URL",
        UnmatchedReason.UnknownType => "type of package URL not registered",
        UnmatchedReason.NoEcosystem => "no advisories by this kind of package URL",
        UnmatchedReason.NoVersion => "no version",
        _ => "version that is none in its ecosystem: only looked for where a record lists it",
    };
}

/// <summary>A component that cannot be matched.</summary>
/// <param name="Component">The component.</param>
/// <param name="Reason">Why.</param>
/// <param name="Because">Why, in words, with what was written.</param>
public sealed record Unmatched(Component Component, UnmatchedReason Reason, string Because);

/// <summary>Something that was read otherwise than it is written, so that it can be matched.</summary>
/// <param name="Component">The component.</param>
/// <param name="Written">What the file says.</param>
/// <param name="Read">What it was taken for.</param>
/// <param name="Because">Why, in words.</param>
public sealed record Normalised(Component Component, string Written, string Read, string Because);

/// <summary>Components that are the same package: the same canonical package URL.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Again">One of the others.</param>
public sealed record SamePackage(Component First, Component Again);
