using Marque.Components.Conformance;

namespace Marque.Tests.Components.Conformance;

public class CycloneDxJsonTests
{
    [Fact]
    public void A_document_that_uses_much_of_the_format_conforms()
    {
        var result = Checked.Of(Checked.Rich);
        Assert.Empty(result.Problems);
        Assert.Equal(("CycloneDX", "1.6", "JSON", true, 0L), (result.Format, result.Version, result.Serialization, result.Conforms, result.Further));
    }

    [Theory]
    [InlineData("\"name\": \"s\", ", "", "/services/0", "required")]
    [InlineData("\"scope\": \"required\"", "\"scope\": \"requird\"", "/components/0/scope", "enum")]
    [InlineData("\"version\": 1,", "\"version\": 0,", "/version", "minimum")]
    [InlineData("\"version\": 1,", "\"version\": 1.5,", "/version", "type")]
    [InlineData("\"version\": 1,", "\"version\": \"1\",", "/version", "type")]
    [InlineData("\"confidence\": 0.5", "\"confidence\": 1.5", "/components/0/evidence/identity/0/confidence", "maximum")]
    [InlineData("\"content\": \"0123456789abcdef0123456789abcdef01234567\"", "\"content\": \"0123\"", "/components/0/hashes/0/content", "pattern")]
    [InlineData("\"url\": \"https://example.com/a.git\"", "\"url\": \"https://example.com/a b.git\"", "/components/0/externalReferences/0/url", "format")]
    [InlineData("\"timestamp\": \"2026-11-25T01:41:41Z\",\n", "\"timestamp\": \"2026-11-25\",\n", "/metadata/timestamp", "format")]
    [InlineData("\"purl\": \"pkg:npm/a@1.0\"", "\"purI\": \"pkg:npm/a@1.0\"", "/components/0/purI", "additionalProperties")]
    [InlineData("\"id\": \"MIT\"", "\"id\": \"MIT-1\"", "/components/0/licenses/0/license/id", "enum")]
    [InlineData("\"name\": \"ours\"", "\"url\": \"https://example.com/\"", "/components/0/licenses/1/license", "oneOf")]
    [InlineData("\"id\": \"MIT\"", "\"id\": \"MIT\", \"name\": \"both\"", "/components/0/licenses/0/license", "oneOf")]
    [InlineData("\"bom-ref\": \"b\"", "\"bom-ref\": \"\"", "/components/1/bom-ref", "minLength")]
    [InlineData("\"crv\": \"P-256\"", "\"crv\": \"P-1\"", "/signature/publicKey/crv", "enum")]
    [InlineData("{ \"ref\": \"a\" }", "{ \"ref\": \"a\" }, { \"ref\": \"a\" }", "/dependencies/2", "uniqueItems")]
    [InlineData("\"dependsOn\": [ \"c\" ]", "\"dependsOn\": [ \"d\" ]", "/dependencies/2/dependsOn/0", "bom-ref-resolves")]
    [InlineData("\"bom-ref\": \"c\"", "\"bom-ref\": \"a\"", "/components/1/components/0/bom-ref", "bom-ref-unique")]
    [InlineData("\"http://cyclonedx.org/schema/bom-1.6.schema.json\"", "1000", "/$schema", "type")]
    public void Each_mistake_is_told_once_at_its_place(string old, string with, string location, string rule)
    {
        var document = Checked.With(old, with);
        if (rule is "minLength") document = document.Replace("\"b\"", "\"a\"", StringComparison.Ordinal).Replace("{ \"ref\": \"a\", \"dependsOn\"", "{ \"ref\": \"s\", \"dependsOn\"", StringComparison.Ordinal).Replace("[ \"a\", \"a\" ]", "[ \"a\" ]", StringComparison.Ordinal);
        if (location.EndsWith("components/0/bom-ref", StringComparison.Ordinal)) document = document.Replace("[ \"c\" ]", "[ \"s\" ]", StringComparison.Ordinal);
        var problem = Checked.Problem(document);
        Assert.Equal((location, rule), (problem.Location, problem.Rule));
        Assert.Equal(document[..document.LastIndexOf(with.Length == 0 ? "\"endpoints\"" : with.Trim(), StringComparison.Ordinal)].Count(c => c == '\n') + 1, problem.Line - with.Trim().Count(c => c == '\n'));
    }

