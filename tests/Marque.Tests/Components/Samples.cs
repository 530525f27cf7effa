using System.Text;
using Marque.Components;

namespace Marque.Tests.Components;

/// <summary>One small bill of materials in every format: a gateway that depends on a TLS library and a web server, which shares the compression library with the TLS library.</summary>
internal static class Samples
{
    public const string CycloneDxJson = """
        {
          "bomFormat": "CycloneDX",
          "specVersion": "1.6",
          "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
          "version": 3,
          "metadata": {
            "timestamp": "2026-11-24T10:00:00Z",
            "lifecycles": [{ "phase": "build" }],
            "tools": { "components": [{ "type": "application", "name": "bomtool", "version": "1.2.0" }] },
            "authors": [{ "name": "Product security", "email": "psirt@example.com" }],
            "component": { "type": "firmware", "bom-ref": "gateway", "name": "gateway", "version": "2.4.1", "supplier": { "name": "Example GmbH", "url": ["https://example.com"] } },
            "licenses": [{ "license": { "id": "CC0-1.0" } }]
          },
          "components": [
            {
              "type": "library", "bom-ref": "tls", "name": "tlslib", "version": "3.0.1", "purl": "pkg:generic/tlslib@3.0.1", "cpe": "cpe:2.3:a:example:tlslib:3.0.1:*:*:*:*:*:*:*",
              "supplier": { "name": "TLS makers", "contact": [{ "email": "info@tls.example.com" }] },
              "hashes": [{ "alg": "SHA-256", "content": "2CF24DBA5FB0A30E26E83B2AC5B9E29E1B161E5C1FA7425E73043362938B9824" }],
              "licenses": [{ "license": { "id": "Apache-2.0", "acknowledgement": "declared" } }],
              "externalReferences": [{ "type": "distribution", "url": "https://tls.example.com/tlslib-3.0.1.tgz" }, { "type": "website", "url": "https://tls.example.com" }]
            },
            { "type": "application", "bom-ref": "web", "name": "webd", "version": "1.9", "purl": "pkg:npm/%40example/webd@1.9.0", "licenses": [{ "expression": "MIT OR BSD-2-Clause", "acknowledgement": "concluded" }] },
            { "type": "library", "bom-ref": "zip", "name": "ziplib", "version": "1.3", "purl": "pkg:pypi/ziplib@1.3" },
            { "type": "library", "bom-ref": "stray", "name": "stray", "version": "0.1" }
          ],
          "dependencies": [
            { "ref": "gateway", "dependsOn": ["tls", "web"] },
            { "ref": "tls", "dependsOn": ["zip"] },
            { "ref": "web", "dependsOn": ["zip"] },
            { "ref": "zip" }
          ]
        }
        """;

