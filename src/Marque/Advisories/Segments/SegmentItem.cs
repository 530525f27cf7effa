namespace Marque.Advisories.Segments;

/// <summary>One record on its way into a segment.</summary>
/// <param name="Modified">When it was changed, in ticks.</param>
/// <param name="Flags">What it is.</param>
/// <param name="Source">Its feed, by number.</param>
/// <param name="RawLength">The length of the original record.</param>
/// <param name="RawChecksum">The checksum of the original record.</param>
/// <param name="Head">Its head, a blob.</param>
/// <param name="Affected">Its affected packages, blobs one behind the other.</param>
/// <param name="AffectedCount">How many.</param>
/// <param name="Original">The original bytes, as kept.</param>
internal readonly record struct SegmentItem(long Modified, RecordFlags Flags, ushort Source, int RawLength, uint RawChecksum, ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Affected, int AffectedCount, ReadOnlyMemory<byte> Original)
{
    /// <summary>Its id, from the head.</summary>
    public ReadOnlySpan<byte> Id => new BlobReader(Head.Span[8..]).Text();
}

/// <summary>What a record of a segment is.</summary>
[Flags]
internal enum RecordFlags : ushort
{
    None = 0,

    /// <summary>It was withdrawn.</summary>
    Withdrawn = 1,

    /// <summary>Its id was deleted: earlier records with it count no longer.</summary>
    Tombstone = 2,

    /// <summary>The original is kept deflated.</summary>
    Deflated = 4,
}
