using System.Globalization;

namespace Marque.Tests.Components;

/// <summary>References are numbered a few at a time; nobody may see it.</summary>
public sealed class ReferencesTests
{
    [Fact]
    public void Relationships_lead_where_they_say_however_many_there_are()
    {
        var targets = Enumerable.Range(0, 400).Select(i => $"c{i * 7 % 300}").ToArray();
        var components = string.Join(',', Enumerable.Range(0, 200).Select(i => $$"""{"type":"library","bom-ref":"c{{i}}","name":"n{{i}}"}"""));
        var sbom = Boms.Read($$"""{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{{components}}],"dependencies":[{"ref":"c0","dependsOn":[{{string.Join(',', targets.Select(t => $"\"{t}\""))}}]}]}""");

        Assert.Equal(targets.Select(t => ("c0", t)), sbom.Relationships.Select(r => (r.From, r.To)));
        Assert.Equal(targets.Where(t => int.Parse(t.AsSpan(1), CultureInfo.InvariantCulture) >= 200).Distinct().Count(), sbom.Findings.Count(f => f.Code == "sbom.lost-reference"));
    }

    [Fact]
    public void What_depends_may_be_said_behind_what_it_depends_on()
    {
        var sbom = Boms.Read("""{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","bom-ref":"a","name":"a"},{"type":"library","bom-ref":"b","name":"b"}],"dependencies":[{"dependsOn":["b","later"],"ref":"a"},{"ref":"later","dependsOn":["a"]}]}""");

        Assert.Equal([("a", "b"), ("a", "later"), ("later", "a")], sbom.Relationships.Select(r => (r.From, r.To)));
        Assert.Equal("nothing in the file has the reference 'later'", Assert.Single(sbom.Findings).Message);
    }

    [Fact]
    public void An_SPDX_document_describes_what_a_relationship_says_wherever_its_end_stands()
    {
        var sbom = Boms.Read("""
            {"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","name":"n","documentNamespace":"https://example.com/n",
             "packages":[{"SPDXID":"SPDXRef-a","name":"a"},{"SPDXID":"SPDXRef-b","name":"b"}],
             "relationships":[{"relatedSpdxElement":"SPDXRef-b","relationshipType":"DESCRIBES","spdxElementId":"SPDXRef-DOCUMENT"},{"spdxElementId":"SPDXRef-b","relatedSpdxElement":"SPDXRef-a","relationshipType":"DEPENDS_ON"}]}
            """);

        Assert.Equal("b", sbom.Subject!.Value.Name);
        Assert.Equal([("SPDXRef-DOCUMENT", "SPDXRef-b"), ("SPDXRef-b", "SPDXRef-a")], sbom.Relationships.Select(r => (r.From, r.To)));
    }
}
