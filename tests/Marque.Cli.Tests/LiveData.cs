using System.Text;
using Marque.Advisories.Feeds;
using Marque.Outside.Feeds;

namespace Marque.Cli.Tests;

/// <summary>A folder with feeds, bills of materials and a data directory of its own, removed with the test.</summary>
internal sealed class LiveData : IDisposable
{
    public const string Kev = """{"title":"CISA Catalog of Known Exploited Vulnerabilities","catalogVersion":"2026.11.20","dateReleased":"2026-11-20T00:00:00Z","count":1,"vulnerabilities":[{"cveID":"CVE-2026-0002","vendorProject":"v","product":"p","vulnerabilityName":"n","dateAdded":"2026-11-01","shortDescription":"d","requiredAction":"a","dueDate":"2026-12-01","knownRansomwareCampaignUse":"Unknown","notes":"","cwes":[]}]}""";
    public const string Epss = "#model_version:v2025.03.14,score_date:2026-11-23T12:55:00Z\ncve,epss,percentile\nCVE-2026-0001,0.5,0.9\nCVE-2026-0002,0.01,0.2\n";
    public const string OpenVex = """{"@context":"https://openvex.dev/ns/v0.2.0","@id":"https://example.com/vex/1","author":"Example AB","timestamp":"2026-11-02T00:00:00Z","version":1,"statements":[{"vulnerability":{"name":"CVE-2026-0001"},"products":[{"@id":"pkg:npm/left@1.0.0"}],"status":"not_affected","justification":"vulnerable_code_not_in_execute_path"}]}""";

    public string Folder { get; } = Directory.CreateTempSubdirectory("marque-live-").FullName;

    public string Data => Path.Combine(Folder, "data");

    /// <summary>An advisory on one npm package: every version below the fix.</summary>
    public static string Advisory(string id, string package, string fixedIn, string? cve = null, string? vector = null, string modified = "2026-11-20T00:00:00Z", string more = "") =>
        $$"""{"schema_version":"1.6.7","id":"{{id}}","modified":"{{modified}}","summary":"Flaw of {{package}}",{{(cve is null ? "" : $"\"aliases\":[\"{cve}\"],")}}{{(vector is null ? "" : $$"""
            "severity":[{"type":"CVSS_V3","score":"{{vector}}"}],
            """)}}{{more}}"affected":[{"package":{"ecosystem":"npm","name":"{{package}}"},"ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"{{fixedIn}}"}]}]}]}""";

    /// <summary>A bill of materials of npm packages, <c>name@version</c>, and of components without package URL.</summary>
    public static string Sbom(params string[] components) =>
        "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"version\":1,\"components\":[\n" + string.Join(",\n", components.Select(c => c.Contains('@', StringComparison.Ordinal)
            ? $$"""{"type":"library","bom-ref":"{{c}}","name":"{{c.Split('@')[0]}}","version":"{{c.Split('@')[1]}}","purl":"pkg:npm/{{c}}"}"""
            : $$"""{"type":"library","bom-ref":"{{c}}","name":"{{c}}"}""")) + "\n]}";

    public LiveData With(string path, string content)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content, new UTF8Encoding(false));
        return this;
    }

    /// <summary>Three advisories: one critical, one exploited, one without a rating.</summary>
    public LiveData WithFeeds()
    {
        With("osv/a.json", Advisory("GHSA-aaaa-aaaa-aaaa", "left", "1.2.0", "CVE-2026-0001", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"))
            .With("osv/b.json", Advisory("GHSA-bbbb-bbbb-bbbb", "right", "2.0.1", "CVE-2026-0002", "CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N"))
            .With("osv/c.json", Advisory("GHSA-cccc-cccc-cccc", "left", "1.0.5"))
            .With("kev.json", Kev).With("epss.csv", Epss).With("vex.json", OpenVex);
        foreach (var feed in new[] { "osv", "kev.json", "epss.csv", "vex.json" }) Assert.Equal((Exit.Done, ""), (Run("feeds", "import", feed) is var ran ? ran.Code : 0, ran.Error));
        return this;
    }

    public Ran Run(params string[] args) => Wide("", args);

    /// <summary>Runs it with so many columns for text.</summary>
    public Ran Wide(string columns, params string[] args) => InProcess.Run(new Surroundings(Folder) { Variables = new(StringComparer.Ordinal) { ["MARQUE_DATA"] = Data, ["COLUMNS"] = columns }, Transfers = new TransferOptions { Tries = 2, Backoff = TimeSpan.FromMilliseconds(5), Idle = TimeSpan.FromSeconds(10) } }, args);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
