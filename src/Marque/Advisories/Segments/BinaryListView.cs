using System.Buffers.Binary;

namespace Marque.Advisories.Segments;

/// <summary>A list of binary packages as it stands in a segment.</summary>
internal readonly ref struct BinaryListView
{
    /// <summary>The bytes that name a list.</summary>
    public const int IdSize = 16;

    private readonly ReadOnlySpan<byte> offsets, texts;

    /// <summary>Opens the payload of a blob.</summary>
    public BinaryListView(ReadOnlySpan<byte> payload)
    {
        var reader = new BlobReader(payload);
        Count = reader.Count();
        if (Count > reader.Left.Length / 4) Count = 0;
        offsets = reader.Take(4 * Count);
        texts = reader.Left;
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The number of the first with a name, or where it would stand.</summary>
    public int First(ReadOnlySpan<byte> name)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            At(middle, out var other, out _);
            if (other.SequenceCompareTo(name) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Whether a package stands there with this very version.</summary>
    public bool Has(ReadOnlySpan<byte> name, ReadOnlySpan<byte> version)
    {
        var (low, high) = (First(name), Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            At(middle, out var other, out var its);
            var order = other.SequenceEqual(name) ? its.SequenceCompareTo(version) : 1;
            if (order == 0) return true;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return false;
    }

    /// <summary>A package: its name, and its version, empty where none is stated.</summary>
    public void At(int number, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> version)
    {
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(offsets[(4 * number)..]);
        var text = offset > (uint)texts.Length ? default : new BlobReader(texts[(int)offset..]).Text();
        var end = text.IndexOf((byte)0);
        name = end < 0 ? text : text[..end];
        version = end < 0 ? default : text[(end + 1)..];
    }
}
