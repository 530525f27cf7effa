using Marque.Components;
using Marque.Tests.Legal;

namespace Marque.Tests.Components;

/// <summary>What is read beyond the common ground of the formats.</summary>
public sealed class ReadingTests
{
    [Fact]
    public void Components_inside_components_are_read_and_hang_on_their_parent()
    {
        var sbom = Samples.Read("""
            {"bomFormat":"CycloneDX","specVersion":"1.5","metadata":{"component":{"bom-ref":"p","name":"product","components":[{"name":"inside the product"}]}},
             "components":[{"name":"framework","scope":"optional","components":[{"name":"module","scope":"excluded"}]}],"dependencies":[{"ref":"p","dependsOn":[]}]}
            """);
        Assert.Equal(["product", "inside the product", "framework", "module"], sbom.Components.Select(c => c.Name));
        Assert.Equal([-1, 0, -1, 2], sbom.Components.Select(c => c.Parent?.Index ?? -1));
        Assert.Equal([ComponentScope.Unspecified, ComponentScope.Unspecified, ComponentScope.Optional, ComponentScope.Excluded], sbom.Components.Select(c => c.Scope));
        Assert.Equal(3, sbom.Listed);
        Assert.Equal([1], sbom.Graph.TopLevel);
        Assert.Equal([2, 3], sbom.Graph.Unreachable);
        Assert.True(sbom.Graph.IsStated(0));
        Assert.False(sbom.Graph.IsStated(2));
    }

    [Fact]
    public void Details_of_a_component_are_kept_as_written()
    {
        var component = Samples.CycloneDx("""
            {"type":"operating-system","name":"os","publisher":"Publisher","author":"Somebody","authors":[{"name":"A","email":"a@example.com"},{"name":"B"}],"copyright":"(c)",
             "manufacturer":{"name":"Maker","url":["https://maker.example.com"],"contact":[{"name":"Desk","phone":"+49 1"},{"email":"desk@example.com"}]},
             "hashes":[{"content":"ABCDEF","alg":"MD5"},{"alg":"SHA-1","content":"not hexadecimal"}],
             "licenses":[{"license":{"name":"Own licence"}},{"license":{"id":"MIT","acknowledgement":"concluded"}},{"expression":"MIT AND Zlib"}],
             "swid":{"tagId":"tag","name":"os"},
             "pedigree":{"ancestors":[{"type":"library","name":"old","purl":"pkg:npm/old@1"}],"notes":"patched"},
             "properties":[{"name":"bsi:component:filename","value":"os.img"},{"name":"other","value":"not kept"},{"value":"os","name":"aquasecurity:trivy:SrcName"}]}
            """).Components[0];
        Assert.Equal(ComponentKind.OperatingSystem, component.Kind);
        Assert.Equal(("Publisher", "(c)"), (component.Publisher, component.Copyright));
        Assert.Equal(["Somebody", "A", "B"], component.Authors.Select(a => a.Name));
        Assert.Equal("Maker https://maker.example.com Desk desk@example.com", $"{component.Manufacturer!.Name} {component.Manufacturer.Urls[0]} {component.Manufacturer.Contacts[0].Name} {component.Manufacturer.Contacts[1].Email}");
        Assert.Equal([new ComponentHash("MD5", "abcdef"), new ComponentHash("SHA-1", "not hexadecimal")], component.Hashes);
        Assert.Equal([new ComponentLicence("Own licence", LicenceForm.Name, LicenceSaidBy.Unspecified), new ComponentLicence("MIT", LicenceForm.Id, LicenceSaidBy.Concluded), new ComponentLicence("MIT AND Zlib", LicenceForm.Expression, LicenceSaidBy.Unspecified)], component.Licences);
        Assert.Equal(["tag"], component.SwidTags);
        Assert.Equal(["pkg:npm/old@1"], component.Ancestors);
        Assert.Equal([new ComponentProperty("bsi:component:filename", "os.img"), new ComponentProperty("aquasecurity:trivy:SrcName", "os")], component.Properties);
    }

    [Fact]
    public void The_same_party_is_made_once()
    {
        var sbom = Samples.CycloneDx("""{"name":"a","supplier":{"name":"S"}},{"name":"b","supplier":{"name":"S"}},{"name":"c","supplier":{"name":"S","url":["https://s.example.com"]}},{"name":"d","supplier":{}}""");
        Assert.Same(sbom.Components[0].Supplier, sbom.Components[1].Supplier);
        Assert.NotEqual(sbom.Components[0].Supplier, sbom.Components[2].Supplier);
        Assert.False(sbom.Components[0].Supplier!.CanBeReached);
        Assert.True(sbom.Components[2].Supplier!.CanBeReached);
        Assert.Null(sbom.Components[3].Supplier);
    }

