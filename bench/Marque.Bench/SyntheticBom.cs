using System.Text;
using Marque.Text;

namespace Marque.Bench;

/// <summary>The forms of bills of materials.</summary>
internal enum BomForm
{
    CycloneDxJson,
    CycloneDxXml,
    Spdx2Json,
    Spdx2Tags,
    Spdx3Json,
}

/// <summary>A bill of materials of so many components, made while it is read.</summary>
internal sealed class SyntheticBom(BomForm form, int components) : ForwardStream
{
    private readonly IEnumerator<string> parts = Parts(form, components).GetEnumerator();
    private ReadOnlyMemory<byte> rest;

    public override int Read(Span<byte> buffer)
    {
        while (rest.IsEmpty)
        {
            if (!parts.MoveNext()) return 0;
            rest = Encoding.UTF8.GetBytes(parts.Current);
        }

        var length = Math.Min(buffer.Length, rest.Length);
        rest.Span[..length].CopyTo(buffer);
        rest = rest[length..];
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) parts.Dispose();
        base.Dispose(disposing);
    }

    private static IEnumerable<string> Parts(BomForm form, int components)
    {
        var range = Enumerable.Range(0, components);
        return form switch
        {
            BomForm.CycloneDxJson => Around("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"version\":1,\"components\":[", range.Select((i, n) => (n == 0 ? "" : ",\n") + CycloneDx(i)), "],\"dependencies\":[", range.Select((i, n) => (n == 0 ? "" : ",\n") + $$"""{"ref":"{{Purl(i)}}","dependsOn":["{{Purl(i / 2)}}"]}"""), "]}"),
            BomForm.CycloneDxXml => Around("<?xml version=\"1.0\"?>\n<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\" version=\"1\"><components>", range.Select(Xml), "</components><dependencies>", range.Select(i => $"<dependency ref=\"{Purl(i)}\"><dependency ref=\"{Purl(i / 2)}\"/></dependency>\n"), "</dependencies></bom>"),
            BomForm.Spdx2Json => Around("{\"SPDXID\":\"SPDXRef-DOCUMENT\",\"spdxVersion\":\"SPDX-2.3\",\"dataLicense\":\"CC0-1.0\",\"name\":\"n\",\"documentNamespace\":\"https://example.com/n\",\"creationInfo\":{\"created\":\"2026-11-25T01:41:41Z\",\"creators\":[\"Tool: bench\"]},\"packages\":[", range.Select((i, n) => (n == 0 ? "" : ",\n") + Spdx2(i)), "],\"relationships\":[", range.Select((i, n) => (n == 0 ? "" : ",\n") + $$"""{"spdxElementId":"SPDXRef-DOCUMENT","relationshipType":"DESCRIBES","relatedSpdxElement":"SPDXRef-{{i}}"}"""), "]}"),
            BomForm.Spdx2Tags => Around("SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: n\nDocumentNamespace: https://example.com/n\nCreator: Tool: bench\nCreated: 2026-11-25T01:41:41Z\n", range.Select(Tags), "", range.Select(i => $"Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-{i}\n"), ""),
            _ => Around("{\"@context\":\"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\",\"@graph\":[{\"type\":\"CreationInfo\",\"@id\":\"_:c\",\"specVersion\":\"3.0.1\",\"created\":\"2026-11-25T01:41:41Z\",\"createdBy\":[\"https://example.com/us\"]}", range.Select(i => ",\n" + Spdx3(i)), "", [], "]}"),
        };
    }

    private static IEnumerable<string> Around(string before, IEnumerable<string> first, string between, IEnumerable<string> second, string after) => first.Prepend(before).Append(between).Concat(second).Append(after);

    private static string Purl(int i) => $"pkg:npm/%40scope/name{i}@1.{i}.0";

    private static string CycloneDx(int i) => $$"""{"type":"library","bom-ref":"{{Purl(i)}}","group":"@scope","name":"name{{i}}","version":"1.{{i}}.0","description":"A component that does something","scope":"required","hashes":[{"alg":"SHA-256","content":"{{i:x64}}"},{"alg":"SHA-1","content":"{{i:x40}}"}],"licenses":[{"license":{"id":"MIT"} }],"purl":"{{Purl(i)}}","externalReferences":[{"type":"vcs","url":"https://example.com/scope/name{{i}}.git"},{"type":"website","url":"https://example.com/name{{i}}"}],"properties":[{"name":"x:path","value":"node_modules/name{{i}}"}]}""";

    private static string Xml(int i) => $"""<component type="library" bom-ref="{Purl(i)}"><group>@scope</group><name>name{i}</name><version>1.{i}.0</version><description>A component that does something</description><scope>required</scope><hashes><hash alg="SHA-256">{i:x64}</hash><hash alg="SHA-1">{i:x40}</hash></hashes><licenses><license><id>MIT</id></license></licenses><purl>{Purl(i)}</purl><externalReferences><reference type="vcs"><url>https://example.com/scope/name{i}.git</url></reference><reference type="website"><url>https://example.com/name{i}</url></reference></externalReferences><properties><property name="x:path">node_modules/name{i}</property></properties></component>""" + "\n";

    private static string Spdx2(int i) => $$"""{"SPDXID":"SPDXRef-{{i}}","name":"name{{i}}","versionInfo":"1.{{i}}.0","supplier":"Organization: Example","downloadLocation":"https://example.com/{{i}}.tgz","filesAnalyzed":false,"licenseConcluded":"NOASSERTION","licenseDeclared":"MIT","copyrightText":"NOASSERTION","checksums":[{"algorithm":"SHA256","checksumValue":"{{i:x64}}"}],"externalRefs":[{"referenceCategory":"PACKAGE-MANAGER","referenceType":"purl","referenceLocator":"{{Purl(i)}}"}]}""";

    private static string Tags(int i) => $"PackageName: name{i}\nSPDXID: SPDXRef-{i}\nPackageVersion: 1.{i}.0\nPackageSupplier: Organization: Example\nPackageDownloadLocation: https://example.com/{i}.tgz\nFilesAnalyzed: false\nPackageChecksum: SHA256: {i:x64}\nPackageLicenseConcluded: NOASSERTION\nPackageLicenseDeclared: MIT\nPackageCopyrightText: NOASSERTION\nExternalRef: PACKAGE-MANAGER purl {Purl(i)}\n\n";

    private static string Spdx3(int i) => $$"""{"type":"software_Package","spdxId":"https://example.com/{{i}}","creationInfo":"_:c","name":"name{{i}}","software_packageVersion":"1.{{i}}.0","software_packageUrl":"{{Purl(i)}}","software_downloadLocation":"https://example.com/{{i}}.tgz","verifiedUsing":[{"type":"Hash","algorithm":"sha256","hashValue":"{{i:x64}}"}],"externalIdentifier":[{"type":"ExternalIdentifier","externalIdentifierType":"packageUrl","identifier":"{{Purl(i)}}"}]}""";
}
