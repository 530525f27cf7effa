using System.Diagnostics;
using Marque.Advisories;
using Marque.Components;
using Marque.Components.Purls;

namespace Marque.Bench;

/// <summary>Components against advisories, at three sizes of each; with the findings told, and the memory they take.</summary>
internal static class MatchingComponents
{
    public static void Run(bool smoke)
    {
        var threads = Environment.ProcessorCount;
        Console.WriteLine($"match: distinct component versions on {threads} threads; CPU of all of them");
        foreach (var advisories in smoke ? [2_000] : new[] { 30_000, 100_000, 300_000 })
        {
            var segment = ImportingAdvisories.Import(SyntheticAdvisories.Container(advisories), threads);
            foreach (var count in smoke ? [1_000] : advisories == 300_000 ? new[] { 1_000, 10_000, 100_000, 300_000 } : [100_000])
            {
                var components = SyntheticAdvisories.Components(count);
                Measure($"{components.Count} x {advisories}, first time", 1, segment, components, threads);
                if (!smoke) Measure(count == 100_000 && advisories == 300_000 ? "again (goal, cold: 1000 ms)" : "again", 5, segment, components, threads);
            }

            var index = ImportingAdvisories.Open(segment);
            var id = "CVE-2025-1234";
            var look = Clock.Best(100, () => index.ById(id, upstream: true));
            Console.WriteLine($"{"an id, with aliases and upstream ids",40} {look * 1e6,8:F1} us");
        }

        RustSec(smoke, threads);
    }

    // The same database and as many crates as cargo-audit needs 0.086 CPU seconds for.
    private static void RustSec(bool smoke, int threads)
    {
        var zip = new DirectoryInfo(AppContext.BaseDirectory);
        while (zip is not null && !File.Exists(Path.Combine(zip.FullName, "Marque.slnx"))) zip = zip.Parent;
        var path = Path.Combine(zip?.Parent?.FullName ?? "/", "shared", "corpora", "osv-rustsec", "osv-rustsec.zip");
        if (!File.Exists(path))
        {
            Console.WriteLine("match: RustSec skipped, the database is not here");
            return;
        }

        var builder = new AdvisoryIndexBuilder("rustsec");
        var crates = new List<string>();
        using (var container = System.IO.Compression.ZipFile.OpenRead(path))
        {
            foreach (var entry in container.Entries)
            {
                using var stream = entry.Open();
                var record = new MemoryStream();
                stream.CopyTo(record);
                builder.Add(record.ToArray());
                crates.AddRange(Osv.Read(record.ToArray()).Advisory!.Affected.Select(a => a.Name));
            }
        }

        var segment = new MemoryStream();
        builder.Write(segment);
        // As in a lock file: one crate in ten has an advisory.
        var components = Enumerable.Range(0, smoke ? 100 : 10_000).Select(n => Purl.Build("cargo", "", n % 10 == 0 ? crates[n / 10 % crates.Count] : $"crate-{n}", $"{n % 3}.{n % 40}.{n % 7}").Purl!).ToList();
        Measure("RustSec, 10,000 crates, first time", 1, segment.ToArray(), components, threads);
        Measure("again (cargo-audit: 86 ms CPU)", smoke ? 1 : 10, segment.ToArray(), components, threads);
    }

    private static void Measure(string what, int times, ReadOnlyMemory<byte> segment, List<Purl> components, int threads)
    {
        using var process = Process.GetCurrentProcess();
        var (best, cpu, findings, allocated) = (double.MaxValue, double.MaxValue, 0, 0L);
        for (var at = 0; at < times; at++)
        {
            GC.Collect();
            process.Refresh();
            var (spent, bytes, start) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(), Stopwatch.GetTimestamp());
            var matches = Match.Run(ImportingAdvisories.Open(segment), components, threads);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            process.Refresh();
            cpu = Math.Min(cpu, (process.TotalProcessorTime - spent).TotalMilliseconds);
            allocated = GC.GetTotalAllocatedBytes() - bytes;
            findings = matches.Sum(m => m.Findings.Count);
        }

        Console.WriteLine($"{what,40} {best,8:F1} ms {cpu,8:F1} ms CPU; {findings} findings, {allocated / 1e6:F0} MB allocated");
    }
}
