using System.Text;
using Marque.Components.Conformance;

namespace Marque.Tests.Components.Conformance;

public class CycloneDxXmlTests
{
    private const string Small = """
        <?xml version="1.0"?>
        <bom xmlns="http://cyclonedx.org/schema/bom/1.7" version="1">
          <components>
            <component type="library" bom-ref="a"><name>a</name><version>1</version></component>
            <component type="library" bom-ref="b" isExternal="true"><name>b</name><versionRange>vers:npm/&gt;=1</versionRange></component>
          </components>
          <dependencies><dependency ref="a"><dependency ref="b"/></dependency></dependencies>
        </bom>
        """;

    [Fact]
    public void A_small_document_conforms()
    {
        var result = Checked.Of(Small);
        Assert.Empty(result.Problems);
        Assert.Equal(("CycloneDX", "1.7", "XML", true), (result.Format, result.Version, result.Serialization, result.Conforms));
        Assert.True(Checked.Of([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Small.Replace("?>", " encoding=\"UTF-16\"?>", StringComparison.Ordinal))]).Conforms);
    }

    [Theory]
    [InlineData("<name>a</name>", "", 4, "/bom/components/component/version", "xsd")]
    [InlineData("<version>1</version>", "<varsion>1</varsion>", 4, "/bom/components/component/varsion", "xsd")]
    [InlineData("type=\"library\" bom-ref=\"a\"", "type=\"libary\" bom-ref=\"a\"", 4, "/bom/components/component", "xsd")]
    [InlineData("bom-ref=\"b\"", "bom-ref=\"a\"", 5, "/bom/components/component[2]", "xsd")]
    [InlineData("<dependency ref=\"b\"/>", "<dependency ref=\"c\"/>", 7, "/bom/dependencies/dependency/dependency", "bom-ref-resolves")]
    [InlineData(" isExternal=\"true\"", "", 5, "/bom/components/component[2]/versionRange", "version-range-external")]
    [InlineData(" isExternal=\"true\"", " isExternal=\"false\"", 5, "/bom/components/component[2]/versionRange", "version-range-external")]
    public void Mistakes_are_told_at_their_place(string old, string with, int line, string location, string rule)
    {
        var result = Checked.Of(Small.Replace(old, with, StringComparison.Ordinal));
        Assert.False(result.Conforms);
        Assert.Contains(result.Problems, p => (p.Line, p.Location, p.Rule) == (line, location, rule));
    }

    [Fact]
    public void What_is_expected_is_told_without_namespaces()
    {
        var problem = Checked.Problem(Small.Replace("<name>a</name>", "", StringComparison.Ordinal));
        Assert.Equal("The element 'component' has invalid child element 'version'.", problem.Message);
        Assert.DoesNotContain("http:", problem.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<bom xmlns=\"http://cyclonedx.org/schema/bom/12\"/>", "version")]
    [InlineData("<bom/>", "format")]
    [InlineData("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.4\">", "xml")]
    [InlineData("<!DOCTYPE bom [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><bom xmlns=\"http://cyclonedx.org/schema/bom/1.4\">&b;</bom>", "xml")]
    [InlineData("<!DOCTYPE bom SYSTEM \"file:///etc/passwd\"><bom xmlns=\"http://cyclonedx.org/schema/bom/1.4\"/>", "xml")]
    public void What_cannot_be_checked_does_not_conform(string document, string rule)
    {
        var result = Checked.Of(document);
        Assert.False(result.Conforms);
        Assert.Equal(rule, Assert.Single(result.Problems).Rule);
    }
}
