namespace Marque.Legal;

/// <summary>What a source is.</summary>
public enum SourceKind
{
    /// <summary>Another act of Union law.</summary>
    Law,

    /// <summary>A corrigendum to the Regulation.</summary>
    Corrigendum,

    /// <summary>Commission or ENISA guidance, non-binding.</summary>
    Guidance,

    /// <summary>A standard.</summary>
    Standard,

    /// <summary>Good practice.</summary>
    Practice,
}

/// <summary>Something that is cited besides the Regulation.</summary>
/// <param name="Name">The name by which it is cited, such as <c>guidance C(2026) 5252</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="What">What it holds.</param>
/// <param name="Reference">Its publication reference, as far as the set's makers saw it; null when the name is all that was seen.</param>
/// <param name="Seen">How well it was seen when the set was made.</param>
public sealed record LegalSource(string Name, SourceKind Kind, string What, string? Reference, string Seen);