    [Fact]
    public void A_misspelt_word_is_answered_with_the_nearest_allowed_one()
    {
        Assert.StartsWith("did you mean 'MIT", Checked.Problem(Checked.With("\"id\": \"MIT\"", "\"id\": \"MITT\"")).Remedy, StringComparison.Ordinal);
        Assert.Equal("did you mean 'purl'?", Checked.Problem(Checked.With("\"purl\": ", "\"purI\": ")).Remedy);
    }

    [Fact]
    public void Two_equal_components_are_found_whatever_the_order_of_their_fields()
    {
        const string Two = """{"bomFormat":"CycloneDX","specVersion":"1.4","version":1,"components":[{"type":"library","name":"a","version":"1"},{"version":"\u0031","name":"a","type":"library"},{"type":"library","name":"a"}]}""";
        var problem = Checked.Problem(Two);
        Assert.Equal(("/components/1", "uniqueItems"), (problem.Location, problem.Rule));
    }

    [Fact]
    public void A_reference_into_another_document_needs_no_name_here() =>
        Assert.True(Checked.Of(Checked.With("\"dependsOn\": [ \"c\" ]", "\"dependsOn\": [ \"urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#c\" ]")).Conforms);

    [Fact]
    public void A_reference_that_is_not_of_the_dependency_graph_is_only_noted()
    {
        var result = Checked.Of(Checked.With("\"subjects\": [ \"a\" ]", "\"subjects\": [ \"z\" ]"));
        Assert.True(result.Conforms);
        Assert.Equal(Demand.Note, Assert.Single(result.Problems).Demand);
    }

    [Theory]
    [InlineData("1.2", true)]
    [InlineData("1.3", true)]
    [InlineData("1.4", true)]
    [InlineData("1.5", false)]
    public void The_version_of_the_document_is_demanded_by_the_versions_that_demanded_it(string version, bool demanded) =>
        Assert.Equal(!demanded, Checked.Of($$"""{"bomFormat":"CycloneDX","specVersion":"{{version}}"}""").Conforms);

    [Fact]
    public void A_document_may_say_its_version_last()
    {
        var result = Checked.Of("""{"bomFormat":"CycloneDX","components":[{"name":"a"}],"version":1,"specVersion":"1.5"}""");
        Assert.Equal("1.5", result.Version);
        Assert.Equal("/components/0", Assert.Single(result.Problems).Location);
    }

    [Theory]
    [InlineData("""{"bomFormat":"CycloneDX","specVersion":"1.9","version":1}""", "1.9", "version")]
    [InlineData("""{"bomFormat":"CycloneDX","version":1}""", "", "version")]
    [InlineData("""{"name":"something"}""", "", "format")]
    [InlineData("[]", "", "json.root")]
    [InlineData("", "", "format")]
    public void What_says_no_known_version_does_not_conform(string document, string version, string rule)
    {
        var result = Checked.Of(document);
        Assert.False(result.Conforms);
        Assert.Equal((version, rule), (result.Version, Assert.Single(result.Problems).Rule));
    }

    [Fact]
    public void An_external_component_may_have_a_range_of_versions_and_others_may_not()
    {
        const string Component = """{"bomFormat":"CycloneDX","specVersion":"1.7","components":[{"type":"library","name":"a","versionRange":"vers:npm/>=1"EXTERNAL}]}""";
        Assert.True(Checked.Of(Component.Replace("EXTERNAL", ",\"isExternal\":true", StringComparison.Ordinal)).Conforms);
        Assert.Equal("not", Checked.Problem(Component.Replace("EXTERNAL", ",\"isExternal\":false", StringComparison.Ordinal)).Rule);
        Assert.Equal("not", Checked.Problem(Component.Replace("EXTERNAL", "", StringComparison.Ordinal)).Rule);
    }

    [Fact]
    public void The_first_problems_are_listed_and_the_others_counted()
    {
        var result = Checked.Of("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[" + string.Join(',', Enumerable.Range(0, 1500).Select(i => $"{{\"type\":\"library\",\"version\":\"{i}\"}}")) + "]}");
        Assert.Equal((ConformanceCheck.MostProblems, 500L), (result.Problems.Count, result.Further));
        Assert.Equal("/components/999", result.Problems[^1].Location);
    }
}
