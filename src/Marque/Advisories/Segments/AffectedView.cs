using System.Buffers.Binary;

namespace Marque.Advisories.Segments;

/// <summary>An affected package as it stands in a segment, read step by step.</summary>
internal ref struct AffectedView
{
    private BlobReader reader;

    /// <summary>Opens the payload of a blob.</summary>
    public AffectedView(ReadOnlySpan<byte> payload)
    {
        reader = new BlobReader(payload);
        Ecosystem = reader.Text();
        Name = reader.Text();
        Binaries = reader.Text();
        NoteCount = reader.Count();
        Notes = reader.Left;
        for (var at = 0; at < NoteCount && !reader.Failed; at++) reader.Text();
        RangeCount = reader.Count();
    }

    /// <summary>The ecosystem, as stated.</summary>
    public ReadOnlySpan<byte> Ecosystem { get; }

    /// <summary>The name, as stated.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>What names its list of binary packages, <see cref="BinaryListView.IdSize"/> bytes; empty: it lists none.</summary>
    public ReadOnlySpan<byte> Binaries { get; }

    /// <summary>How many things were not applied.</summary>
    public int NoteCount { get; }

    /// <summary>What was not applied.</summary>
    public ReadOnlySpan<byte> Notes { get; }

    /// <summary>How many ranges there are.</summary>
    public int RangeCount { get; }

    /// <summary>Whether it broke off.</summary>
    public readonly bool Failed => reader.Failed;

    /// <summary>The next range; to be called <see cref="RangeCount"/> times.</summary>
    public RangeView Range()
    {
        var type = (RangeType)reader.Byte();
        var repository = reader.Text();
        var count = reader.Count();
        var events = reader.Left;
        for (var at = 0; at < count && !reader.Failed; at++)
        {
            reader.Byte();
            reader.Text();
        }

        return new RangeView(type, repository, count, events[..(events.Length - reader.Left.Length)]);
    }

    /// <summary>Behind all ranges: the versions listed.</summary>
    public VersionsView Versions()
    {
        var count = (int)Math.Min(int.MaxValue, (ulong)reader.Number());
        if (count <= VersionList.Few)
        {
            var texts = reader.Left;
            for (var at = 0; at < count && !reader.Failed; at++) reader.Text();
            return new VersionsView(count, default, texts[..(texts.Length - reader.Left.Length)]);
        }

        if (count > reader.Left.Length / 4) count = 0;
        var length = reader.Take(4) is { Length: 4 } bytes ? BinaryPrimitives.ReadInt32LittleEndian(bytes) : 0;
        var offsets = reader.Take(4 * count);
        return new VersionsView(count, offsets, reader.Take(length));
    }

    /// <summary>Behind the versions: package URL, severities, the database's word, its last known range.</summary>
    public (string Purl, Severity[] Severities, string Word, string LastKnown) Rest()
    {
        var purl = reader.String();
        var severities = HeadView.ReadSeverities(ref reader);
        return (purl, severities, reader.String(), reader.String());
    }
}

/// <summary>A range as it stands in a segment.</summary>
internal readonly ref struct RangeView(RangeType type, ReadOnlySpan<byte> repository, int count, ReadOnlySpan<byte> events)
{
    public RangeType Type { get; } = type;

    public ReadOnlySpan<byte> Repository { get; } = repository;

    public int Count { get; } = count;

    /// <summary>The events: for each a byte that says which, and a text.</summary>
    public BlobReader Events { get; } = new(events);
}

/// <summary>The versions listed, as they stand in a segment.</summary>
internal readonly ref struct VersionsView(int count, ReadOnlySpan<byte> offsets, ReadOnlySpan<byte> texts)
{
    public int Count { get; } = count;

    /// <summary>All of them, in a row; in the order of the record where they are few, else in ordinal order by their offsets.</summary>
    public BlobReader Texts => new(texts);

    private readonly ReadOnlySpan<byte> texts = texts;
    private readonly ReadOnlySpan<byte> offsets = offsets;

    /// <summary>Whether these very bytes are among them.</summary>
    public bool Contains(ReadOnlySpan<byte> version)
    {
        if (offsets.IsEmpty)
        {
            var row = new BlobReader(texts);
            for (var at = 0; at < Count && !row.Failed; at++)
            {
                if (row.Text().SequenceEqual(version)) return true;
            }

            return false;
        }

        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = At(middle).SequenceCompareTo(version);
            if (order == 0) return true;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return false;
    }

    private ReadOnlySpan<byte> At(int number)
    {
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(offsets[(4 * number)..]);
        return offset > (uint)texts.Length ? default : new BlobReader(texts[(int)offset..]).Text();
    }
}
