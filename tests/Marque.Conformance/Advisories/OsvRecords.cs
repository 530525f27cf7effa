using System.IO.Compression;
using System.Text;
using Marque.Advisories;
using Marque.Components;
using Marque.Components.Purls;
using Marque.Versions;

namespace Marque.Conformance.Advisories;

/// <summary>Real OSV records: all are read whole, and found again through the index at the versions their events name.</summary>
public sealed class OsvRecords
{
    [Theory]
    [InlineData("osv-go", "osv-go.zip", 4291)]
    [InlineData("osv-rustsec", "osv-rustsec.zip", 1206)]
    public void Every_record_of_a_database_is_read_whole(string corpus, string file, int count)
    {
        var records = Zip(corpus, file);
        Assert.Equal(count, records.Count);
        Corpora.None([.. records.Select(r => (r.Name, Read: Osv.Read(r.Bytes))).Where(r => r.Read.Advisory is not { NotApplied.Count: 0 } advisory || advisory.Id + ".json" != r.Name).Select(r => $"{r.Name}: {r.Read.Reason}{string.Join("; ", r.Read.Advisory?.NotApplied ?? [])}")], corpus);
    }

    [Fact]
    public void The_samples_of_the_schema_and_of_GitHub_are_read_whole_but_for_what_is_wrong_with_them()
    {
        var files = Corpora.Files("osv-ghsa-samples", ".json").Concat(Corpora.Files("osv-schema", ".osv.json")).Concat(Corpora.Files("osv-schema", ".json").Where(f => f.Contains("osv-linter", StringComparison.Ordinal) || f.Contains("/OSV/", StringComparison.Ordinal)))
            .Where(f => !f.EndsWith("SOURCES.json", StringComparison.Ordinal)).ToList();
        Assert.True(files.Count > 40);
        var complaints = files.Select(f => (Name: Path.GetFileName(f), Read: Osv.Read(File.ReadAllBytes(f)))).Where(r => r.Read.Advisory is not { NotApplied.Count: 0 }).Select(r => $"{r.Name}: {r.Read.Reason}{string.Join("; ", r.Read.Advisory?.NotApplied ?? [])}");
        // The linter's own bad example: a range that never begins.
        Assert.Equal(["nointroduced-CVE-2023-41045.json: affected[0]: a range: no event says where it begins"], complaints);
    }

    [Theory]
    [InlineData("osv-schema", "/CSAF/")]
    [InlineData("osv-schema", "ecosystems.json")]
    [InlineData("osv-schema", "/schema.json")]
    public void Other_documents_are_refused(string corpus, string part)
    {
        var files = Corpora.Files(corpus, ".json").Where(f => f.Contains(part, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.Null(Osv.Read(File.ReadAllBytes(f)).Advisory));
    }

    [Theory]
    [InlineData("osv-go", "osv-go.zip", "golang", 15_000)]
    [InlineData("osv-rustsec", "osv-rustsec.zip", "cargo", 2_000)]
    public void The_index_answers_at_every_version_an_event_names_as_the_algorithm_does(string corpus, string file, string type, int least)
    {
        var builder = new AdvisoryIndexBuilder(corpus);
        var advisories = new List<Advisory>();
        foreach (var (_, bytes) in Zip(corpus, file))
        {
            builder.Add(bytes);
            advisories.Add(Osv.Read(bytes).Advisory!);
        }

        var segment = new MemoryStream();
        builder.Write(segment);
        var index = AdvisoryIndex.Open([segment.ToArray()]).Value!;
        var complaints = new List<string>();
        var asked = 0;
        foreach (var package in advisories.SelectMany(a => a.Affected).GroupBy(p => (p.Ecosystem, Name: p.Name.ToLowerInvariant())))
        {
            var scheme = Ecosystem.Parse(package.Key.Ecosystem).Scheme;
            var about = advisories.Where(a => a.Withdrawn is null && a.Affected.Any(p => string.Equals(p.Name, package.Key.Name, StringComparison.OrdinalIgnoreCase))).ToList();
            var slash = package.First().Name.LastIndexOf('/');
            foreach (var version in package.SelectMany(p => p.Ranges).SelectMany(r => r.Events).Select(e => e.Version).Where(v => v != "0").Distinct(StringComparer.Ordinal))
            {
                var purl = Purl.Build(type, slash < 0 ? "" : package.First().Name[..slash], package.First().Name[(slash + 1)..], version).Purl!;
                var found = Match.Component(index, purl).Findings.SelectMany(f => f.Hits).Select(h => h.Record).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
                var expected = about.Where(a => a.Affected.Any(p => string.Equals(p.Name, package.Key.Name, StringComparison.OrdinalIgnoreCase) && IsVulnerable(p, version, scheme))).Select(a => a.Id).Order(StringComparer.Ordinal);
                asked++;
                if (!found.SequenceEqual(expected)) complaints.Add($"{purl}: {string.Join(' ', found)} instead of {string.Join(' ', expected)}");
            }
        }

        Assert.True(asked >= least / 10, $"{asked} versions asked");
        Corpora.None(complaints, $"{asked} versions");
    }

    private static bool IsVulnerable(AffectedPackage package, string version, VersionScheme scheme) =>
        package.Versions.Contains(version, StringComparer.Ordinal) || package.Ranges.Any(r => r.Type != RangeType.Git && Included(r, version, scheme));

    private static bool Included(AffectedRange range, string version, VersionScheme scheme)
    {
        var vulnerable = false;
        foreach (var one in range.Events.OrderBy(e => e, Comparer<RangeEvent>.Create((a, b) => Order(a.Version, b.Version, scheme))))
        {
            var order = Order(version, one.Version, scheme);
            if (one.Kind == RangeEventKind.Introduced && order >= 0) vulnerable = true;
            else if ((one.Kind == RangeEventKind.Fixed && order >= 0) || (one.Kind == RangeEventKind.LastAffected && order > 0)) vulnerable = false;
        }

        return vulnerable;
    }

    private static int Order(string a, string b, VersionScheme scheme)
    {
        if (a == "0" || b == "0") return (b == "0").CompareTo(a == "0");
        Assert.True(VersionOrder.TryCompare(scheme, a, b, out var order), $"{scheme}: {a} {b}");
        return order;
    }

    private static List<(string Name, byte[] Bytes)> Zip(string corpus, string file)
    {
        using var zip = ZipFile.OpenRead(Path.Combine(Corpora.Folder(corpus), file));
        var records = new List<(string, byte[])>();
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            records.Add((entry.FullName, bytes.ToArray()));
        }

        return records;
    }
}