    [Fact]
    public void Services_compositions_and_vulnerabilities_are_read_alike_from_JSON_and_XML()
    {
        var json = Samples.Read("""
            {"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"bom-ref":"c","name":"c"}],
             "services":[{"bom-ref":"s","name":"store","version":"2","provider":{"name":"Cloud"},"endpoints":["https://store.example.com"],"services":[{"bom-ref":"t","name":"inner"}]}],
             "dependencies":[{"ref":"c","dependsOn":["s"],"provides":["t"]}],
             "compositions":[{"aggregate":"incomplete","assemblies":["c"],"dependencies":["c","s"]}],
             "annotations":[{"bom-ref":"note","subjects":["c"],"text":"x"}],
             "vulnerabilities":[{"bom-ref":"v","id":"CVE-2026-1","source":{"name":"NVD"},"references":[{"id":"GHSA-x","source":{"name":"GitHub"}}],"ratings":[{"source":{"name":"NVD"},"score":9.8,"severity":"critical","method":"CVSSv31","vector":"CVSS:3.1/AV:N"}],"cwes":[79],
               "recommendation":"update","published":"2026-01-01T00:00:00Z","affects":[{"ref":"c","versions":[{"version":"1","status":"affected"},{"range":"vers:semver/<2","status":"unaffected"}]}],
               "analysis":{"state":"not_affected","justification":"code_not_reachable","response":["will_not_fix","update"],"detail":"why","firstIssued":"2026-01-02T00:00:00Z"}}]}
            """);
        var xml = Samples.Read("""
            <x:bom xmlns:x="http://cyclonedx.org/schema/bom/1.6" xmlns:o="urn:other"><x:components><x:component bom-ref="c"><o:name>no</o:name><x:name>c</x:name></x:component></x:components>
             <x:services><x:service bom-ref="s"><x:provider><x:name>Cloud</x:name></x:provider><x:name>store</x:name><x:version>2</x:version><x:endpoints><x:endpoint>https://store.example.com</x:endpoint></x:endpoints><x:services><x:service bom-ref="t"><x:name>inner</x:name></x:service></x:services></x:service></x:services>
             <x:dependencies><x:dependency ref="c"><x:dependency ref="s"/><x:provides ref="t"/></x:dependency></x:dependencies>
             <x:compositions><x:composition><x:aggregate>incomplete</x:aggregate><x:assemblies><x:assembly ref="c"/></x:assemblies><x:dependencies><x:dependency ref="c"/><x:dependency ref="s"/></x:dependencies></x:composition></x:compositions>
             <x:annotations><x:annotation bom-ref="note"><x:text>x</x:text></x:annotation></x:annotations>
             <x:vulnerabilities><x:vulnerability bom-ref="v"><x:id>CVE-2026-1</x:id><x:source><x:name>NVD</x:name></x:source><x:references><x:reference><x:id>GHSA-x</x:id><x:source><x:name>GitHub</x:name></x:source></x:reference></x:references>
               <x:ratings><x:rating><x:source><x:name>NVD</x:name></x:source><x:score>9.8</x:score><x:severity>critical</x:severity><x:method>CVSSv31</x:method><x:vector>CVSS:3.1/AV:N</x:vector></x:rating></x:ratings><x:cwes><x:cwe>79</x:cwe></x:cwes>
               <x:recommendation>update</x:recommendation><x:published>2026-01-01T00:00:00Z</x:published>
               <x:analysis><x:state>not_affected</x:state><x:justification>code_not_reachable</x:justification><x:responses><x:response>will_not_fix</x:response><x:response>update</x:response></x:responses><x:detail><![CDATA[why]]></x:detail><x:firstIssued>2026-01-02T00:00:00Z</x:firstIssued></x:analysis>
               <x:affects><x:target><x:ref>c</x:ref><x:versions><x:version><x:version>1</x:version><x:status>affected</x:status></x:version><x:version><x:range>vers:semver/&lt;2</x:range><x:status>unaffected</x:status></x:version></x:versions></x:target></x:affects></x:vulnerability></x:vulnerabilities></x:bom>
            """);
        foreach (var sbom in (Sbom[])[json, xml])
        {
            Assert.Empty(sbom.Findings);
            Assert.Equal(["s store 2 Cloud -1", "t inner   0"], sbom.Services.Select(s => $"{s.Ref} {s.Name} {s.Version} {s.Provider?.Name} {s.Parent}"));
            Assert.Equal("https://store.example.com", Assert.Single(sbom.Services[0].Endpoints));
            Assert.Equal(["c dependsOn s DependsOn", "c provides t Other"], sbom.Relationships.Select(r => $"{r.From} {r.Type} {r.To} {r.Role}"));
            var composition = Assert.Single(sbom.Compositions);
            Assert.Equal("incomplete: c / c s", $"{composition.Aggregate}: {string.Join(' ', composition.Assemblies)} / {string.Join(' ', composition.Dependencies)}");
            Assert.Equal(1, sbom.Annotations);
            var vulnerability = Assert.Single(sbom.Vulnerabilities);
            Assert.Equal("CVE-2026-1 NVD v GHSA-x 79 update 2026-01-01T00:00:00Z", $"{vulnerability.Id} {vulnerability.Source} {vulnerability.Ref} {vulnerability.Aliases[0]} {vulnerability.Weaknesses[0]} {vulnerability.Recommendation} {vulnerability.Published}");
            Assert.Equal(new SbomRating("NVD", 9.8, "critical", "CVSSv31", "CVSS:3.1/AV:N"), Assert.Single(vulnerability.Ratings));
            Assert.Equal("not_affected code_not_reachable will_not_fix,update why 2026-01-02T00:00:00Z", vulnerability.Analysis is { } a ? $"{a.State} {a.Justification} {string.Join(',', a.Responses)} {a.Detail} {a.FirstIssued}" : "");
            Assert.Equal([new SbomAffectedVersion("1", "", "affected"), new SbomAffectedVersion("", "vers:semver/<2", "unaffected")], Assert.Single(vulnerability.Affects).Versions);
        }
    }

