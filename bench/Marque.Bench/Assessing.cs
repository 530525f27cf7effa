using System.Diagnostics;
using Marque.Assessments;
using NodaTime;

namespace Marque.Bench;

/// <summary>A full assessment (22 points, all pairs, every item on three parts) with facts already checked, at three numbers of facts; goal: 1 ms at 500.</summary>
internal static class Assessing
{
    private static readonly Instant At = Instant.FromUtc(2026, 11, 24, 23, 0);

    public static void Run(bool smoke)
    {
        var law = LegalFiles.Read();
        Console.WriteLine("assess: full assessment of one release, facts cached; floor: one SHA-256 of 64 bytes in the same run");
        Console.WriteLine($"{"facts",8} {"points",20} {"ms",8} {"KiB",8} {"x floor",10} {"goal",10}");
        foreach (var facts in (int[])[500, 2_000, 8_000])
        {
            var (index, seen) = SyntheticCase.Build(law, facts, releases: 1);
            var assessment = Assess.Run(index, seen, null, At);
            Clock.Warm(smoke, () => Assess.Run(index, seen, null, At));
            var demonstrated = assessment.Requirements.Count(r => r.Verdict == Verdict.Demonstrated);
            Clock.Warm(smoke, Floor);
            var floor = Clock.Best(smoke ? 2 : 20, Floor) / 1000;
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assess.Run(index, seen, null, At);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            var time = Clock.Best(smoke ? 5 : 400, () => Assess.Run(index, seen, null, At));
            var real = index.Case.Series.Sum(s => s.Facts.Count);
            Console.WriteLine($"{real,8} {$"{demonstrated} demonstrated",20} {time * 1e3,8:F3} {allocated / 1024,8} {time / floor,10:F0} {(facts == 500 ? "1 ms" : ""),10}");
        }

        Console.WriteLine("assess: all releases of one case (500 facts); goal: 1,000 releases within 1.5 s");
        foreach (var releases in (int[])[10, 100, 1_000])
        {
            var (index, seen) = SyntheticCase.Build(law, 500, releases);
            var versions = index.Case.Releases.Select(r => r.Version).ToList();
            var watch = Stopwatch.StartNew();
            foreach (var version in versions) Assess.Run(index, seen, version, At);
            Console.WriteLine($"{releases,8} releases {watch.Elapsed.TotalSeconds,8:F3} s {watch.Elapsed.TotalMilliseconds / releases,8:F3} ms each");
            if (smoke) break;
        }
    }

    private static void Floor()
    {
        for (var i = 0; i < 1000; i++) Text.Digest.Of("0123456789012345678901234567890123456789012345678901234567890123"u8);
    }
}
