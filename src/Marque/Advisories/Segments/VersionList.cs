using System.Buffers.Binary;
using System.Text.Json;

namespace Marque.Advisories.Segments;

/// <summary>The versions a record lists: in ordinal order with an offset each, so that one is found among a hundred thousand in seventeen steps.</summary>
internal sealed class VersionList : IComparer<int>
{
    /// <summary>Up to so many stand as stated.</summary>
    public const int Few = 16;

    private readonly BlobWriter texts = new(1024), scratch = new();
    private readonly List<int> starts = [];

    public void Clear()
    {
        texts.Cut();
        starts.Clear();
    }

    /// <summary>Adds the current text; false when its bytes are no characters.</summary>
    public bool Add(ref Utf8JsonReader reader)
    {
        var start = texts.Length;
        if (!OsvToken.Sized(ref reader, texts, scratch)) return false;
        starts.Add(start);
        return true;
    }

    /// <summary>Writes the count; beyond <see cref="Few"/> the length of all texts and an offset for each; then the texts.</summary>
    public void WriteTo(BlobWriter target)
    {
        target.Number(starts.Count);
        if (starts.Count <= Few)
        {
            target.Raw(texts.Written);
            return;
        }

        starts.Sort(this);
        target.Fixed((uint)texts.Length);
        var offsets = target.Take(4 * starts.Count);
        for (var at = 0; at < starts.Count; at++) BinaryPrimitives.WriteInt32LittleEndian(offsets[(4 * at)..], starts[at]);
        target.Raw(texts.Written);
    }

    /// <inheritdoc/>
    public int Compare(int x, int y)
    {
        BlobReader one = new(texts.Written[x..]), other = new(texts.Written[y..]);
        return one.Text().SequenceCompareTo(other.Text());
    }
}
