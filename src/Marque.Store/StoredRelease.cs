using NodaTime;

namespace Marque.Store;

/// <summary>A release of a product.</summary>
/// <param name="Product">The product's id.</param>
/// <param name="Version">Its version.</param>
public sealed record StoredRelease(string Product, string Version)
{
    /// <summary>Its release line; null: not known.</summary>
    public string? Line { get; init; }

    /// <summary>Whether it is supported; null: not known.</summary>
    public bool? IsSupported { get; init; }

    /// <summary>First placing on the market; null: not placed, or not known.</summary>
    public LocalDate? FirstPlaced { get; init; }

    /// <summary>Last placing on the market; null: ongoing, not placed, or not known.</summary>
    public LocalDate? LastPlaced { get; init; }
}

/// <summary>A bill of materials as it was imported.</summary>
/// <param name="Sha256">The digest of its bytes, which are kept under it.</param>
/// <param name="Format">CycloneDX or SPDX.</param>
/// <param name="FormatVersion">The version of the format.</param>
/// <param name="Subject">What it describes; null: it does not say.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="ImportedAt">When it was imported.</param>
public sealed record StoredSbom(Text.Digest Sha256, string Format, string FormatVersion, string? Subject, long Bytes, Instant ImportedAt)
{
    /// <summary>How many distinct component versions it names.</summary>
    public long Components { get; init; }

    /// <summary>How many components no advisory can be matched with, by reason.</summary>
    public IReadOnlyList<(string Reason, long Count)> Unmatched { get; init; } = [];

    /// <summary>The releases it belongs to.</summary>
    public IReadOnlyList<(string Product, string Version)> Releases { get; init; } = [];
}
