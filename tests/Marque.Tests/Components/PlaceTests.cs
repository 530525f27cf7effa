using System.Text;
using Marque.Components;

namespace Marque.Tests.Components;

/// <summary>Where a problem of reading is: line and column, in characters from 1.</summary>
public sealed class PlaceTests
{
    private const string Head = """{"bomFormat":"CycloneDX","specVersion":"1.6",""";

    [Theory]
    [InlineData("{ nothing }", 1, 3)]
    [InlineData("{\n  \"bomFormat\": \"CycloneDX\",\n  \"x\": tru }", 3, 11)]
    [InlineData("{\"ä€😀\": ?}", 1, 10)]
    [InlineData("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\">\n  <components></wrong>", 2, 15)]
    public void What_is_not_well_formed_has_line_and_column(string text, int line, int column)
    {
        foreach (var hasMark in (bool[])[false, true])
        {
            var problem = Assert.Single(SbomFile.Read(new MemoryStream([.. new UTF8Encoding(hasMark).Preamble, .. Encoding.UTF8.GetBytes(text)]), "sbom").Problems);
            Assert.Equal((line, column), (problem.Place.Line, problem.Place.Column));
        }
    }

    [Fact]
    public void In_one_long_line_the_column_tells()
    {
        // Far longer than what is held of the file at once, with characters of several bytes.
        var components = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $$"""{"name":"größe-{{i}}"}"""));
        var text = Head + $"\"components\":[{components}],oops";
        Assert.Equal((1, text.Length - 3), (Samples.Refused(text).Place.Line, Samples.Refused(text).Place.Column));
    }

    [Fact]
    public void What_is_not_understood_has_a_column_too()
    {
        Assert.Equal((1, Head.Length + 1), Place(Head + "\"odd\":1}"));
        Assert.Equal((2, 10), Place(Head + "\n\"version\":\"x\"}".Replace("\"version\"", "\"version\"", StringComparison.Ordinal)) is var (line, column) ? (line, column - 1) : default);
        Assert.Equal((2, 40), Place("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><components>\n<component><name>a</name><version/>     <name>b</name></component></components></bom>") is var (l, c) ? (l, c - 1) : default);
    }

    [Fact]
    public void Columns_of_several_tags_in_one_line_are_counted_on()
    {
        var name = new string('a', 100_000);
        var text = $"<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><components><component><name>{name}</name><name>ä</name><name>b</name></component></components></bom>";
        var first = text.IndexOf("<name>ä", StringComparison.Ordinal) + 1;
        Assert.Equal([first, first + "<name>ä</name>".Length], Samples.Read(text).Findings.Where(f => f.Code == "sbom.duplicate-field").Select(f => f.Place.Column));
    }

    private static (int Line, int Column) Place(string text) => Assert.Single(Samples.Read(text).Findings).Place is var place ? (place.Line, place.Column) : default;
}
