using System.Security.Cryptography;
using System.Text;
using Marque.Assessments;
using Marque.Cases;
using Marque.Facts;
using Marque.Ledger;
using Marque.Legal;
using Marque.Text;

namespace Marque.Bench;

/// <summary>A complete case in memory: every requirement stated for three parts, evidenced, decided and signed.</summary>
internal static class SyntheticCase
{
    public static (CaseIndex Index, Observations Seen) Build(LegalSet law, int facts, int releases)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pem = key.ExportSubjectPublicKeyInfoPem();
        if (!PublicKey.TryParse(pem, out var id)) throw new InvalidOperationException("The key just made does not parse.");
        var items = law.Points.Select(p => (Id: p.Id, p.Digest, Process: p.IsProcess))
            .Concat(law.Catalogs.SelectMany(c => c.Items.Select(i => (i.Id, i.Digest, Process: c.IsProcess))))
            .Concat(law.Remainder.Select(r => (r.Id, r.Digest, Process: false))).ToList();
        var files = new List<(string, ReadOnlyMemory<byte>)> { ("marque.yaml", Utf8(Product(law))), ("people.yaml", Utf8(People(id!, key))), ("risk.yaml", Utf8(Risk(law))) };
        for (var r = 0; r < releases; r++) files.Add(($"releases/1.{r}.0.yaml", Utf8($"version: \"1.{r}.0\"\nline: \"1\"\n{(r == 0 ? "" : $"predecessor: \"1.{r - 1}.0\"\n")}")));
        for (var i = 0; i < items.Count; i++)
        {
            files.Add(($"controls/s{i}.yaml", Utf8($"requirement: {items[i].Id}\nstatus: implemented\nhow: by design\nevidence: [s{i}a, s{i}b]\n")));
            files.Add(($"evidence/s{i}a.yaml", Utf8($"series: s{i}a\nkind: junit\npath: a/s{i}.xml\nmethod: {Method(law, items[i].Id)}\nrole: practised\nfacts:\n{Facts(i, (facts - items.Count) / items.Count)}")));
            files.Add(($"evidence/s{i}b.yaml", Utf8($"series: s{i}b\nkind: junit\npath: a/t{i}.xml\nmethod: {Method(law, items[i].Id)}\nrole: defined\nfacts:\n{Facts(i + 100_000, 1)}")));
        }

        var undecided = CaseFile.Read(new CaseSource("", files)).Value!;
        for (var i = 0; i < items.Count; i++) files.Add(($"decisions/d{i}.yaml", Utf8(Decision(undecided, i, items[i].Id, items[i].Digest, id!, key))));
        var read = CaseFile.Read(new CaseSource("", files));
        var index = CaseIndex.Build(law, read.Value!, []);
        if (read.Problems.Concat(index.Problems).FirstOrDefault() is { } problem) throw new InvalidOperationException(problem.ToString());
        var good = new Check(FactKind.JUnit, Outcome.Supports, [("tests", 10), ("passed", 10)], []);
        var seen = read.Value!.Series.SelectMany(s => s.Facts.Select(f => (Key: (s.Id, f.Digest), Value: new Observation(f.Sha256, good)))).ToDictionary(x => x.Key, x => x.Value);
        return (index.Value!, new Observations(seen));
    }

    private static string Method(LegalSet law, string item) => law.Methods.FirstOrDefault(m => m.Item == item)?.Methods[0] ?? "test";

    private static string Product(LegalSet law) => $$"""
        product: {id: bench, name: Bench}
        manufacturer: {name: M}
        parts:
          - {id: device, type: network-device, targetLevel: 4}
          - {id: app, type: software-application, targetLevel: 4}
          - {id: cloud, remoteDataProcessing: true}
        adopts: [{bridge: {{law.Bridges[0].Id}}, digest: "v1:{{law.Bridges[0].Digest}}"}]
        lines: [{id: "1"}]

        """;

    private static string Risk(LegalSet law) => $$"""
        purpose: p
        foreseeableUse: [u]
        foreseeableMisuse: [m]
        conditionsOfUse: [c]
        assets: [{id: a, name: A}]
        timeInUse: ten years
        risks:
        {{string.Join('\n', Enumerable.Range(0, 12).Select(i => $"  - {{id: R{i}, title: risk, assets: [a], rating: high, treatedBy: [I.2.{(char)('a' + i)}, CR 1.1]}}"))}}
        meets: {I.1: x, II: y}
        applicability:
        {{string.Join('\n', law.Points.Where(p => p.WhereApplicable).Select(p => $"  - {{requirement: {p.Id}, applies: true}}"))}}
        updateTriggers: [{id: t, when: w}]

        """;

    private static string Facts(int series, int count) => string.Concat(Enumerable.Range(0, Math.Max(1, count)).Select(i => $"  - {{sha256: {Digest.Of(Utf8($"{series}/{i}"))}, observedAt: 2026-01-01T{i / 3600 % 24:00}:{i / 60 % 60:00}:{i % 60:00}Z}}\n"));

    private static string People(PublicKey id, ECDsa key)
    {
        var text = $$"""
            root: {key: "{{id.OpenSshLine}}"}
            people: [{id: lead, roles: [lead], keys: ["{{id.OpenSshLine}}"]}]
            roles: [{id: lead, may: [requirements, bridges]}]

            """;
        return text + Signature(text, Cases.People.PayloadType, id, key);
    }

    private static string Decision(Case c, int i, string item, Digest digest, PublicKey id, ECDsa key)
    {
        var statement = c.Statements.First(s => s.Requirement.Id.Item == item && s.Evidence[0].Series == $"s{i}a");
        var series = c.Series.Where(s => s.Id == $"s{i}a" || s.Id == $"s{i}b").ToList();
        var text = $"""
            requirement: {item}
            facts: [s{i}a, s{i}b]
            by: lead
            role: lead
            on: 2026-02-01
            rationale: reviewed
            stoodOn:
              requirement: v1:{digest}
              statement: v1:{statement.Digest}
              "series:s{i}a": v1:{series.First(s => s.Id.EndsWith('a')).Digest}
              "series:s{i}b": v1:{series.First(s => s.Id.EndsWith('b')).Digest}

            """;
        return text + Signature(text, Cases.People.DecisionPayloadType, id, key);
    }

    private static string Signature(string yaml, string type, PublicKey id, ECDsa key)
    {
        var bytes = CanonicalJson.Of(YamlReader.Read("x", Utf8(yaml)).Value!);
        var signature = key.SignData(Dsse.Pae(type, bytes), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return $"signatures: [{{key: \"{id.Id}\", dsse: \"{Convert.ToBase64String(signature)}\"}}]\n";
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
