using Marque.Components.Conformance;
using Marque.Text;

namespace Marque.Fuzz.Targets;

/// <summary>SBOM files against their formats: whatever the bytes, a verdict with grounds, and the same one however the bytes arrive.</summary>
internal static class SbomConformance
{
    public static IEnumerable<string> Seeds =>
    [
        """{"bomFormat":"CycloneDX","specVersion":"1.6","serialNumber":"urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79","version":1,"metadata":{"timestamp":"2026-11-25T01:41:41Z","tools":{"components":[{"type":"application","name":"maker"}]}},"components":[{"type":"library","bom-ref":"a","name":"a","hashes":[{"alg":"MD5","content":"0123456789abcdef0123456789abcdef"}],"licenses":[{"license":{"id":"MIT"}}],"evidence":{"identity":[{"field":"purl"}]}},{"type":"file","bom-ref":"b","name":"b","licenses":[{"expression":"MIT"}]}],"dependencies":[{"ref":"a","dependsOn":["b"]}],"signature":{"algorithm":"ES256","value":"c2ln"}}""",
        """{"SPDXID":"SPDXRef-DOCUMENT","spdxVersion":"SPDX-2.3","dataLicense":"CC0-1.0","name":"n","documentNamespace":"https://example.com/n","creationInfo":{"created":"2026-11-25T01:41:41Z","creators":["Tool: t"]},"packages":[{"SPDXID":"SPDXRef-a","name":"a","downloadLocation":"NONE"}],"relationships":[{"spdxElementId":"SPDXRef-DOCUMENT","relationshipType":"DESCRIBES","relatedSpdxElement":"SPDXRef-a"}]}""",
        """{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[{"type":"CreationInfo","@id":"_:c","specVersion":"3.0.1","created":"2026-11-25T01:41:41Z","createdBy":["https://example.com/us"]},{"type":"software_Package","spdxId":"https://example.com/a","creationInfo":"_:c","name":"a","verifiedUsing":[{"type":"Hash","algorithm":"sha256","hashValue":"00"}]}]}""",
        """<bom xmlns="http://cyclonedx.org/schema/bom/1.4" version="1"><components><component type="library" bom-ref="a"><name><![CDATA[a]]></name><version>1</version></component></components><dependencies><dependency ref="a"/></dependencies></bom>""",
        "SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: n\nDocumentNamespace: https://example.com/n\nCreator: Tool: t\nCreated: 2026-11-25T01:41:41Z\nPackageName: a\nSPDXID: SPDXRef-a\nPackageDownloadLocation: NONE\nPackageComment: <text>one\ntwo</text>\nRelationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-a\n",
    ];

    public static void Run(ReadOnlySpan<byte> bytes)
    {
        var content = bytes.ToArray();
        using var whole = new MemoryStream(content);
        var result = ConformanceCheck.Run(whole);
        if (result.Conforms != result.Problems.All(p => p.Demand == Demand.Note)) throw new InvalidOperationException("a verdict without grounds");
        if (result.Problems.Any(p => p.Rule.Length == 0 || p.Message.Length == 0 || p.Line < 0)) throw new InvalidOperationException("a problem without words");
        using var pieces = new Pieces(content);
        var again = ConformanceCheck.Run(pieces);
        if (!result.Problems.SequenceEqual(again.Problems) || (result.Format, result.Version, result.Further) != (again.Format, again.Version, again.Further)) throw new InvalidOperationException("another verdict in pieces");
    }

    private sealed class Pieces(byte[] content) : ForwardStream
    {
        private int at;

        public override int Read(Span<byte> buffer)
        {
            var length = Math.Min(Math.Min(3, buffer.Length), content.Length - at);
            content.AsSpan(at, length).CopyTo(buffer);
            at += length;
            return length;
        }
    }
}
