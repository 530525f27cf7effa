using Marque.Advisories;
using Marque.Advisories.Suppliers;

namespace Marque.Fuzz.Targets;

/// <summary>OpenVEX documents: read or refused with a reason; a statement always names a vulnerability and a product.</summary>
internal static class OpenVexDocument
{
    public static IEnumerable<string> Seeds =>
    [
        """
        {"@context":"https://openvex.dev/ns/v0.2.0","@id":"https://example.com/vex-1","author":"psirt@example.com","timestamp":"2026-01-01T00:00:00Z","version":1,"statements":[
        {"vulnerability":{"name":"CVE-2026-1","aliases":["GHSA-aaaa-bbbb-cccc"]},"products":[{"@id":"pkg:npm/a@1","identifiers":{"purl":"pkg:npm/a@1","cpe23":"cpe:2.3:a:b:c:1:*:*:*:*:*:*:*"},"hashes":{"sha-256":"00"},"subcomponents":[{"@id":"pkg:npm/b@2"}]}],"status":"not_affected","justification":"component_not_present"},
        {"vulnerability":"CVE-2026-2","products":["pkg:npm/a@1"],"subcomponents":["pkg:npm/c"],"status":"fixed","timestamp":"2026-01-02T00:00:00+01:00"}]}
        """,
    ];

    public static void Run(ReadOnlySpan<byte> bytes) => Supplier.Check(SupplierOpenVex.Read(new MemoryStream(bytes.ToArray())));
}
