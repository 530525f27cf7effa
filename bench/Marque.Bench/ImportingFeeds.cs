using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Marque.Outside;
using Marque.Outside.Feeds;

namespace Marque.Bench;

/// <summary>A bucket of advisories as a ZIP container: read, indexed and written as segments, against inflating and scanning the same container on as many threads. Goal: half of that.</summary>
internal static class ImportingFeeds
{
    public static void Run(bool smoke)
    {
        var threads = Environment.ProcessorCount;
        foreach (var count in smoke ? [200] : new[] { 10_000, 30_000, 100_000 })
        {
            var path = Path.Combine(Path.GetTempPath(), $"marque-bench-{Environment.ProcessId}.zip");
            try
            {
                Container(path, count);
                var floor = Clock.Best(smoke ? 1 : 3, () => Scan(path, threads));
                var ours = Clock.Best(smoke ? 1 : 3, () => Import(path, threads, count));
                Console.WriteLine($"import: {count,7} advisories, {new FileInfo(path).Length / 1024 / 1024,4} MiB packed, {threads} threads: inflate and scan {floor * 1e3,8:F1} ms, import {ours * 1e3,8:F1} ms, {floor / ours,6:P0} of it (goal 50 %)");
            }
            finally
            {
                File.Delete(path);
            }
        }
    }

    private static void Import(string path, int threads, int count)
    {
        var source = FeedSource.Open(path, "all.zip").Value!;
        var content = FeedImport.Read(source, "osv", null, threads, new SeeingProgress(), CancellationToken.None).Value!;
        if (content.Added != count) throw new InvalidOperationException($"{content.Added} of {count} were added: {(content.Refused is [var first, ..] ? first.Reason : "nothing refused")}");
        Parallel.ForEach(content.Builders, b => b.Write(Stream.Null));
    }

    // The framework's reader, a container opened by each thread; a bare scan of each member.
    private static void Scan(string path, int threads) => Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, t =>
    {
        using var zip = ZipFile.OpenRead(path);
        var buffer = new byte[64 * 1024];
        for (var i = zip.Entries.Count * t / threads; i < zip.Entries.Count * (t + 1) / threads; i++)
        {
            using var member = zip.Entries[i].Open();
            var length = member.ReadAtLeast(buffer, (int)zip.Entries[i].Length, throwOnEndOfStream: true);
            var json = new Utf8JsonReader(buffer.AsSpan(0, length));
            while (json.Read())
            {
            }
        }
    });

    // As the records of real buckets are: two to three thousand bytes, most of it words.
    private static void Container(string path, int count)
    {
        var random = new Random(1);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        for (var i = 0; i < count; i++)
        {
            var words = new StringBuilder();
            for (var w = 0; w < 200; w++) words.Append(CultureInfo.InvariantCulture, $"{(char)('a' + random.Next(26))}{random.Next(1000)} improper ");
            using var member = zip.CreateEntry($"GHSA-{i}.json").Open();
            member.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$$"""{"schema_version":"1.6.7","id":"GHSA-{{{i}}}","modified":"2026-11-20T00:00:00Z","published":"2026-01-01T00:00:00Z","aliases":["CVE-2026-{{{i}}}"],"summary":"Flaw {{{i}}}","details":"{{{words}}}","severity":[{"type":"CVSS_V3","score":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],"affected":[{"package":{"ecosystem":"npm","name":"package-{{{i % 50_000}}}","purl":"pkg:npm/package-{{{i % 50_000}}}"},"ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"1.{{{i % 9}}}.0"}]}],"database_specific":{"source":"https://example.com/GHSA-{{{i}}}.json"}}],"references":[{"type":"WEB","url":"https://example.com/{{{i}}}"},{"type":"PACKAGE","url":"https://example.com/package"}]}""")));
        }
    }
}
