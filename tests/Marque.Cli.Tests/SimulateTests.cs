namespace Marque.Cli.Tests;

public sealed class SimulateTests : IDisposable
{
    private readonly Sample sample = new();

    [Fact]
    public void Every_line_is_marked_as_assumed()
    {
        Prepare();
        foreach (var columns in new[] { 0, 80, 200 })
        {
            var ran = InProcess.Run(new Surroundings(sample.Case, columns) { Variables = { ["NO_COLOR"] = "1" } }, Args());
            Assert.Equal(Exit.Done, ran.Code);
            var table = ran.Lines.SkipWhile(l => !l.Contains("Today", StringComparison.Ordinal)).TakeWhile(l => l.Length > 0).ToList();
            // A cell that wraps goes on below; each row says it.
            Assert.Equal(22, table.Count(l => l.StartsWith("ASSUMED", StringComparison.Ordinal)));
            Assert.All(ran.Lines.Except(table).Where(l => l.Length > 0), l => Assert.StartsWith("ASSUMED", l, StringComparison.Ordinal));
            Assert.Contains(ran.Lines, l => l.Contains("C-1: open", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_document_is_valid_and_each_entry_is_marked()
    {
        Prepare();
        var json = InProcess.Run(sample.Case, Args("--format", "json")).Json;
        Assert.Empty(Beside.Errors("simulation", json));
        Assert.Equal("C-1", Assert.Single(json.GetProperty("clausesWithoutEvidence").EnumerateArray()).GetProperty("clause").GetString());
        Assert.Equal(22, json.GetProperty("points").GetArrayLength());
        Assert.Contains(json.GetProperty("points").EnumerateArray(), p => p.GetProperty("because").EnumerateArray().Any(g => g.GetProperty("rule").GetString() == "clause-not-applied"));
    }

    [Theory]
    [InlineData("covers.yaml: there is no such file", "EN 304 617", "2027-01-01", "covers.yaml")]
    [InlineData("EN 99999: ", "EN 99999", "2027-01-01", "../covers.yaml")]
    [InlineData("--from 'soon' is no date", "EN 304 617", "soon", "../covers.yaml")]
    public void Wrong_input_is_told(string expected, string reference, string from, string covers)
    {
        Prepare();
        var ran = InProcess.Run(sample.Case, "standards", "simulate", reference, "--from", from, "--covers", covers);
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains(expected, ran.Error, StringComparison.Ordinal);
        Assert.Empty(ran.Out);
    }

    public void Dispose() => sample.Dispose();

    private static string[] Args(params string[] more) => ["standards", "simulate", "EN 304 617", "--from", "2027-06-01", "--covers", "../covers.yaml", "--as-of", "2026-11-24", .. more];

    private void Prepare() =>
        sample.With("covers.yaml", "horizontal: true\ncovers:\n  - point: I.2.d\n    extent: full\n    because: what its draft says, read on 2026-10-01\n")
            .With("case/catalogs/clauses.yaml", "catalog: clauses\nfor: EN 304 617\nitems:\n  - id: C-1\n    title: First clause\n");
}