    public const string CycloneDxXml = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bom xmlns="http://cyclonedx.org/schema/bom/1.6" serialNumber="urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79" version="3">
          <metadata>
            <timestamp>2026-11-24T10:00:00Z</timestamp>
            <lifecycles><lifecycle><phase>build</phase></lifecycle></lifecycles>
            <tools><components><component type="application"><name>bomtool</name><version>1.2.0</version></component></components></tools>
            <authors><author><name>Product security</name><email>psirt@example.com</email></author></authors>
            <component type="firmware" bom-ref="gateway"><supplier><name>Example GmbH</name><url>https://example.com</url></supplier><name>gateway</name><version>2.4.1</version></component>
            <licenses><license><id>CC0-1.0</id></license></licenses>
          </metadata>
          <components>
            <component type="library" bom-ref="tls">
              <supplier><name>TLS makers</name><contact><email>info@tls.example.com</email></contact></supplier>
              <name>tlslib</name><version>3.0.1</version>
              <hashes><hash alg="SHA-256">2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824</hash></hashes>
              <licenses><license acknowledgement="declared"><id>Apache-2.0</id></license></licenses>
              <cpe>cpe:2.3:a:example:tlslib:3.0.1:*:*:*:*:*:*:*</cpe>
              <purl>pkg:generic/tlslib@3.0.1</purl>
              <externalReferences><reference type="distribution"><url>https://tls.example.com/tlslib-3.0.1.tgz</url></reference><reference type="website"><url>https://tls.example.com</url></reference></externalReferences>
            </component>
            <component type="application" bom-ref="web"><name>webd</name><version>1.9</version><licenses><expression acknowledgement="concluded">MIT OR BSD-2-Clause</expression></licenses><purl>pkg:npm/%40example/webd@1.9.0</purl></component>
            <component type="library" bom-ref="zip"><name>ziplib</name><version>1.3</version><purl>pkg:pypi/ziplib@1.3</purl></component>
            <component type="library" bom-ref="stray"><name>stray</name><version>0.1</version></component>
          </components>
          <dependencies>
            <dependency ref="gateway"><dependency ref="tls"/><dependency ref="web"/></dependency>
            <dependency ref="tls"><dependency ref="zip"/></dependency>
            <dependency ref="web"><dependency ref="zip"/></dependency>
            <dependency ref="zip"/>
          </dependencies>
        </bom>
        """;

    public const string SpdxJson = """
        {
          "spdxVersion": "SPDX-2.3",
          "dataLicense": "CC0-1.0",
          "SPDXID": "SPDXRef-DOCUMENT",
          "name": "gateway-2.4.1",
          "documentNamespace": "https://example.com/sbom/gateway-2.4.1",
          "creationInfo": { "created": "2026-11-24T10:00:00Z", "creators": ["Tool: bomtool-1.2.0", "Person: Product security (psirt@example.com)"] },
          "packages": [
            { "SPDXID": "SPDXRef-gateway", "name": "gateway", "versionInfo": "2.4.1", "downloadLocation": "NOASSERTION", "primaryPackagePurpose": "FIRMWARE", "supplier": "Organization: Example GmbH ()" },
            {
              "SPDXID": "SPDXRef-tls", "name": "tlslib", "versionInfo": "3.0.1", "supplier": "Organization: TLS makers (info@tls.example.com)", "primaryPackagePurpose": "LIBRARY",
              "downloadLocation": "https://tls.example.com/tlslib-3.0.1.tgz", "homepage": "https://tls.example.com", "licenseDeclared": "Apache-2.0", "licenseConcluded": "NOASSERTION",
              "checksums": [{ "algorithm": "SHA256", "checksumValue": "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824" }],
              "externalRefs": [
                { "referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": "pkg:generic/tlslib@3.0.1" },
                { "referenceCategory": "SECURITY", "referenceType": "cpe23Type", "referenceLocator": "cpe:2.3:a:example:tlslib:3.0.1:*:*:*:*:*:*:*" }
              ]
            },
            { "SPDXID": "SPDXRef-web", "name": "webd", "versionInfo": "1.9", "downloadLocation": "NONE", "primaryPackagePurpose": "APPLICATION", "licenseConcluded": "MIT OR BSD-2-Clause", "externalRefs": [{ "referenceLocator": "pkg:npm/%40example/webd@1.9.0", "referenceType": "purl", "referenceCategory": "PACKAGE_MANAGER" }] },
            { "SPDXID": "SPDXRef-zip", "name": "ziplib", "versionInfo": "1.3", "downloadLocation": "NOASSERTION", "primaryPackagePurpose": "LIBRARY", "externalRefs": [{ "referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": "pkg:pypi/ziplib@1.3" }] },
            { "SPDXID": "SPDXRef-stray", "name": "stray", "versionInfo": "0.1", "downloadLocation": "NOASSERTION", "primaryPackagePurpose": "LIBRARY" }
          ],
          "relationships": [
            { "spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-gateway" },
            { "spdxElementId": "SPDXRef-gateway", "relationshipType": "DEPENDS_ON", "relatedSpdxElement": "SPDXRef-tls" },
            { "spdxElementId": "SPDXRef-gateway", "relationshipType": "CONTAINS", "relatedSpdxElement": "SPDXRef-web" },
            { "spdxElementId": "SPDXRef-zip", "relationshipType": "DEPENDENCY_OF", "relatedSpdxElement": "SPDXRef-tls" },
            { "spdxElementId": "SPDXRef-web", "relationshipType": "DYNAMIC_LINK", "relatedSpdxElement": "SPDXRef-zip" },
            { "spdxElementId": "SPDXRef-zip", "relationshipType": "DEPENDS_ON", "relatedSpdxElement": "NONE" }
          ]
        }
        """;

    public const string SpdxTagValue = """
        SPDXVersion: SPDX-2.3
        DataLicense: CC0-1.0
        SPDXID: SPDXRef-DOCUMENT
        DocumentName: gateway-2.4.1
        DocumentNamespace: https://example.com/sbom/gateway-2.4.1
        DocumentComment: <text>A comment
        PackageName: not a package
        </text>
        Creator: Tool: bomtool-1.2.0
        Creator: Person: Product security (psirt@example.com)
        Created: 2026-11-24T10:00:00Z

