using System.IO.Compression;
using Marque.Outside;

namespace Marque.Fuzz.Targets;

/// <summary>Feeds packed with gzip: refused with a reason, or read to the very bytes that another reader finds; and imported without a fault.</summary>
internal static class FeedGzip
{
    public static IEnumerable<byte[]> Seeds => [Made(1), [.. Made(1), .. Made(2)], [.. Made(0), .. Made(30)]];

    public static void Run(ReadOnlySpan<byte> bytes)
    {
        // What is no gzip is read as something else, and is another target's.
        if (bytes is not [0x1f, 0x8b, ..]) return;
        var path = Scratch.File.With(bytes);
        using var read = new MemoryStream();
        try
        {
            using var unpacked = new Unpacked(path);
            unpacked.CopyTo(read);
        }
        catch (InvalidDataException fault)
        {
            if (fault.Message.Length == 0) throw new InvalidOperationException("refused without a reason", fault);
            Feeds.Import(path);
            return;
        }

        using var other = new MemoryStream();
        try
        {
            using var inflate = new GZipStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress);
            inflate.CopyTo(other);
        }
        catch (InvalidDataException)
        {
            // The other wants the checksum right behind the content; here something may stand between them.
            return;
        }

        if (!read.GetBuffer().AsSpan(0, (int)read.Length).SequenceEqual(other.GetBuffer().AsSpan(0, (int)other.Length))) throw new InvalidOperationException("other bytes");
        Feeds.Import(path);
    }

    private static byte[] Made(int count)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var i = 0; i < count; i++) gzip.Write([.. Feeds.Record(i), (byte)'\n']);
        }

        return bytes.ToArray();
    }
}
