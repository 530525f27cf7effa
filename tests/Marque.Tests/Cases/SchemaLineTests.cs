using System.Text;
using Marque.Cases;

namespace Marque.Tests.Cases;

public class SchemaLineTests
{
    [Theory]
    [InlineData("# yaml-language-server: $schema=../../schemas/marque.schema.json\nproduct:", "evidence/a/b.yaml", "../../../../schemas/evidence.schema.json")]
    [InlineData("# yaml-language-server: $schema=../../schemas/marque.schema.json\nproduct:", "risk.yaml", "../../schemas/evidence.schema.json")]
    [InlineData("\uFEFF# yaml-language-server: $schema=schemas/marque.schema.json\r\nproduct:", "evidence/a.yaml", "../schemas/evidence.schema.json")]
    [InlineData("# yaml-language-server: $schema=./marque.schema.json", "evidence/a.yaml", "../evidence.schema.json")]
    [InlineData("# yaml-language-server: $schema=https://example.com/s/marque.schema.json\n", "evidence/a.yaml", "https://example.com/s/evidence.schema.json")]
    [InlineData("# yaml-language-server: $schema=/opt/s/marque.schema.json\n", "evidence/a.yaml", "/opt/s/evidence.schema.json")]
    [InlineData("product: x", "evidence/a.yaml", null)]
    [InlineData("# yaml-language-server: $schema=other.json\n", "evidence/a.yaml", null)]
    [InlineData("", "evidence/a.yaml", null)]
    public void A_new_file_names_its_schema_the_way_marque_yaml_does(string main, string path, string? reference) =>
        Assert.Equal(reference, SchemaLine.For(path, "evidence", Encoding.UTF8.GetBytes(main)));
}
