using System.Diagnostics;
using System.Globalization;
using System.Text;
using Marque.Advisories;
using Marque.Components;
using Marque.Components.Purls;
using Marque.Store;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Marque.Bench;

/// <summary>The store with a portfolio: bills of materials of many releases read and kept, matched with advisories, asked for one vulnerability; against bare inserts into SQLite in the same run.</summary>
internal static class Portfolio
{
    private const int Packages = 20_000;
    private const int VersionsOfEach = 3;

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 10, 0, 0);

    public static void Run(bool smoke, bool large = false)
    {
        var floor = Floor(smoke ? 20_000 : 1_000_000);
        Console.WriteLine($"portfolio: one SQLite transaction inserts {floor / 1e6:F2} million rows/s here");
        // Large ones take long, so they are asked for by name.
        var sizes = large ? [(10, 300_000, 30_000), (30, 300_000, 30_000), (100, 300_000, 30_000)] : new[] { (100, 3_000, 30_000), (300, 3_000, 30_000), (1_000, 3_000, 30_000), (100, 30_000, 30_000) };
        foreach (var (releases, components, advisories) in smoke ? [(5, 300, 500)] : sizes) One(releases, components, advisories, floor);
    }

    private static void One(int releases, int components, int advisories, double floor)
    {
        var folder = Directory.CreateTempSubdirectory("marque-bench-").FullName;
        try
        {
            using var store = Store.Store.OpenToWrite(folder, TimeSpan.Zero, _ => { });
            Console.WriteLine($"{releases} releases x {components} components, {advisories} advisories");
            var import = Time(() =>
            {
                for (var r = 0; r < releases; r++) Import(store, r, components);
            });
            Row("import (goal at 1,000 x 3,000: 30 s)", import, $"{import * floor / ((double)releases * components):F2} x inserting a row for each component");
            Segment(store, advisories, 0);
            var versions = 0;
            var match = Time(() => versions = Rematch(store));
            Row("match of everything (goal 5 s)", match, $"{versions} component versions");
            var reached = Time(() =>
            {
                Segment(store, 1, advisories);
                versions = Rematch(store);
            });
            Row("a new advisory reaches all (goal 1 s)", reached, $"{versions} component versions");
            using var index = store.OpenAdvisories();
            var found = 0;
            Clock.Warm(smoke: true, () => found = Where(store, index.Index, "CVE-2026-7"));
            Row("CVE to releases (goal 10 ms)", Clock.Best(20, () => Where(store, index.Index, "CVE-2026-7")), $"{found} places; {new FileInfo(Path.Combine(folder, "marque.db")).Length / 1024.0 / 1024:F0} MiB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Row(string what, double seconds, string more) => Console.WriteLine($"{what,44} {seconds * 1e3,10:F1} ms   {more}");

    private static void Import(Store.Store store, int release, int components)
    {
        var bytes = Bill(release, components);
        var sbom = SbomFile.Read(new MemoryStream(bytes), "sbom.json").Value ?? throw new InvalidOperationException("The bill of materials cannot be read.");
        var rows = new List<StoredComponent>(components);
        foreach (var component in sbom.Components)
        {
            if (Purl.TryParse(component.Purl, out var purl, out _)) rows.Add(new StoredComponent(purl.ToString(), component.Name, component.Version) { Packages = PackageKeys.Of(purl).Keys });
        }

        var digest = store.Blobs.Put(bytes);
        using var change = store.Begin();
        store.Put(new StoredSbom(digest, "CycloneDX", "1.6", null, bytes.Length, Now), rows);
        store.Put(new StoredRelease("product", release.ToString(CultureInfo.InvariantCulture)));
        store.Link("product", release.ToString(CultureInfo.InvariantCulture), digest, Now);
        change.Commit();
    }

    // Neighbouring releases share most of their components, as those of one product do.
    private static byte[] Bill(int release, int components)
    {
        var text = new StringBuilder("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"version\":1,\"components\":[");
        for (var c = 0; c < components; c++)
        {
            var package = ((c * 7) + (release / 10 * 100)) % (Math.Max(Packages, components * 2));
            var version = ((package % 97) + release) / 97 % VersionsOfEach;
            text.Append(CultureInfo.InvariantCulture, $"{(c > 0 ? "," : "")}{{\"type\":\"library\",\"bom-ref\":\"c{c}\",\"name\":\"package-{package}\",\"version\":\"1.{version}.0\",\"purl\":\"pkg:npm/package-{package}@1.{version}.0\"}}");
        }

        return Encoding.UTF8.GetBytes(text.Append("]}").ToString());
    }

    private static void Segment(Store.Store store, int count, int from)
    {
        var builder = new AdvisoryIndexBuilder("osv");
        for (var a = from; a < from + count; a++)
        {
            builder.Add(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"schema_version":"1.6.7","id":"GHSA-{{a}}","modified":"2026-11-20T00:00:00Z","aliases":["CVE-2026-{{a}}"],"affected":[{"package":{"ecosystem":"npm","name":"package-{{a % Packages}}"},"ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"1.{{(a / Packages) + 1}}.0"}]}]}]}""")));
        }

        var digest = store.WriteSegment(builder.Write);
        using var change = store.Begin();
        store.AddSegment(digest, count);
        change.Commit();
    }

    private static int Rematch(Store.Store store)
    {
        using var change = store.Begin();
        using var advisories = store.OpenAdvisories();
        var count = store.Rematch(advisories, Environment.ProcessorCount);
        change.Commit();
        return count;
    }

    private static int Where(Store.Store store, AdvisoryIndex index, string id)
    {
        var findings = store.FindingsOf(index.ById(id, upstream: true).Select(at => index.Advisory(at)!.Id));
        return store.PlacesOf([.. findings.Select(f => f.Component)]).Count;
    }

    // What no store on SQLite can be faster than: rows of a few numbers, one prepared statement, one transaction.
    private static double Floor(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("marque-bench-").FullName;
        try
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "floor.db")};Pooling=false");
            connection.Open();
            using var make = connection.CreateCommand();
            make.CommandText = "pragma journal_mode = wal; create table row (a integer, b integer, c integer)";
            make.ExecuteNonQuery();
            return rows / Time(() =>
            {
                using var transaction = connection.BeginTransaction();
                using var add = connection.CreateCommand();
                add.CommandText = "insert into row (a, b, c) values (@1, @2, @3)";
                for (var p = 1; p <= 3; p++) add.Parameters.Add(new SqliteParameter($"@{p}", SqliteType.Integer));
                for (var i = 0; i < rows; i++)
                {
                    for (var p = 0; p < 3; p++) add.Parameters[p].Value = (long)i;
                    add.ExecuteNonQuery();
                }

                transaction.Commit();
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Time(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
