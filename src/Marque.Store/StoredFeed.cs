using Marque.Advisories.Feeds;
using NodaTime;

namespace Marque.Store;

/// <summary>A feed as it was last imported.</summary>
/// <param name="Name">Its name, which an import may choose.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Source">Whence: a path or URL, as it was named.</param>
/// <param name="AsOf">How old it is, by its own words: the date of the catalogue, or of its newest record; null: it does not say.</param>
/// <param name="ImportedAt">When it was imported.</param>
/// <param name="Records">How many records it holds.</param>
public sealed record StoredFeed(string Name, FeedKind Kind, string Source, Instant? AsOf, Instant ImportedAt, long Records)
{
    /// <summary>The entity tag of the bytes (RFC 9110, section 8.8.3); null: none.</summary>
    public string? ETag { get; init; }

    /// <summary>The modification time that a server gave, as it wrote it (RFC 9110, section 8.8.2); null: none.</summary>
    public string? LastModified { get; init; }
}
