namespace Marque.Advisories.Segments;

/// <summary>Keeps copies of many small runs of bytes in few large arrays.</summary>
internal sealed class ByteStore
{
    private const int Chunk = 1 << 20;
    private byte[] chunk = [];
    private int used;

    public ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Chunk / 4) return bytes.ToArray();
        if (bytes.Length > chunk.Length - used) (chunk, used) = (GC.AllocateUninitializedArray<byte>(Chunk), 0);
        var kept = chunk.AsMemory(used, bytes.Length);
        bytes.CopyTo(kept.Span);
        used += bytes.Length;
        return kept;
    }
}
