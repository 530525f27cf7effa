using System.Text;
using CsCheck;
using Marque.Advisories.Suppliers;
using Marque.Cases.Declared;
using Marque.Components.Purls;
using Marque.Csaf;
using Marque.Triage.Vex;

namespace Marque.Tests.Triage;

public sealed class VexRoundTripTests
{
    private static readonly VexAuthor Author = new("Example AB", "https://example.com", "psirt@example.com");
    private static readonly VexProduct[] Releases = [.. new[] { "2.4.0", "2.4.1" }.Select(v => new VexProduct("Valve controller", v, Purl.Read($"pkg:generic/example-ab/valve@{v}").Purl!))];
    private static readonly Purl[] Components = [.. new[] { "pkg:npm/left@1.0.0", "pkg:npm/%40scope/right@2.0.0", "pkg:maven/org.example/log@3.1?classifier=all" }.Select(p => Purl.Read(p).Purl!)];

    private static readonly Gen<string> Words = Gen.String[Gen.Char["abcÄß漢\"\\ \n;:"], 1, 20].Where(t => t.Trim().Length > 0).Select(t => t.Trim());

    // One statement on each vulnerability, release and component.
    private static readonly Gen<List<VexStatement>> Statements =
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 1], Gen.Int[-1, 2], Gen.Int[0, 4], Gen.Int[0, 13], Gen.OneOf(Gen.Const((string?)null), Words!), Gen.Int[0, 31]).List[1, 12].Select(all => all
            .Select((x, _) => new VexStatement([$"CVE-2026-{x.Item1:0000}", $"GHSA-{x.Item1}"], Releases[x.Item2], x.Item3 < 0 ? null : Components[x.Item3], (TriageStatus)x.Item4)
            {
                Justification = x.Item4 == (int)TriageStatus.NotAffected ? Justification.All[x.Item5] : null,
                Impact = x.Item6,
                Action = x.Item4 == (int)TriageStatus.Affected ? "Update; or wait." : null,
                Responses = x.Item4 == (int)TriageStatus.Affected ? [.. Enum.GetValues<TriageResponse>().Where((_, i) => (x.Item7 & (1 << i)) != 0)] : [],
            })
            .DistinctBy(s => (s.Ids[0], s.Product, s.Component)).ToList());

    [Fact]
    public void OpenVex_gives_back_every_status_of_every_component_in_every_release() => Statements.Sample(statements =>
    {
        var written = OpenVexWriter.Write(Document(statements), "Marque");
        Equal(statements, SupplierOpenVex.Read(new MemoryStream(written.Bytes.ToArray())), written, sameJustification: s => s.Justification?.Vex);
    });

    [Fact]
    public void CycloneDx_gives_back_every_status_and_every_justification() => Statements.Sample(statements =>
    {
        var written = CycloneDxVexWriter.Write(Document(statements), "Marque", "1");
        Equal(statements, SupplierCycloneDx.Read(new MemoryStream(written.Bytes.ToArray())), written, s => s.Justification is { } j ? Same(j) : null, isCycloneDx: true);
    });

    [Fact]
    public void Csaf_gives_back_every_status_and_fails_no_mandatory_test() => Statements.Sample(statements =>
    {
        var written = CsafVexWriter.Write(Document(statements) with { Version = 3, First = Decided.At("2026-10-01T00:00:00Z") }, "Marque", "1");
        Assert.Empty(CsafCheck.Run(written.Bytes).Findings.Where(f => f.Test.Kind <= CsafTestKind.Mandatory).Select(f => $"{f.Test} {f.Location} {f.Message}"));
        Equal(statements, SupplierCsaf.Read(new MemoryStream(written.Bytes.ToArray())), written, s => s.Justification?.Vex);
    }, iter: 40);

    [Fact]
    public void What_a_dialect_cannot_say_is_told_each_once_with_how_often()
    {
        VexStatement Of(string component, string justification) => new(["CVE-2026-0001"], Releases[0], Purl.Read(component).Purl, TriageStatus.NotAffected) { Justification = Justification.Of(justification) };
        var document = Document([Of("pkg:npm/a@1", "requires_configuration"), Of("pkg:npm/b@1", "requires_configuration"), Of("pkg:npm/c@1", "protected_by_compiler"), Of("pkg:npm/d@1", "component_not_present"), Of("pkg:npm/e@1", "vulnerable_code_cannot_be_controlled_by_adversary"), Of("pkg:npm/f@1", "code_not_reachable")]);
        Assert.Equal([new("justification protected_by_compiler: said as inline_mitigations_already_exist, which says less", 1), new VexLoss("justification requires_configuration: only CycloneDX has it; said in words as the impact", 2)], OpenVexWriter.Write(document, "Marque").Losses);
        Assert.Equal(
            [
                new("justification component_not_present: said as code_not_present, which says less; the property marque:justification keeps it", 1),
                new VexLoss("justification vulnerable_code_cannot_be_controlled_by_adversary: CycloneDX has none; said in words as the detail; the property marque:justification keeps it", 1),
            ],
            CycloneDxVexWriter.Write(document, "Marque", "1").Losses);
    }

    [Fact]
    public void What_names_no_release_and_no_component_is_not_taken_and_told()
    {
        const string Vex = """{"@context":"https://openvex.dev/ns/v0.2.0","@id":"https://example.com/vex/1","author":"Upstream","timestamp":"2026-11-02T00:00:00Z","version":1,"statements":[{"vulnerability":{"name":"CVE-2026-0001"},"products":[{"@id":"pkg:npm/left@1.0.0"},{"@id":"pkg:npm/left@9.9.9"},{"@id":"pkg:oci/other"}],"status":"fixed"}]}""";
        var proposing = VexProposals.Of(SupplierVex.Read(Encoding.UTF8.GetBytes(Vex)).Statements, [new VexRelease(Releases[0], Components), new VexRelease(Releases[1], [])]);
        var proposal = Assert.Single(proposing.Proposals);
        Assert.Equal((Components[0], "2.4.0", TriageStatus.Fixed), (proposal.Component, Assert.Single(proposal.Releases), proposal.Status));
        Assert.Equal(["pkg:npm/left@9.9.9 is neither a release of the product nor a component in one", "pkg:oci/other is neither a release of the product nor a component in one"], proposing.Unplaced.Select(u => u.Reason));
    }

    [Fact]
    public void A_part_of_a_release_is_a_product_of_its_own()
    {
        var part = new VexProduct("Valve controller", "2.4.0", Purl.Read("pkg:generic/example-ab/valve@2.4.0#firmware").Purl!);
        var statements = new List<VexStatement> { new(["CVE-2026-0001"], part, Components[0], TriageStatus.Fixed), new(["CVE-2026-0001"], Releases[0], Components[0], TriageStatus.UnderInvestigation) };
        foreach (var bytes in new[] { OpenVexWriter.Write(Document(statements), "Marque").Bytes, CsafVexWriter.Write(Document(statements), "Marque", "1").Bytes, CycloneDxVexWriter.Write(Document(statements), "Marque", "1").Bytes })
        {
            var proposals = VexProposals.Of(SupplierVex.Read(bytes).Statements, Held()).Proposals;
            Assert.Equal([("firmware", TriageStatus.Fixed), (null, TriageStatus.UnderInvestigation)], proposals.Select(p => (p.Part, p.Status)).OrderBy(p => p.Status == TriageStatus.UnderInvestigation));
        }
    }

    private static VexDocument Document(IReadOnlyList<VexStatement> statements) => new("urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e", Author, Decided.Now, statements) { Title = "Valve controller" };

    private static VexRelease[] Held() => [.. Releases.Select(r => new VexRelease(r, Components))];

    // Two labels of CycloneDX and of VEX that say the same.
    private static string Same(Justification j) => j.Vex is { } vex && Justification.All.Any(o => o.Word == vex && o.CycloneDx == j.CycloneDx) && Justification.Of(j.CycloneDx ?? "")?.Vex == vex ? j.CycloneDx! : j.Word;

    private static void Equal(IReadOnlyList<VexStatement> statements, SupplierReading reading, VexWriting written, Func<VexStatement, string?> sameJustification, bool isCycloneDx = false)
    {
        Assert.True(reading.Document is not null && reading.Refused.Count == 0, reading.Problem + string.Join('\n', reading.Refused) + Encoding.UTF8.GetString(written.Bytes.Span));
        var proposing = VexProposals.Of(reading.Statements, Held());
        Assert.Empty(proposing.Unplaced);
        var back = proposing.Proposals.SelectMany(p => p.Releases.Select(r => (p.Ids[0], r, Component: p.Component?.ToString(), p.Status, Justification: p.Justification is null ? null : isCycloneDx ? Same(p.Justification) : p.Justification.Word))).Order().ToList();
        var sent = statements.Select(s => (s.Ids[0], s.Product.Version, Component: s.Component?.ToString(), !isCycloneDx && s.Status == TriageStatus.FalsePositive ? TriageStatus.NotAffected : s.Status, sameJustification(s))).Order().ToList();
        Assert.Equal(sent, back);
        if (isCycloneDx) Assert.Equal(Texts(statements.SelectMany(s => s.Responses.Select(r => r.Word()))), Texts(proposing.Proposals.SelectMany(p => p.Releases.SelectMany(_ => p.Responses.Select(r => r.Word())))));
        Assert.All(proposing.Proposals.Where(p => p.Status == TriageStatus.Affected), p => Assert.Equal("Update; or wait.", p.Action));
    }

    private static List<string> Texts(IEnumerable<string> texts) => [.. texts.Order(StringComparer.Ordinal)];
}
