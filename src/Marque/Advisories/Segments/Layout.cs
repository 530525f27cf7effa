using System.Buffers.Binary;

namespace Marque.Advisories.Segments;

/// <summary>
/// The byte layout of a segment, version 2, little-endian. A mark of 8 bytes, the parts one behind the other, a footer of fixed size: for each part its offset,
/// length and checksum; then the counts; then the footer's own checksum and the mark again. The checksums of the tables are checked when a segment is opened; heads, affected
/// packages, lists of binary packages and original records carry their own and are checked when read; names of packages are checked by their hash.
/// </summary>
internal static class Layout
{
    public const int Parts = 11;
    public const int Keys = 0, Postings = 1, Records = 2, Ids = 3, Sources = 4, Lists = 5, Names = 6, Heads = 7, Affected = 8, Originals = 9, Binaries = 10;

    /// <summary>The parts up to here are checked when a segment is opened.</summary>
    public const int Checked = 6;

    /// <summary>A key: hash of base and name (8), where its name stands (4), first posting (4), how many (4).</summary>
    public const int KeySize = 20;

    /// <summary>A posting: record (4), where the affected package stands (4).</summary>
    public const int PostingSize = 8;

    /// <summary>An id: hash (8), record (4), where it stands in the record's head, and in the lowest bits what it is to the record (4).</summary>
    public const int IdSize = 16;

    /// <summary>So many bits tell an <see cref="IdKind"/>.</summary>
    public const int IdKindBits = 2;

    /// <summary>A list of binary packages: what names it (16), where it stands (4).</summary>
    public const int ListSize = 20;

    /// <summary>A record: see <see cref="RecordEntry"/>.</summary>
    public const int RecordSize = 48;

    /// <summary>For each part offset (8), length (8), checksum (4).</summary>
    public const int PartSize = 20;

    public const int FooterSize = 4 + Parts * PartSize + 4 + 4 + 4 + 8 + 4 + 8;

    /// <summary>The parts as they follow each other, by layout: those of layout 1 have no lists of binary packages.</summary>
    public static ReadOnlySpan<byte> Order(byte layout) => layout == 1 ? [Keys, Postings, Records, Ids, Sources, Names, Heads, Affected, Originals] : [Keys, Postings, Records, Ids, Sources, Lists, Names, Heads, Affected, Originals, Binaries];

    /// <summary>The first and last bytes of a segment.</summary>
    public static ReadOnlySpan<byte> Mark => "MARQADV\u0002"u8;

    /// <summary>The hash of a package's key.</summary>
    public static ulong KeyHash(ReadOnlySpan<byte> ecosystem, ReadOnlySpan<byte> name) => Checksum.Hash(name, Checksum.Hash(ecosystem, 1));

    /// <summary>The hash of an id.</summary>
    public static ulong IdHash(ReadOnlySpan<byte> id) => Checksum.Hash(id, 2);
}

/// <summary>What an id is to a record.</summary>
internal enum IdKind
{
    Own,
    Alias,
    Upstream,
}

/// <summary>An entry of the table of records.</summary>
internal readonly record struct RecordEntry(long Modified, long Original, int StoredLength, int RawLength, uint RawChecksum, uint Head, uint Affected, uint AffectedLength, int AffectedCount, RecordFlags Flags, ushort Source)
{
    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteInt64LittleEndian(to, Modified);
        // 48 bits of offset, 16 of flags: a segment is far smaller.
        BinaryPrimitives.WriteInt64LittleEndian(to[8..], Original << 16 | (ushort)Flags);
        BinaryPrimitives.WriteInt32LittleEndian(to[16..], StoredLength);
        BinaryPrimitives.WriteInt32LittleEndian(to[20..], RawLength);
        BinaryPrimitives.WriteUInt32LittleEndian(to[24..], RawChecksum);
        BinaryPrimitives.WriteUInt32LittleEndian(to[28..], Head);
        BinaryPrimitives.WriteUInt32LittleEndian(to[32..], Affected);
        BinaryPrimitives.WriteUInt32LittleEndian(to[36..], AffectedLength);
        BinaryPrimitives.WriteInt32LittleEndian(to[40..], AffectedCount);
        BinaryPrimitives.WriteInt32LittleEndian(to[44..], Source);
    }

    public static RecordEntry Read(ReadOnlySpan<byte> from)
    {
        var place = BinaryPrimitives.ReadInt64LittleEndian(from[8..]);
        return new(BinaryPrimitives.ReadInt64LittleEndian(from), place >> 16, BinaryPrimitives.ReadInt32LittleEndian(from[16..]), BinaryPrimitives.ReadInt32LittleEndian(from[20..]),
            BinaryPrimitives.ReadUInt32LittleEndian(from[24..]), BinaryPrimitives.ReadUInt32LittleEndian(from[28..]), BinaryPrimitives.ReadUInt32LittleEndian(from[32..]),
            BinaryPrimitives.ReadUInt32LittleEndian(from[36..]), BinaryPrimitives.ReadInt32LittleEndian(from[40..]), (RecordFlags)(ushort)place, (ushort)BinaryPrimitives.ReadInt32LittleEndian(from[44..]));
    }
}
