namespace Marque.Cli.Tests;

public sealed class StandardsTests
{
    private static readonly string Here = AppContext.BaseDirectory;

    [Fact]
    public void No_standard_is_cited_before_one_is()
    {
        var json = InProcess.Run(Here, "standards", "list", "--format", "json", "--as-of", "2026-11-24").Json;
        Assert.Equal("2026-11-24", json.GetProperty("asOf").GetString());
        Assert.All(json.GetProperty("standards").EnumerateArray(), s => Assert.False(s.GetProperty("inEffect").GetBoolean()));
        Assert.Contains(json.GetProperty("standards").EnumerateArray(), s => s.GetProperty("presumption").GetString() == "not cited on 2026-11-24");
    }

    [Fact]
    public void A_standard_is_shown_by_a_part_of_its_reference_that_names_it_alone()
    {
        var ran = InProcess.Run(Here, "standards", "show", "304 617");
        Assert.Equal(Exit.Done, ran.Code);
        Assert.Contains("EN 304 617", ran.Out, StringComparison.Ordinal);
        Assert.Contains("not cited on 2026-11-24", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_several_references_lists_them()
    {
        var ran = InProcess.Run(Here, "standards", "show", "EN 304");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains("one of EN 304 617, EN 304 618", ran.Error, StringComparison.Ordinal);
    }
}
