using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using Marque.Advisories;

namespace Marque.Bench;

/// <summary>Advisories: a container of OSV records made into an index against inflating and scanning the same container on as many threads; and opening the index.</summary>
internal static class ImportingAdvisories
{
    public static void Run(bool smoke)
    {
        var threads = Environment.ProcessorCount;
        Console.WriteLine($"advisories: best of the run, {threads} threads; the floor inflates every record and walks over its tokens");
        foreach (var count in smoke ? [2_000] : new[] { 30_000, 100_000, 300_000 })
        {
            var container = SyntheticAdvisories.Container(count);
            var size = container.Sum(r => (long)r.Length);
            ReadOnlyMemory<byte> merged = default;
            Clock.Warm(smoke, () => Scan(container.AsSpan(0, Math.Min(2000, count)).ToArray(), threads));
            Clock.Warm(smoke, () => Import(container.AsSpan(0, Math.Min(2000, count)).ToArray(), threads));
            var times = smoke ? 1 : 3;
            var floor = Clock.Best(times, () => Scan(container, threads));
            var import = Clock.Best(times, () => merged = Import(container, threads));
            Row($"{count} records, {size / 1e6:F0} MB: floor", floor, $"{size / floor / 1e6,8:F0} MB/s");
            Row("import (goal: 50 %)", import, $"{floor / import,8:P0} of the floor; index of {merged.Length / 1e6:F0} MB");
            var open = Clock.Best(smoke ? 1 : 20, () => Open(merged));
            Row("open (goal for 300,000: 20 ms)", open, "");
            var index = Open(merged);
            var again = Clock.Best(1, () => Again(container, index));
            Row("import again, nothing new, 1 thread", again, $"{size / again / 1e6,8:F0} MB/s");
        }
    }

    /// <summary>An index of a container: a builder for each thread, all written as one segment.</summary>
    public static ReadOnlyMemory<byte> Import((byte[] Deflated, int Length)[] container, int threads)
    {
        var builders = new AdvisoryIndexBuilder[threads];
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
        {
            var builder = builders[part] = new AdvisoryIndexBuilder("osv");
            Each(container, part, threads, (record, deflated) => builder.AddShared(record, deflated));
        });
        var segment = new MemoryStream((int)builders.Sum(b => b.Size));
        AdvisoryIndexBuilder.Write(segment, builders);
        return segment.GetBuffer().AsMemory(0, (int)segment.Length);
    }

    public static AdvisoryIndex Open(ReadOnlyMemory<byte> segment) => AdvisoryIndex.Open([segment]).Value!;

    private static void Scan((byte[] Deflated, int Length)[] container, int threads) => Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part => Each(container, part, threads, (record, _) =>
    {
        var reader = new Utf8JsonReader(record);
        while (reader.Read())
        {
        }
    }));

    private static void Again((byte[] Deflated, int Length)[] container, AdvisoryIndex known)
    {
        var builder = new AdvisoryIndexBuilder("osv", known);
        Each(container, 0, 1, (record, deflated) => builder.AddShared(record, deflated));
        if (builder.Count != 0) throw new InvalidOperationException($"{builder.Count} records are new");
    }

    private static void Each((byte[] Deflated, int Length)[] container, int part, int parts, Record record)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 20);
        for (var at = part; at < container.Length; at += parts)
        {
            var (deflated, length) = container[at];
            using var inflate = new DeflateStream(new MemoryStream(deflated), CompressionMode.Decompress);
            inflate.ReadExactly(buffer, 0, length);
            record(buffer.AsSpan(0, length), deflated);
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static void Row(string what, double seconds, string more) => Console.WriteLine($"{what,40} {seconds * 1e3,8:F1} ms {more}");

    private delegate void Record(ReadOnlySpan<byte> record, ReadOnlyMemory<byte> deflated);
}
