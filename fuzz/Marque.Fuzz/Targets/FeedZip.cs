using System.IO.Compression;
using Marque.Outside.Feeds;

namespace Marque.Fuzz.Targets;

/// <summary>ZIP containers of feeds: refused with a reason, or read to the very bytes that another reader finds; and imported without a fault.</summary>
internal static class FeedZip
{
    public static IEnumerable<byte[]> Seeds => [Made(CompressionLevel.Optimal, 2), Made(CompressionLevel.NoCompression, 1), Made(CompressionLevel.SmallestSize, 40), Made(CompressionLevel.Optimal, 0)];

    public static void Run(ReadOnlySpan<byte> bytes)
    {
        var path = Scratch.File.With(bytes);
        Members(path);
        Feeds.Import(path);
    }

    private static void Members(string path)
    {
        var read = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using (var handle = File.OpenHandle(path))
        {
            try
            {
                using var reader = new ZipReader(handle);
                foreach (var member in ZipDirectory.Read(handle)) read[member.Name] = reader.Read(member).ToArray();
            }
            catch (InvalidDataException fault)
            {
                if (fault.Message.Length == 0) throw new InvalidOperationException("refused without a reason", fault);
                return;
            }
        }

        try
        {
            using var other = ZipFile.OpenRead(path);
            foreach (var entry in other.Entries.Where(e => read.ContainsKey(e.FullName)))
            {
                using var stream = entry.Open();
                using var whole = new MemoryStream();
                stream.CopyTo(whole);
                // A name may stand twice; then it is one of the two.
                if (other.Entries.Count(e => e.FullName == entry.FullName) == 1 && !whole.ToArray().AsSpan().SequenceEqual(read[entry.FullName])) throw new InvalidOperationException($"other bytes of {entry.FullName}");
            }
        }
        catch (InvalidDataException)
        {
            // The other is stricter with what does not matter here, such as comments.
        }
    }

    private static byte[] Made(CompressionLevel level, int count)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < count; i++)
            {
                using var stream = zip.CreateEntry($"X-{i}.json", level).Open();
                stream.Write(Feeds.Record(i));
            }
        }

        return bytes.ToArray();
    }
}
