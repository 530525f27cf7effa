using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using System.Xml;
using Marque.Facts;
using Marque.Outside;

namespace Marque.Bench;

/// <summary>Re-check of facts on one core: a first content check against a bare scan of the same bytes (goals: 60 % of XmlReader, 50 % of Utf8JsonReader), opaque bytes against SHA-256 (goal: 80 %), and memory.</summary>
internal static class CheckingFacts
{
    public static void Run(bool smoke)
    {
        // First, while the process is still small.
        Memory(smoke);
        Console.WriteLine("facts: content check of one artefact, hashing not included; floor: the framework's reader over the same bytes in the same run");
        Console.WriteLine($"{"artefact",12} {"MiB",6} {"floor",18} {"MB/s",8} {"ours MB/s",10} {"ratio",7} {"goal",6}");
        foreach (var size in smoke ? new[] { 1 } : [1, 8, 64])
        {
            foreach (var (name, kind, facts) in new[] { ("junit", FactKind.JUnit, SyntheticFacts.JUnit), ("trx", FactKind.Trx, SyntheticFacts.Trx), ("junit log", FactKind.JUnit, SyntheticFacts.Log) }) Row(name, kind, facts.Bytes(size * 1024L * 1024), "XmlReader", Xml, 0.6, smoke);
            foreach (var (name, kind, facts) in new[] { ("sarif", FactKind.Sarif, SyntheticFacts.Sarif), ("cyclonedx", FactKind.CycloneDx, SyntheticFacts.CycloneDx), ("spdx", FactKind.Spdx, SyntheticFacts.Spdx) }) Row(name, kind, facts.Bytes(size * 1024L * 1024), "Utf8JsonReader", Json, 0.5, smoke);
        }

        Console.WriteLine("facts: hash and check in one pass; floor: SHA-256 of the same bytes");
        Console.WriteLine($"{"artefact",12} {"MiB",6} {"floor",18} {"MB/s",8} {"ours MB/s",10} {"ratio",7} {"goal",6}");
        foreach (var size in smoke ? new[] { 1 } : [1, 8, 64])
        {
            var opaque = new byte[size * 1024 * 1024];
            for (var i = 0; i < opaque.Length; i++) opaque[i] = (byte)(i * 2654435761u >> 13);
            Hashed("opaque", null, opaque, 0.8, smoke);
            Hashed("text log", FactKind.Text, SyntheticFacts.Text.Bytes(size * 1024L * 1024), null, smoke);
        }

        Console.WriteLine("facts: a file whose bytes were checked before, digest and kept result; floor: SHA-256 of the same bytes in memory");
        Console.WriteLine($"{"artefact",12} {"MiB",6} {"floor",18} {"MB/s",8} {"ours MB/s",10} {"ratio",7} {"goal",6}");
        foreach (var size in smoke ? new[] { 1 } : [1, 8, 64]) Kept("sarif", "sarif", SyntheticFacts.Sarif.Bytes(size * 1024L * 1024), 0.8, smoke);
    }

    // The whole look at one fact of a case: find the file, read it, digest it, find the result.
    private static void Kept(string name, string kind, byte[] bytes, double goal, bool smoke)
    {
        var root = Directory.CreateTempSubdirectory("marque-bench").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(root, "evidence"));
            File.WriteAllText(Path.Combine(root, "marque.yaml"), "product: { id: bench, name: Bench }\nparts:\n  - { id: app, type: software-application, targetLevel: 1 }\n");
            File.WriteAllText(Path.Combine(root, "evidence", "scan.yaml"), $"series: scan\nkind: {kind}\npath: scan\nfacts:\n  - sha256: {Convert.ToHexStringLower(SHA256.HashData(bytes))}\n    observedAt: \"2026-11-01T00:00:00Z\"\n");
            File.WriteAllBytes(Path.Combine(root, "scan"), bytes);
            var folder = CaseFolder.Read(root).Value ?? throw new InvalidOperationException("the synthetic case does not read");
            var before = CheckedBefore.In(Path.Combine(root, "data"));
            if (See.Facts(folder, before).Facts[0].Observation.Check?.Outcome != Outcome.Supports) throw new InvalidOperationException($"the synthetic {name} does not support");
            var times = smoke ? 2 : Math.Clamp(200 * 1024 * 1024 / bytes.Length, 5, 40);
            Clock.Warm(smoke, () => See.Facts(folder, before));
            var (best, ours) = (double.MaxValue, double.MaxValue);
            for (var i = 0; i < times; i++)
            {
                best = Math.Min(best, Clock.Best(1, () => SHA256.HashData(bytes)));
                ours = Math.Min(ours, Clock.Best(1, () => See.Facts(folder, before)));
            }

