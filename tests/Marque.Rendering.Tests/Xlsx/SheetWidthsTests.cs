using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Rendering.Xlsx;

namespace Marque.Rendering.Tests.Xlsx;

public sealed class SheetWidthsTests
{
    [Theory]
    [InlineData("a", 8)]
    [InlineData("sixteen letters.", 20)]
    [InlineData("a sentence so long that it fills the widest of all columns and more", 74)]
    // A digest stands on one line; what is longer breaks into lines of one length.
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", 74)]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", 62)]
    public void A_column_holds_its_lines_within_bounds(string text, int width) => Assert.Equal([width], Of("A", text));

    [Fact]
    public void One_long_cell_of_many_does_not_widen_its_column() => Assert.Equal([8], Of("A", [.. Enumerable.Repeat("short", 19), "one that is much longer than all others"]));

    [Fact]
    public void The_header_has_room_beside_the_button_of_the_filter() => Assert.Equal([19], Of("Fifteen letters", ""));

    private static IReadOnlyList<int> Of(string title, params string[] cells) => SheetWidths.Of(new Table("t", [new(title, 1)], [.. cells.Select(c => new Row([c]))]), Texts.English);
}
