using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Rendering.Office;

namespace Marque.Rendering.Tests.Office;

public sealed class ColumnWidthsTests
{
    private static readonly IReadOnlyList<Inline> Mark = [new VerdictMark(Verdict.Demonstrated)];

    [Fact]
    public void Widths_follow_the_weights_where_no_word_asks_for_more() =>
        Assert.Equal([250, 750], ColumnWidths.Of(Of([("A", 1), ("B", 3)], new Row(["a"], ["b"])), Texts.English, 1000, 10, 20));

    [Fact]
    public void A_column_is_never_narrower_than_its_longest_usual_word_and_the_wide_ones_give()
    {
        // "demonstrated" with its shape, bold: 16 letters.
        var widths = ColumnWidths.Of(Of([("V", 1), ("W", 1), ("Why", 18)], new Row(Mark, Mark, ["because"])), Texts.English, 1000, 10, 20);
        Assert.Equal([180, 180, 640], widths);
    }

    [Fact]
    public void Where_place_is_short_long_words_break_before_verdicts_do()
    {
        var widths = ColumnWidths.Of(Of([("V", 1), ("W", 1), ("Why", 1)], new Row(Mark, Mark, ["fourteen-letterss incomprehensib"])), Texts.English, 500, 10, 20);
        Assert.All(widths[..2], w => Assert.True(w >= 180));
        Assert.Equal(500, widths.Sum());
    }

    [Fact]
    public void Where_nothing_fits_every_column_gives_and_the_sum_stays()
    {
        var widths = ColumnWidths.Of(Of([.. Enumerable.Range(0, 20).Select(i => ($"C{i}", 1))], new Row([.. Enumerable.Repeat(Mark, 20)])), Texts.English, 1000, 10, 20);
        Assert.Equal(1000, widths.Sum());
        Assert.All(widths, w => Assert.InRange(w, 49, 60));
    }

    private static Table Of((string Title, int Weight)[] columns, params Row[] rows) => new("t", [.. columns.Select(c => new Column(c.Title, c.Weight))], rows);
}
