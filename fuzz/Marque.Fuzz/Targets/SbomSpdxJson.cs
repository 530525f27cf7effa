namespace Marque.Fuzz.Targets;

/// <summary>Reads SPDX JSON, 2 and 3.</summary>
internal static class SbomSpdxJson
{
    public static IEnumerable<string> Seeds =>
    [
        """{"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","creationInfo":{"created":"2026-11-24T10:00:00Z","creators":["Tool: t-1","Person: p (p@example.com)"]},"packages":[{"SPDXID":"SPDXRef-a","name":"a","versionInfo":"1","supplier":"Organization: s ()","checksums":[{"algorithm":"SHA1","checksumValue":"00"}],"externalRefs":[{"referenceType":"purl","referenceLocator":"pkg:npm/a@1"}]}],"files":[{"SPDXID":"SPDXRef-f"}],"relationships":[{"spdxElementId":"SPDXRef-DOCUMENT","relationshipType":"DESCRIBES","relatedSpdxElement":"SPDXRef-a"}]}""",
        """{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[{"type":"CreationInfo","@id":"_:c","createdBy":["urn:o"]},{"type":"software_Package","spdxId":"urn:a","name":"a","software_packageVersion":"1","suppliedBy":"urn:o","verifiedUsing":[{"type":"Hash","algorithm":"sha256","hashValue":"00"}]},{"type":"Organization","spdxId":"urn:o","name":"o"},{"type":"Relationship","spdxId":"urn:r","from":"urn:a","to":["urn:a"],"relationshipType":"dependsOn"},{"type":"SpdxDocument","spdxId":"urn:d","rootElement":["urn:s"]},{"type":"software_Sbom","spdxId":"urn:s","rootElement":["urn:a","urn:s"]},{"type":"security_Vulnerability","spdxId":"urn:v"},{"type":"security_VexFixedVulnAssessmentRelationship","spdxId":"urn:x","from":"urn:v","to":["urn:a"]}]}""",
    ];

    public static void Run(ReadOnlySpan<byte> bytes) => SbomInvariants.Hold(bytes);
}