        # Packages
        PackageName: gateway
        SPDXID: SPDXRef-gateway
        PackageVersion: 2.4.1
        PackageSupplier: Organization: Example GmbH ()
        PrimaryPackagePurpose: FIRMWARE
        PackageDownloadLocation: NOASSERTION
        Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-gateway

        PackageName: tlslib
        SPDXID: SPDXRef-tls
        PackageVersion: 3.0.1
        PackageSupplier: Organization: TLS makers (info@tls.example.com)
        PrimaryPackagePurpose: LIBRARY
        PackageDownloadLocation: https://tls.example.com/tlslib-3.0.1.tgz
        PackageHomePage: https://tls.example.com
        PackageChecksum: SHA256: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824
        PackageLicenseDeclared: Apache-2.0
        PackageLicenseConcluded: NOASSERTION
        ExternalRef: PACKAGE-MANAGER purl pkg:generic/tlslib@3.0.1
        ExternalRef: SECURITY cpe23Type cpe:2.3:a:example:tlslib:3.0.1:*:*:*:*:*:*:*

        PackageName: webd
        SPDXID: SPDXRef-web
        PackageVersion: 1.9
        PrimaryPackagePurpose: APPLICATION
        PackageLicenseConcluded: MIT OR BSD-2-Clause
        ExternalRef: PACKAGE-MANAGER purl pkg:npm/%40example/webd@1.9.0

        PackageName: ziplib
        SPDXID: SPDXRef-zip
        PackageVersion: 1.3
        PrimaryPackagePurpose: LIBRARY
        ExternalRef: PACKAGE-MANAGER purl pkg:pypi/ziplib@1.3

        PackageName: stray
        SPDXID: SPDXRef-stray
        PackageVersion: 0.1
        PrimaryPackagePurpose: LIBRARY

