using Marque.Advisories.Suppliers;
using Marque.Components.Purls;
using Marque.Triage.Vex;

namespace Marque.Fuzz.Targets;

/// <summary>VEX documents of any dialect: read or refused with a reason; a proposal names a vulnerability and a release, and nothing is dropped without a word.</summary>
internal static class VexDocument
{
    private static readonly VexRelease[] Releases = [new(new VexProduct("p", "1", Purl.Read("pkg:generic/v/p@1").Purl!), [Purl.Read("pkg:npm/a@1").Purl!, Purl.Read("pkg:npm/b@2").Purl!])];

    public static IEnumerable<string> Seeds =>
    [
        """
        {"bomFormat":"CycloneDX","specVersion":"1.6","serialNumber":"urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e","version":1,"metadata":{"timestamp":"2026-01-01T00:00:00Z","supplier":{"name":"v"},"component":{"bom-ref":"m","name":"p","version":"1","purl":"pkg:generic/v/p@1","components":[{"bom-ref":"i","name":"i"}]}},
        "components":[{"bom-ref":"a","name":"a","version":"1","purl":"pkg:npm/a@1","components":[{"bom-ref":"b","name":"b","purl":"pkg:npm/b@2","cpe":"cpe:2.3:a:b:c:1:*:*:*:*:*:*:*"}]}],
        "vulnerabilities":[{"id":"CVE-2026-1","references":[{"id":"X-1","source":{"name":"x"}}],"recommendation":"update","analysis":{"state":"not_affected","justification":"code_not_reachable","response":["update","will_not_fix"],"detail":"d","lastUpdated":"2026-01-02T00:00:00Z"},"affects":[{"ref":"a"},{"ref":"m"},{"ref":"urn:cdx:0f8fad5b-d9cb-469f-a165-70867728950e/1#pkg%3Anpm%2Fa%401"},{"ref":"b","versions":[{"version":"2"},{"range":"vers:npm/<3","status":"affected"},{"version":"9","status":"unaffected"}]}],"properties":[{"name":"marque:justification","value":"component_not_present"}]},
        {"id":"CVE-2026-2","analysis":{"state":"false_positive"},"affects":[{"ref":"zzz"}]}]}
        """,
        .. OpenVexDocument.Seeds,
        .. CsafDocument.Seeds,
    ];

    public static void Run(ReadOnlySpan<byte> bytes)
    {
        var reading = SupplierVex.Read(bytes.ToArray());
        Supplier.Check(reading);
        var proposing = VexProposals.Of(reading.Statements, Releases);
        if (proposing.Proposals.Any(p => p.Ids.Count == 0 || p.Releases.Count == 0)) throw new InvalidOperationException("a proposal about nothing");
        if (reading.Statements.Any(s => proposing.Proposals.All(p => p.Statement != s) && proposing.Unplaced.All(u => u.Vulnerability != s.Vulnerabilities[0]))) throw new InvalidOperationException("a statement is dropped without a word");
    }
}
