using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Marque.Advisories.Segments;

/// <summary>Gathers lists of binary packages with their versions, each distinct one once: a distributor repeats the same list in every record that one update fixes.</summary>
internal sealed class BinaryLists : IComparer<int>
{
    private readonly BlobWriter texts = new(1024), packed = new(1024);
    private readonly List<int> starts = [];
    private readonly ByteStore store = new();
    private readonly Dictionary<UInt128, ReadOnlyMemory<byte>> kept = [];

    /// <summary>The lists by the first half of the SHA-256 of what was stated: so nobody can make one that is taken for another.</summary>
    public IReadOnlyDictionary<UInt128, ReadOnlyMemory<byte>> Kept => kept;

    /// <summary>How many bytes the lists have.</summary>
    public long Size { get; private set; }

    /// <summary>Begins a list.</summary>
    public void Clear()
    {
        texts.Cut();
        starts.Clear();
    }

    /// <summary>Adds a package; its version is empty where none is stated.</summary>
    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> version)
    {
        // A zero parts name and version; no package is named with one.
        if (name.IsEmpty || name.Contains((byte)0)) return;
        starts.Add(texts.Length);
        texts.Number(name.Length + 1 + version.Length);
        texts.Raw(name);
        texts.Byte(0);
        texts.Raw(version);
    }

    /// <summary>Ends the list and writes what names it: nothing where it is empty.</summary>
    public void WriteTo(BlobWriter target)
    {
        if (starts.Count == 0)
        {
            target.Text(default);
            return;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(texts.Written, hash);
        var id = BinaryPrimitives.ReadUInt128BigEndian(hash);
        if (!kept.ContainsKey(id)) kept.Add(id, Packed());
        target.Text(hash[..BinaryListView.IdSize]);
    }

    /// <inheritdoc/>
    public int Compare(int x, int y)
    {
        BlobReader one = new(texts.Written[x..]), other = new(texts.Written[y..]);
        return one.Text().SequenceCompareTo(other.Text());
    }

    // A count, an offset for each, the texts in ordinal order: a name is found by halves.
    private ReadOnlyMemory<byte> Packed()
    {
        starts.Sort(this);
        var count = 0;
        for (var at = 0; at < starts.Count; at++)
        {
            if (count == 0 || Compare(starts[count - 1], starts[at]) != 0) starts[count++] = starts[at];
        }

        packed.Cut();
        var start = packed.Begin();
        packed.Number(count);
        for (var at = 0; at < count; at++) packed.Fixed((uint)starts[at]);
        packed.Raw(texts.Written);
        packed.End(start);
        Size += packed.Length;
        return store.Keep(packed.Written);
    }
}
