using Marque.Rendering.Xlsx;

namespace Marque.Rendering.Tests.Xlsx;

public sealed class RowHeightsTests
{
    // A line of eleven points takes fifteen: what Excel gives one of Calibri.
    [Theory]
    [InlineData("", 15)]
    [InlineData("word", 15)]
    [InlineData("two\nlines", 30)]
    [InlineData("a sentence that needs two lines", 30)]
    [InlineData("wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww", 60)]
    public void A_row_has_the_lines_that_its_words_break_into(string text, double height) => Assert.Equal(height, RowHeights.Of(text.Length == 0 ? [] : [new Piece(text, Face.Plain)], Face.Plain, 20));

    [Fact]
    public void Larger_letters_take_taller_lines_and_no_row_is_taller_than_programs_take()
    {
        Assert.Equal(28, RowHeights.Of([new Piece("Title", Face.Title)], Face.Title, 20));
        Assert.Equal(409, RowHeights.Of([new Piece(new string('x', 5000), Face.Plain)], Face.Plain, 20));
    }
}
