using System.Globalization;
using System.Text;
using Marque.Text;

namespace Marque.Bench;

/// <summary>A bill of materials of so many components in one of the formats, each with what the common tools write: package URL, hash, licence, supplier, addresses, properties, and three dependencies.</summary>
/// <param name="Head">What stands before the components.</param>
/// <param name="Component">A component; <c>{0}</c> is its number, <c>{1}</c> a version, <c>{2}</c> a hash.</param>
/// <param name="Between">What stands between components.</param>
/// <param name="Middle">What stands between components and relationships.</param>
/// <param name="Relation">The relationships of a component to <c>{1}</c>, <c>{2}</c> and <c>{3}</c>.</param>
/// <param name="Tail">What stands at the end.</param>
internal sealed record SyntheticSbom(string Head, string Component, string Between, string Middle, string Relation, string Tail)
{
    public static readonly SyntheticSbom CycloneDxJson = new(
        "{\n  \"bomFormat\": \"CycloneDX\",\n  \"specVersion\": \"1.6\",\n  \"serialNumber\": \"urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79\",\n  \"version\": 1,\n  \"metadata\": {\n    \"timestamp\": \"2026-11-24T10:00:00Z\",\n    \"component\": {\"type\": \"firmware\", \"bom-ref\": \"pkg:npm/package-0@1.0.0\", \"name\": \"gateway\", \"version\": \"2.4.1\"}\n  },\n  \"components\": [\n",
        """
            {{
              "type": "library",
              "bom-ref": "pkg:npm/%40example/package-{0}@{1}",
              "supplier": {{ "name": "Example makers", "url": [ "https://makers.example.com" ] }},
              "group": "@example",
              "name": "package-{0}",
              "version": "{1}",
              "description": "Reads and writes what package {0} of the gateway needs to read and write.",
              "hashes": [ {{ "alg": "SHA-512", "content": "{2}{2}" }} ],
              "licenses": [ {{ "license": {{ "id": "MIT", "url": "https://opensource.org/licenses/MIT" }} }} ],
              "purl": "pkg:npm/%40example/package-{0}@{1}",
              "externalReferences": [
                {{ "type": "vcs", "url": "git+https://code.example.com/makers/package-{0}.git" }},
                {{ "type": "distribution", "url": "https://registry.example.com/package-{0}/-/package-{0}-{1}.tgz" }}
              ],
              "properties": [ {{ "name": "cdx:npm:package:path", "value": "node_modules/@example/package-{0}" }} ]
            }}
        """,
        ",\n", "\n  ],\n  \"dependencies\": [\n",
        """
            {{ "ref": "pkg:npm/%40example/package-{0}@{4}", "dependsOn": [ "pkg:npm/%40example/package-{1}@{5}", "pkg:npm/%40example/package-{2}@{6}", "pkg:npm/%40example/package-{3}@{7}" ] }}
        """,
        "\n  ]\n}\n");

    public static readonly SyntheticSbom SpdxJson = new(
        "{\n  \"spdxVersion\": \"SPDX-2.3\",\n  \"dataLicense\": \"CC0-1.0\",\n  \"SPDXID\": \"SPDXRef-DOCUMENT\",\n  \"name\": \"gateway\",\n  \"documentNamespace\": \"https://example.com/gateway\",\n  \"creationInfo\": {\"created\": \"2026-11-24T10:00:00Z\", \"creators\": [\"Tool: bomtool-1.0\"]},\n  \"documentDescribes\": [\"SPDXRef-Package-0\"],\n  \"packages\": [\n",
        """
            {{
              "SPDXID": "SPDXRef-Package-{0}",
              "name": "package-{0}",
              "versionInfo": "{1}",
              "supplier": "Organization: Example makers (info@makers.example.com)",
              "downloadLocation": "https://registry.example.com/package-{0}/-/package-{0}-{1}.tgz",
              "filesAnalyzed": false,
              "homepage": "https://makers.example.com/package-{0}",
              "sourceInfo": "acquired package info from installed node module manifest file: /app/node_modules/package-{0}/package.json",
              "licenseConcluded": "NOASSERTION",
              "licenseDeclared": "MIT",
              "copyrightText": "NOASSERTION",
              "checksums": [ {{ "algorithm": "SHA256", "checksumValue": "{2}" }} ],
              "externalRefs": [
                {{ "referenceCategory": "SECURITY", "referenceType": "cpe23Type", "referenceLocator": "cpe:2.3:a:example:package-{0}:{1}:*:*:*:*:*:*:*" }},
                {{ "referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": "pkg:npm/%40example/package-{0}@{1}" }}
              ]
            }}
        """,
        ",\n", "\n  ],\n  \"relationships\": [\n",
        """
            {{ "spdxElementId": "SPDXRef-Package-{0}", "relationshipType": "DEPENDS_ON", "relatedSpdxElement": "SPDXRef-Package-{1}" }},
            {{ "spdxElementId": "SPDXRef-Package-{0}", "relationshipType": "DEPENDS_ON", "relatedSpdxElement": "SPDXRef-Package-{2}" }},
            {{ "spdxElementId": "SPDXRef-Package-{0}", "relationshipType": "DEPENDS_ON", "relatedSpdxElement": "SPDXRef-Package-{3}" }}
        """,
        "\n  ]\n}\n");

