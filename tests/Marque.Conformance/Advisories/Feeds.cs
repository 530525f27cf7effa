using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Marque.Advisories;
using Marque.Advisories.Feeds;
using Marque.Advisories.Suppliers;
using NodaTime;

namespace Marque.Conformance.Advisories;

/// <summary>Real feeds (corpora "kev", "epss", "euvd").</summary>
public sealed partial class Feeds
{
    [Fact]
    public void The_catalogue_of_known_exploited_vulnerabilities_is_the_same_as_JSON_and_as_CSV()
    {
        var folder = Corpora.Folder("kev");
        List<KevEntry> Read(string name, out FeedReading reading)
        {
            var entries = new List<KevEntry>();
            using var content = File.OpenRead(Path.Combine(folder, name));
            reading = Kev.Read(content, entries.Add, r => Assert.Fail($"{r.Id}: {r.Reason}"));
            return entries;
        }

        var json = Read("known_exploited_vulnerabilities.json", out var fromJson);
        var csv = Read("known_exploited_vulnerabilities.csv", out _);
        Assert.Equal(new FeedReading("2025.08.25", Instant.FromUtc(2025, 8, 25, 17, 4, 19).PlusTicks(9_796_000), 1404, 0, ""), fromJson);
        // The CSV joins lines of notes and knows no order of weaknesses; all else is the same.
        Assert.Equal(json.Select(Comparable), csv.Select(Comparable));
        Assert.Contains(json, e => e is { Cve: "CVE-2021-44228", Ransomware: true });

        static string Comparable(KevEntry e) => $"{e.Cve}|{e.Vendor}|{e.Product}|{e.Name}|{e.Added}|{e.Due}|{e.Ransomware}|{e.RequiredAction}|{e.Description}|{e.Notes}|{string.Join(' ', e.Cwes.Order(StringComparer.Ordinal))}";
    }

    [Fact]
    public void Scores_of_exploit_prediction_are_read_plain_and_packed()
    {
        var file = Path.Combine(Corpora.Folder("epss"), "epss_scores-2026-01-02.excerpt.csv");
        Assert.SkipUnless(File.Exists(file), "the excerpt is not here");
        var plain = new List<EpssScore>();
        using (var content = File.OpenRead(file))
        {
            var reading = Epss.Read(content, plain.Add, r => Assert.Fail($"{r.Id}: {r.Reason}"));
            Assert.Equal(new FeedReading("v2025.03.14", Instant.FromUtc(2026, 1, 2, 12, 55), 44, 0, ""), reading);
        }

        Assert.Contains(new EpssScore("CVE-1999-0003", 0.89352, 0.99531), plain);
        var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(File.ReadAllBytes(file));
        packed.Position = 0;
        var unpacked = new List<EpssScore>();
        using var inflating = new GZipStream(packed, CompressionMode.Decompress);
        Assert.True(Epss.Read(inflating, unpacked.Add, _ => { }).Complete);
        Assert.Equal(plain, unpacked);
    }

    [Fact]
    public void A_record_of_the_European_database_is_read_with_its_oddities()
    {
        var file = Path.Combine(Corpora.Folder("euvd"), "enisaid-hit.json");
        Assert.SkipUnless(File.Exists(file), "the record is not here");
        var records = new List<EuvdRecord>();
        using var content = File.OpenRead(file);
        Assert.Equal(new FeedReading("", null, 1, 0, ""), Euvd.Read(content, records.Add, r => Assert.Fail($"{r.Id}: {r.Reason}")));
        var record = Assert.Single(records);
        Assert.Equal("EUVD-2026-38110", record.Id);
        Assert.Equal(["CVE-2026-48908", "GHSA-8fwr-8fxr-8v2p"], record.Aliases);
        Assert.Equal(Instant.FromUtc(2026, 6, 20, 11, 57), record.Published);
        Assert.Equal(Instant.FromUtc(2026, 7, 8, 9, 55, 16), record.Updated);
        Assert.Equal(Instant.FromUtc(2026, 7, 6, 0, 0), record.ExploitedSince);
        Assert.Equal(0.0157, record.Epss!.Value, 10);
        Assert.Equal(10, record.Score);
        Assert.Equal([new EuvdProduct("joomshaper.net", "SP Page Builder extension for Joomla", "1.0.0-6.6.1")], record.Products);
        Assert.Empty(record.NotApplied);
    }

    [Fact]
    public void Every_real_advisory_in_CSAF_is_read_and_states_what_it_lists()
    {
        var complaints = new List<string>();
        var documents = 0;
        foreach (var file in Corpora.Files("csaf-cisa-advisories", ".zip"))
        {
            using var zip = ZipFile.OpenRead(file);
            foreach (var entry in zip.Entries.Where(e => e.FullName.EndsWith(".json", StringComparison.Ordinal)))
            {
                using var copy = new MemoryStream();
                using (var packed = entry.Open()) packed.CopyTo(copy);
                using var json = JsonDocument.Parse(copy.ToArray());
                if (!json.RootElement.TryGetProperty("document", out _)) continue;
                documents++;
                Compare(entry.FullName, json.RootElement, copy, complaints);
            }
        }

        Assert.NotEqual(0, documents);
        Corpora.None(complaints, $"{documents} advisories");
    }

