namespace Marque.Components;

/// <summary>A few texts that wait to be numbered together.</summary>
internal sealed class TextBatch
{
    /// <summary>The most texts.</summary>
    public const int Most = 64;

    private readonly int[] ends = new int[Most];
    private byte[] bytes = new byte[4096];

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>One of them.</summary>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            var start = index == 0 ? 0 : ends[index - 1];
            return bytes.AsSpan(start, ends[index] - start);
        }
    }

    /// <summary>Adds a text; there must be room.</summary>
    public void Add(ReadOnlySpan<byte> utf8)
    {
        var start = Count == 0 ? 0 : ends[Count - 1];
        if (start + utf8.Length > bytes.Length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, start + utf8.Length));
        utf8.CopyTo(bytes.AsSpan(start));
        ends[Count++] = start + utf8.Length;
    }

    /// <summary>None waits any more.</summary>
    public void Clear() => Count = 0;
}
