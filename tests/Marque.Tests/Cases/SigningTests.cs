using Marque.Signing;
using Marque.Text;

namespace Marque.Tests.Cases;

public class SigningTests
{
    [Fact]
    public void The_examples_are_up_to_date_with_artefacts_legal_set_and_keys()
    {
        // Fails when a requirement, a pair, an artefact or a statement changed: look at the change, then run tools/Marque.Signing (examples/README.md).
        var workspace = Workspace.Open(Examples.Folder);
        Assert.Empty(Refresh.Run(workspace));
        Assert.Empty(workspace.Changed);
    }

    [Fact]
    public void A_key_is_set_in_its_place_and_everything_else_keeps_its_bytes()
    {
        const string Text = """
            # before
            entries:
              - name: a   # why
                # about the digest
                digest: 1
                list:
                  - x

              # between
              - name: b
            # after

            """;
        var first = Map(Text, 0);
        Assert.Equal(Text.Replace("digest: 1", "digest: 2", StringComparison.Ordinal), Splice.Apply(Text, [Splice.Set(Text, first, "digest", "2")]));
        Assert.Equal(Text.Replace("    list:\n      - x\n", "    list:\n      - y: 1\n        z: 2\n", StringComparison.Ordinal), Splice.Apply(Text, [Splice.Set(Text, first, "list", "", ["- y: 1", "  z: 2"])]));
        Assert.Equal(Text.Replace("  - name: b\n", "  - name: b\n    new: 3\n", StringComparison.Ordinal), Splice.Apply(Text, [Splice.Set(Text, Map(Text, 1), "new", "3")]));
        Assert.Equal(Text.Replace("      - x\n", "      - x\n    new: 3\n", StringComparison.Ordinal), Splice.Apply(Text, [Splice.Set(Text, first, "new", "3")]));
        Assert.Equal(Text.Replace("- name: a   # why", "- name: c", StringComparison.Ordinal), Splice.Apply(Text, [Splice.Set(Text, first, "name", "c")]));
    }

    private static YamlMap Map(string text, int entry) => (YamlMap)((YamlList)((YamlMap)YamlReader.Read("x.yaml", System.Text.Encoding.UTF8.GetBytes(text)).Value!)["entries"]!).Items[entry];
}