    [Fact]
    public void Every_valid_document_of_the_CSAF_suites_is_read()
    {
        var complaints = new List<string>();
        var documents = 0;
        foreach (var list in Corpora.Files("csaf", "testcases.json"))
        {
            using var cases = JsonDocument.Parse(File.ReadAllBytes(list));
            foreach (var valid in cases.RootElement.GetProperty("tests").EnumerateArray().SelectMany(t => t.TryGetProperty("valid", out var v) ? v.EnumerateArray() : []))
            {
                var file = Path.Combine(Path.GetDirectoryName(list)!, valid.GetProperty("name").GetString()!);
                if (!File.Exists(file)) continue;
                documents++;
                using var json = JsonDocument.Parse(File.ReadAllBytes(file));
                Compare(Path.GetFileName(file), json.RootElement, new MemoryStream(File.ReadAllBytes(file)), complaints);
            }
        }

        Assert.NotEqual(0, documents);
        Corpora.None(complaints, $"{documents} documents");
    }

    [Fact]
    public void Statements_for_scanners_are_read()
    {
        var complaints = new List<string>();
        var documents = 0;
        foreach (var file in Corpora.Files("vex-and-scanner-fixtures-grype", ".json"))
        {
            var name = Path.GetFileName(file);
            var csaf = name.Contains("csaf", StringComparison.Ordinal);
            if (!csaf && !name.Contains("openvex", StringComparison.Ordinal)) continue;
            documents++;
            using var content = File.OpenRead(file);
            var reading = csaf ? SupplierCsaf.Read(content) : SupplierOpenVex.Read(content);
            if (reading.Problem.Length > 0) complaints.Add($"{name}: {reading.Problem}");
            if (reading.Statements.Count == 0) complaints.Add($"{name}: states nothing");
            complaints.AddRange(reading.Refused.Select(r => $"{name}: {r.Id}: {r.Reason}"));
            complaints.AddRange(reading.Statements.SelectMany(s => s.Products).Where(p => p.Purls.Count == 0).Select(p => $"{name}: no purl: {p}"));
        }

        Assert.NotEqual(0, documents);
        Corpora.None(complaints, $"{documents} documents");
    }

    // Some examples of the specification are no JSON (commas too many or missing), one has no timestamp: they are refused.
    [Fact]
    public void Every_well_formed_example_of_OpenVEX_is_read_with_all_its_statements()
    {
        var complaints = new List<string>();
        var documents = 0;
        foreach (var file in Corpora.Files("openvex", ".md"))
        {
            foreach (System.Text.RegularExpressions.Match block in Blocks().Matches(File.ReadAllText(file)))
            {
                var bytes = System.Text.Encoding.UTF8.GetBytes(block.Groups["content"].Value);
                JsonDocument json;
                try
                {
                    json = JsonDocument.Parse(bytes);
                }
                catch (JsonException)
                {
                    continue;
                }

                using (json)
                {
                    if (!json.RootElement.TryGetProperty("@context", out _) || json.RootElement.GetProperty("timestamp").ValueKind != JsonValueKind.String) continue;
                    documents++;
                    var reading = SupplierOpenVex.Read(new MemoryStream(bytes));
                    if (reading.Problem.Length > 0 || reading.Statements.Count != json.RootElement.GetProperty("statements").GetArrayLength()) complaints.Add($"{Path.GetFileName(file)}: {reading.Problem}{string.Join("; ", reading.Refused)}");
                }
            }
        }

        Assert.True(documents >= 5, $"{documents} documents");
        Corpora.None(complaints, $"{documents} documents");
    }

    // Every product id that the document lists in a status is stated once for its vulnerability, or told as refused.
    private static void Compare(string name, JsonElement root, MemoryStream content, List<string> complaints)
    {
        content.Position = 0;
        var reading = SupplierCsaf.Read(content);
        if (reading.Problem.Length > 0)
        {
            complaints.Add($"{name}: {reading.Problem}");
            return;
        }

        if (!root.TryGetProperty("vulnerabilities", out var vulnerabilities)) return;
        foreach (var vulnerability in vulnerabilities.EnumerateArray())
        {
            if (!vulnerability.TryGetProperty("cve", out var cve) || !vulnerability.TryGetProperty("product_status", out var lists)) continue;
            var listed = lists.EnumerateObject().Where(l => l.Name is not ("recommended" or "unknown")).SelectMany(l => l.Value.EnumerateArray()).Select(p => p.GetString()).Distinct().Count();
            var told = reading.Statements.Where(s => s.Vulnerabilities[0] == cve.GetString()).Sum(s => s.Products.Count) + reading.Refused.Count(r => r.Id == cve.GetString());
            var times = vulnerabilities.EnumerateArray().Count(v => v.TryGetProperty("cve", out var other) && other.GetString() == cve.GetString());
            if (told != listed && times == 1) complaints.Add($"{name}: {cve}: {listed} products, {told} told");
        }
    }

    [GeneratedRegex("```json\\s(?<content>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Blocks();
}