    [Fact]
    public void Assessments_of_vulnerabilities_in_SPDX_3_speak_the_words_of_VEX()
    {
        var sbom = Samples.Read("""
            {"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[
              {"type":"security_VexNotAffectedVulnAssessmentRelationship","spdxId":"urn:r","relationshipType":"doesNotAffect","from":"urn:v","to":["urn:p"],"security_justificationType":"vulnerableCodeNotPresent","security_impactStatement":"not built"},
              {"type":"security_CvssV3VulnAssessmentRelationship","spdxId":"urn:s","relationshipType":"hasAssessmentFor","from":"urn:v","to":["urn:p"],"security_score":7.5,"security_severity":"high","security_vectorString":"CVSS:3.1/AV:N"},
              {"type":"software_Package","spdxId":"urn:p","name":"p"},
              {"type":"security_Vulnerability","spdxId":"urn:v","externalIdentifier":[{"type":"ExternalIdentifier","externalIdentifierType":"cve","identifier":"CVE-2026-2"}]}]}
            """);
        var vulnerability = Assert.Single(sbom.Vulnerabilities);
        Assert.Equal(("CVE-2026-2", "not_affected", "vulnerableCodeNotPresent", "urn:p"), (vulnerability.Id, vulnerability.Analysis!.State, vulnerability.Analysis.Justification, vulnerability.Affects[0].Ref));
        Assert.Equal(7.5, Assert.Single(vulnerability.Ratings).Score);
    }

    [Fact]
    public void Old_line_ends_and_lines_without_a_tag_do_not_stop_tag_value()
    {
        Assert.Equal(5, Samples.Read(Samples.SpdxTagValue.Replace("\r", "", StringComparison.Ordinal).Replace('\n', '\r')).Components.Count);
        Assert.Equal(5, Samples.Read(Samples.SpdxTagValue.Replace("\n", "\r\n", StringComparison.Ordinal)).Components.Count);
        var sbom = Samples.Read(Samples.SpdxTagValue + "\nthis line has no tag\nPackageChecksum: nonsense\nExternalRef: purl\n");
        Assert.Equal(["spdx.no-tag", "spdx.checksum", "spdx.reference"], sbom.Findings.Select(f => f.Code));
    }

    [Fact]
    public void A_document_with_one_package_is_about_it_and_one_with_more_says_what_it_is_about()
    {
        const string One = "SPDXVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\nPackageName: a\nSPDXID: SPDXRef-a\n";
        Assert.Equal("a", Samples.Read(One).Subject?.Name);
        var two = Samples.Read(One + "PackageName: b\nSPDXID: SPDXRef-b\nRelationship: SPDXRef-a CONTAINS SPDXRef-b\n");
        Assert.Null(two.Subject);
        Assert.False(two.Graph.HasSubject);
        Assert.Equal([0, 1], Enumerable.Range(0, 2).Select(two.Graph.DepthOf));
    }

    [Fact]
    public void The_bills_of_materials_of_the_repository_are_read()
    {
        var files = new[] { "case", "examples" }.SelectMany(f => Directory.EnumerateFiles(Path.Combine(LegalFolder.Repository, f), "*.json", SearchOption.AllDirectories)).Where(f => f.EndsWith(".cdx.json", StringComparison.Ordinal) || f.EndsWith(".spdx.json", StringComparison.Ordinal)).ToList();
        Assert.True(files.Count >= 6, $"{files.Count} files");
        foreach (var file in files)
        {
            using var content = File.OpenRead(file);
            var read = SbomFile.Read(content, file);
            Assert.True(read.Value is not null, string.Join('\n', read.Problems));
            Assert.True(read.Value.Listed > 0, file);
            Assert.NotNull(read.Value.Subject);
            Assert.Empty(read.Value.Findings);
        }
    }
}