            Print(name, bytes, "SHA-256", best, ours, goal);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static void Row(string name, FactKind kind, byte[] bytes, string floorName, Action<byte[]> floor, double goal, bool smoke)
    {
        var outcome = Check(bytes, kind).Outcome;
        if (outcome != Outcome.Supports) throw new InvalidOperationException($"the synthetic {name} is {outcome}");
        var times = smoke ? 2 : Math.Clamp(200 * 1024 * 1024 / bytes.Length, 5, 40);
        Clock.Warm(smoke, () =>
        {
            floor(bytes);
            Check(bytes, kind);
        });

        // Alternating, so that other load on the machine meets both.
        var (best, ours) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < times; i++)
        {
            best = Math.Min(best, Clock.Best(1, () => floor(bytes)));
            ours = Math.Min(ours, Clock.Best(1, () => Check(bytes, kind)));
        }

        Print(name, bytes, floorName, best, ours, goal);
    }

    private static void Hashed(string name, FactKind? kind, byte[] bytes, double? goal, bool smoke)
    {
        var times = smoke ? 2 : Math.Clamp(200 * 1024 * 1024 / bytes.Length, 5, 40);
        Clock.Warm(smoke, () =>
        {
            SHA256.HashData(bytes);
            HashAndCheck();
        });
        var (best, ours) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < times; i++)
        {
            best = Math.Min(best, Clock.Best(1, () => SHA256.HashData(bytes)));
            ours = Math.Min(ours, Clock.Best(1, HashAndCheck));
        }

        Print(name, bytes, "SHA-256", best, ours, goal);

        void HashAndCheck()
        {
            using var stream = new HashingStream(new MemoryStream(bytes));
            ContentCheck.Run(stream, kind, Expectation.None);
            stream.Digest();
        }
    }

    private static void Print(string name, byte[] bytes, string floorName, double floor, double ours, double? goal) =>
        Console.WriteLine($"{name,12} {bytes.Length / 1048576,6} {floorName,18} {bytes.Length / floor / 1e6,8:F0} {bytes.Length / ours / 1e6,10:F0} {floor / ours,7:F2} {goal,6:F2}");

    private static void Memory(bool smoke)
    {
        Console.WriteLine("facts: live managed memory at most, checking a stream of 1 MiB and one of 1 GiB");
        (string Name, FactKind Kind, SyntheticFacts Facts)[] all =
        [
            ("junit", FactKind.JUnit, SyntheticFacts.JUnit), ("junit log", FactKind.JUnit, SyntheticFacts.Log), ("trx", FactKind.Trx, SyntheticFacts.Trx), ("sarif", FactKind.Sarif, SyntheticFacts.Sarif),
            ("cyclonedx", FactKind.CycloneDx, SyntheticFacts.CycloneDx), ("text log", FactKind.Text, SyntheticFacts.Text),
        ];
        foreach (var (name, kind, facts) in all)
        {
            var small = Peak(facts.Stream(1024 * 1024), kind);
            var large = Peak(facts.Stream(smoke ? 16L * 1024 * 1024 : 1024L * 1024 * 1024), kind);
            Console.WriteLine($"{name,12} {small / 1024.0 / 1024,6:F2} MiB {large / 1024.0 / 1024,6:F2} MiB");
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"{"",12} peak working set of the process after all of them {process.PeakWorkingSet64 / 1024 / 1024} MiB");
    }

    // The most that is alive at any of many moments, beyond what was alive before.
    private static long Peak(Stream content, FactKind kind)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var watched = new WatchedStream(content, before);
        ContentCheck.Run(watched, kind, Expectation.None);
        return watched.Most;
    }

    private static Facts.Check Check(byte[] bytes, FactKind kind)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        return ContentCheck.Run(stream, kind, Expectation.None);
    }

    private static void Xml(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (reader.Read())
        {
        }
    }

    private static void Json(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
        }
    }
}