    public static readonly SyntheticSbom CycloneDxXml = new(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\" version=\"1\">\n  <components>\n",
        """
            <component type="library" bom-ref="pkg:npm/%40example/package-{0}@{1}">
              <supplier><name>Example makers</name><url>https://makers.example.com</url></supplier>
              <group>@example</group>
              <name>package-{0}</name>
              <version>{1}</version>
              <description>Reads and writes what package {0} of the gateway needs to read and write.</description>
              <hashes><hash alg="SHA-512">{2}{2}</hash></hashes>
              <licenses><license><id>MIT</id><url>https://opensource.org/licenses/MIT</url></license></licenses>
              <purl>pkg:npm/%40example/package-{0}@{1}</purl>
              <externalReferences>
                <reference type="vcs"><url>git+https://code.example.com/makers/package-{0}.git</url></reference>
                <reference type="distribution"><url>https://registry.example.com/package-{0}/-/package-{0}-{1}.tgz</url></reference>
              </externalReferences>
              <properties><property name="cdx:npm:package:path">node_modules/@example/package-{0}</property></properties>
            </component>
        """,
        "\n", "\n  </components>\n  <dependencies>\n",
        """
            <dependency ref="pkg:npm/%40example/package-{0}@{4}"><dependency ref="pkg:npm/%40example/package-{1}@{5}"/><dependency ref="pkg:npm/%40example/package-{2}@{6}"/><dependency ref="pkg:npm/%40example/package-{3}@{7}"/></dependency>
        """,
        "\n  </dependencies>\n</bom>\n");

    public static readonly SyntheticSbom SpdxTagValue = new(
        "SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: gateway\nDocumentNamespace: https://example.com/gateway\nCreator: Tool: bomtool-1.0\nCreated: 2026-11-24T10:00:00Z\n",
        """

        PackageName: package-{0}
        SPDXID: SPDXRef-Package-{0}
        PackageVersion: {1}
        PackageSupplier: Organization: Example makers (info@makers.example.com)
        PackageDownloadLocation: https://registry.example.com/package-{0}/-/package-{0}-{1}.tgz
        FilesAnalyzed: false
        PackageSourceInfo: acquired package info from installed node module manifest file: /app/node_modules/package-{0}/package.json
        PackageChecksum: SHA256: {2}
        PackageLicenseConcluded: NOASSERTION
        PackageLicenseDeclared: MIT
        PackageCopyrightText: NOASSERTION
        ExternalRef: SECURITY cpe23Type cpe:2.3:a:example:package-{0}:{1}:*:*:*:*:*:*:*
        ExternalRef: PACKAGE-MANAGER purl pkg:npm/%40example/package-{0}@{1}

        """,
        "", "\n",
        """
        Relationship: SPDXRef-Package-{0} DEPENDS_ON SPDXRef-Package-{1}
        Relationship: SPDXRef-Package-{0} DEPENDS_ON SPDXRef-Package-{2}
        Relationship: SPDXRef-Package-{0} DEPENDS_ON SPDXRef-Package-{3}

        """,
        "");

    /// <summary>The file in memory.</summary>
    public byte[] Bytes(int components)
    {
        using var stream = Stream(components);
        var output = new MemoryStream();
        stream.CopyTo(output);
        return output.ToArray();
    }

    /// <summary>The file as a stream that holds no more than a few components.</summary>
    public Stream Stream(int components) => new Made(this, components);

    private sealed class Made(SyntheticSbom sbom, int components) : ForwardStream
    {
        private readonly CompositeFormat component = CompositeFormat.Parse(sbom.Component);
        private readonly CompositeFormat relation = CompositeFormat.Parse(sbom.Relation);
        private ReadOnlyMemory<byte> block = Encoding.UTF8.GetBytes(sbom.Head);
        private readonly StringBuilder text = new();
        private readonly byte[] bytes = new byte[64 * 1024];
        private int next;

        public override int Read(Span<byte> buffer)
        {
            if (block.IsEmpty && !Next()) return 0;
            var count = Math.Min(buffer.Length, block.Length);
            block.Span[..count].CopyTo(buffer);
            block = block[count..];
            return count;
        }

        private bool Next()
        {
            if (next > 2 * components) return false;
            // Used again and again: the memory measured is to be the reader's.
            text.Clear();
            for (var i = 0; i < 8 && next <= 2 * components; i++, next++)
            {
                if (next == components) text.Append(sbom.Middle);
                else if (next > 0 && next < 2 * components) text.Append(sbom.Between);
                if (next == 2 * components) text.Append(sbom.Tail);
                else if (next < components) text.AppendFormat(CultureInfo.InvariantCulture, component, next, Version(next), Hash(next));
                else
                {
                    var number = next - components;
                    var (a, b, c) = ((number * 7 + 1) % components, (number * 13 + 2) % components, (number * 31 + 3) % components);
                    text.AppendFormat(CultureInfo.InvariantCulture, relation, number, a, b, c, Version(number), Version(a), Version(b), Version(c));
                }
            }

            var length = 0;
            foreach (var chunk in text.GetChunks()) length += Encoding.UTF8.GetBytes(chunk.Span, bytes.AsSpan(length));
            block = bytes.AsMemory(0, length);
            return true;
        }

        private static string Version(int number) => string.Create(CultureInfo.InvariantCulture, $"{number % 17}.{number % 101}.{number % 11}");

        private static string Hash(int number)
        {
            var digits = new StringBuilder(64);
            for (var i = 0u; i < 8; i++) digits.Append(((uint)(number + 1) * 2654435761u * (i + 7)).ToString("x8", CultureInfo.InvariantCulture));
            return digits.ToString();
        }
    }
}
