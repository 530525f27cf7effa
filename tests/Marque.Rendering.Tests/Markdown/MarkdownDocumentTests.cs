using System.Text;
using System.Text.RegularExpressions;
using Marque.Documents.Blocks;
using Marque.Rendering.Markdown;
using Marque.Rendering.Tests.Kit;

namespace Marque.Rendering.Tests.Markdown;

public sealed class MarkdownDocumentTests
{
    [Fact]
    public void Blocks_become_the_usual_marks()
    {
        var text = Of(new Heading(2, "a", "Instructions"), new Paragraph("Read ", new Run("first", Setting.Strong), ": ", new Cite("Annex II(8)"), "."), new ItemList([[new Paragraph("One")], [new Paragraph("Two")]], IsNumbered: true), new Terms(("Name", ["Valve"])), new Table("t", [new("A", 1), new("B", 1)], [new(["x|y"], ["1"])]));
        Assert.Equal("# T\n\n## Instructions\n\nRead **first**: Annex II(8).\n\n1. One\n2. Two\n\n* **Name:** Valve\n\n| A | B |\n|---|---|\n| x\\|y | 1 |\n", text);
    }

    [Fact]
    public void Text_of_others_is_never_markup()
    {
        // What follows a backslash or stands in a code span is literal (CommonMark 2.4 and 6.1); the rest must hold no tag.
        var text = Regex.Replace(Encoding.UTF8.GetString(MarkdownDocument.Of(Samples.All(Samples.Hostile + "`"))), @"\\.|`[^`\n]*`", "", RegexOptions.None);
        Assert.DoesNotMatch(new Regex(@"<(?!br>|//|https://)[a-z/]", RegexOptions.IgnoreCase), text.Replace("](<", "](", StringComparison.Ordinal));
        Assert.DoesNotContain(text.EnumerateRunes(), r => r.Value == 0x202e || (Rune.IsControl(r) && r.Value != '\n'));
        Assert.Equal("# T\n\n\\# no heading\n\n\\- no item\n\n1\\. no number\n\n\\*no\\* \\_emphasis\\_ \\[no link\\](x)\n", Of(new Paragraph("# no heading"), new Paragraph("- no item"), new Paragraph("1. no number"), new Paragraph("*no* _emphasis_ [no link](x)")));
    }

    [Fact]
    public void An_address_stays_one_that_can_be_followed() => Assert.Equal("# T\n\n<https://example.com/a_b>\n", Of(new Paragraph("https://example.com/a_b")));

    private static string Of(params IReadOnlyList<Block> body) => Encoding.UTF8.GetString(MarkdownDocument.Of(Samples.Of(body)));
}
