using System.Security.Cryptography;
using System.Text;

namespace Marque.Cli.Tests;

/// <summary>A case with three releases, their bills of materials, people who may triage, and a store with advisories; removed with the test.</summary>
internal sealed class TriagingCase : IDisposable
{
    private readonly LiveData live = new();

    public TriagingCase()
    {
        foreach (var name in new[] { "root", "lead", "head" }) MakeKey(name);
        live.WithFeeds().With("case/marque.yaml", """
            product: { id: gateway, name: Gateway, intendedPurpose: Tests., coreFunctionality: Tests. }
            manufacturer: { name: Example AB, address: Street 1, website: https://example.com }
            classification: { class: default, because: None. }
            parts:
              - { id: app, name: App, type: software-application, targetLevel: 2 }
            lines:
              - { id: 2.x }
            """);
        foreach (var (version, predecessor, left) in new[] { ("2.4.0", "", "1.0.0"), ("2.4.1", "2.4.0", "1.0.0"), ("2.5.0", "2.4.1", "1.0.1") })
        {
            var sbom = LiveData.Sbom($"left@{left}", "right@2.0.0", "nameless");
            live.With($"case/releases/{version}.yaml", $"version: \"{version}\"\nline: 2.x\n{(predecessor.Length > 0 ? $"predecessor: \"{predecessor}\"\n" : "")}").With($"case/artefacts/{version}.cdx.json", sbom);
        }

        live.With("case/evidence/sbom.yaml", "series: sbom\nkind: cyclonedx\nmethod: analysis\nfacts:\n" + string.Concat(new[] { "2.4.0", "2.4.1", "2.5.0" }.Select(v => $"  - {{ sha256: {Sample.Sha256(File.ReadAllText(Path.Combine(live.Folder, $"case/artefacts/{v}.cdx.json")))}, path: artefacts/{v}.cdx.json, observedAt: \"2026-11-01T00:00:00Z\", release: \"{v}\" }}\n")
            // The bytes of two releases are the same: one fact for both.
            .Where((_, i) => i != 1)).Replace("release: \"2.4.0\"", "releases: { only: [2.4.0, 2.4.1] }", StringComparison.Ordinal));
        Well("people", "add", "lead", "--role", "psirt", "--may", "triage", "--key", Pub("lead"), "--root", Pub("root"), "--sign", Key("root"));
        Well("people", "add", "head", "--role", "security", "--may", "triage", "--key", Pub("head"), "--sign", Key("root"));
    }

    public string Case => Path.Combine(live.Folder, "case");

    public string Key(string name) => Path.Combine(live.Folder, $"{name}.pem");

    public TriagingCase With(string path, string content)
    {
        live.With(path, content);
        return this;
    }

    public Ran Run(params string[] args) => InProcess.Run(new Surroundings(Case) { Variables = new(StringComparer.Ordinal) { ["MARQUE_DATA"] = live.Data } }, args);

    public Ran Well(params string[] args)
    {
        var ran = Run(args);
        Assert.True(ran.Code == Exit.Done, $"{string.Join(' ', args)}: {ran.Code}\n{ran.Error}{ran.Out}");
        return ran;
    }

    /// <summary>Decides by <c>lead</c>, signed; the path it wrote.</summary>
    public string Decide(string vulnerability, params string[] more) => DecidingCase.Written(Well(["triage", "decide", vulnerability, "--rationale", "Tested.", "--sign", Key("lead"), .. more]));

    /// <summary>The same, approved by <c>head</c>.</summary>
    public string Cleared(string vulnerability, params string[] more)
    {
        var path = Decide(vulnerability, [.. more, "--status", "not_affected", "--justification", "code_not_reachable", "--second", "head"]);
        Well("approve", path, "--sign", Key("head"));
        return path;
    }

    /// <summary>State and status of each finding of a release: <c>CVE-2026-0001 left 1.0.0 in-force not_affected</c>.</summary>
    public IReadOnlyList<string> Stand(string release) =>
        [.. Well("triage", "list", "--release", release, "--format", "json").Json.GetProperty("releases")[0].GetProperty("findings").EnumerateArray().Select(f => $"{f.GetProperty("vulnerability").GetString()} {f.GetProperty("component").GetString()!["pkg:npm/".Length..]} {f.GetProperty("state").GetString()} {f.GetProperty("status").GetString()}").Order(StringComparer.Ordinal)];

    public string Text(string path) => File.ReadAllText(Path.Combine(Case, path));

    /// <summary>Puts a feed in the place of the one before.</summary>
    public void Feed(string path, string content)
    {
        With($"case/../{path}", content);
        Well("feeds", "import", Path.Combine(live.Folder, path.Split('/')[0]));
    }

    public void Dispose() => live.Dispose();

    private string Pub(string name) => Path.Combine(live.Folder, $"{name}.pub.pem");

    private void MakeKey(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        live.With($"{name}.pem", key.ExportPkcs8PrivateKeyPem()).With($"{name}.pub.pem", key.ExportSubjectPublicKeyInfoPem());
    }
}