        Relationship: SPDXRef-gateway DEPENDS_ON SPDXRef-tls
        Relationship: SPDXRef-gateway CONTAINS SPDXRef-web
        Relationship: SPDXRef-zip DEPENDENCY_OF SPDXRef-tls
        Relationship: SPDXRef-web DYNAMIC_LINK SPDXRef-zip
        Relationship: SPDXRef-zip DEPENDS_ON NONE
        """;

    public const string Spdx3Json = """
        {
          "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
          "@graph": [
            { "type": "CreationInfo", "@id": "_:creation", "specVersion": "3.0.1", "created": "2026-11-24T10:00:00Z", "createdBy": ["urn:x:psirt"], "createdUsing": ["urn:x:bomtool"] },
            { "type": "Person", "spdxId": "urn:x:psirt", "creationInfo": "_:creation", "name": "Product security", "externalIdentifier": [{ "type": "ExternalIdentifier", "externalIdentifierType": "email", "identifier": "psirt@example.com" }] },
            { "type": "Tool", "spdxId": "urn:x:bomtool", "creationInfo": "_:creation", "name": "bomtool" },
            { "type": "Relationship", "spdxId": "urn:x:r1", "creationInfo": "_:creation", "from": "urn:x:gateway", "relationshipType": "dependsOn", "to": ["urn:x:tls", "urn:x:web"], "completeness": "complete" },
            { "type": "LifecycleScopedRelationship", "spdxId": "urn:x:r2", "creationInfo": "_:creation", "from": "urn:x:tls", "relationshipType": "dependsOn", "to": ["urn:x:zip"], "scope": "runtime" },
            { "type": "Relationship", "spdxId": "urn:x:r3", "creationInfo": "_:creation", "from": "urn:x:web", "relationshipType": "hasDynamicLink", "to": ["urn:x:zip"] },
            { "type": "Relationship", "spdxId": "urn:x:r4", "creationInfo": "_:creation", "from": "urn:x:tls", "relationshipType": "hasDeclaredLicense", "to": ["urn:x:apache"] },
            { "type": "Relationship", "spdxId": "urn:x:r5", "creationInfo": "_:creation", "from": "urn:x:web", "relationshipType": "hasConcludedLicense", "to": ["urn:x:either"] },
            { "type": "Relationship", "spdxId": "urn:x:r6", "creationInfo": "_:creation", "from": "urn:x:zip", "relationshipType": "dependsOn", "to": ["https://spdx.org/rdf/3.0.1/terms/Core/NoneElement"] },
            { "type": "SpdxDocument", "spdxId": "urn:x:document", "creationInfo": "_:creation", "name": "gateway-2.4.1", "rootElement": ["urn:x:sbom"], "dataLicense": "https://spdx.org/licenses/CC0-1.0" },
            { "type": "software_Sbom", "spdxId": "urn:x:sbom", "creationInfo": "_:creation", "rootElement": ["urn:x:gateway"], "element": ["urn:x:tls"], "software_sbomType": ["build"] },
            { "type": "software_Package", "spdxId": "urn:x:gateway", "creationInfo": "_:creation", "name": "gateway", "software_packageVersion": "2.4.1", "software_primaryPurpose": "firmware", "suppliedBy": "urn:x:example" },
            {
              "type": "software_Package", "spdxId": "urn:x:tls", "creationInfo": "_:creation", "name": "tlslib", "software_packageVersion": "3.0.1", "software_primaryPurpose": "library", "suppliedBy": "urn:x:makers",
              "software_packageUrl": "pkg:generic/tlslib@3.0.1", "software_downloadLocation": "https://tls.example.com/tlslib-3.0.1.tgz", "software_homePage": "https://tls.example.com",
              "externalIdentifier": [
                { "type": "ExternalIdentifier", "externalIdentifierType": "cpe23", "identifier": "cpe:2.3:a:example:tlslib:3.0.1:*:*:*:*:*:*:*" },
                { "type": "ExternalIdentifier", "externalIdentifierType": "packageUrl", "identifier": "pkg:generic/tlslib@3.0.1" }
              ],
              "verifiedUsing": [{ "type": "Hash", "algorithm": "sha256", "hashValue": "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824" }]
            },
            { "software_primaryPurpose": "application", "software_packageUrl": "pkg:npm/%40example/webd@1.9.0", "software_packageVersion": "1.9", "name": "webd", "spdxId": "urn:x:web", "creationInfo": "_:creation", "type": "software_Package" },
            { "type": "software_Package", "spdxId": "urn:x:zip", "creationInfo": "_:creation", "name": "ziplib", "software_packageVersion": "1.3", "software_primaryPurpose": "library", "software_packageUrl": "pkg:pypi/ziplib@1.3" },
            { "type": "software_Package", "spdxId": "urn:x:stray", "creationInfo": "_:creation", "name": "stray", "software_packageVersion": "0.1", "software_primaryPurpose": "library" },
            { "type": "Organization", "spdxId": "urn:x:example", "creationInfo": "_:creation", "name": "Example GmbH" },
            { "type": "Organization", "spdxId": "urn:x:makers", "creationInfo": "_:creation", "name": "TLS makers", "externalIdentifier": [{ "type": "ExternalIdentifier", "externalIdentifierType": "email", "identifier": "info@tls.example.com" }] },
            { "type": "simplelicensing_LicenseExpression", "spdxId": "urn:x:apache", "creationInfo": "_:creation", "simplelicensing_licenseExpression": "Apache-2.0" },
            { "type": "simplelicensing_LicenseExpression", "spdxId": "urn:x:either", "creationInfo": "_:creation", "simplelicensing_licenseExpression": "MIT OR BSD-2-Clause" }
          ]
        }
        """;

    /// <summary>The text of a format.</summary>
    public static string Of(SbomFormat format) => format switch
    {
        SbomFormat.CycloneDxJson => CycloneDxJson,
        SbomFormat.CycloneDxXml => CycloneDxXml,
        SbomFormat.SpdxJson => SpdxJson,
        SbomFormat.SpdxTagValue => SpdxTagValue,
        _ => Spdx3Json,
    };

    /// <summary>Reads a text that must be readable.</summary>
    public static Sbom Read(string text, Encoding? encoding = null)
    {
        var read = SbomFile.Read(Stream(text, encoding), "sbom");
        Assert.True(read.Value is not null, string.Join('\n', read.Problems));
        return read.Value;
    }

    /// <summary>The problem for which a text cannot be read.</summary>
    public static Marque.Text.Problem Refused(string text)
    {
        var read = SbomFile.Read(Stream(text, null), "sbom");
        Assert.Null(read.Value);
        return Assert.Single(read.Problems);
    }

    /// <summary>A CycloneDX file with these components and fields behind them.</summary>
    public static Sbom CycloneDx(string components, string more = "") => Read($$"""{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{{components}}]{{(more.Length > 0 ? "," + more : "")}}}""");

    private static MemoryStream Stream(string text, Encoding? encoding) => new([.. (encoding ?? new UTF8Encoding(false)).Preamble, .. (encoding ?? new UTF8Encoding(false)).GetBytes(text)], writable: false);
}
