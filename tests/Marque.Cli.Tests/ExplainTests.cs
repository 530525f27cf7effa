namespace Marque.Cli.Tests;

public sealed class ExplainTests : IDisposable
{
    private readonly Sample sample = new();

    [Fact]
    public void The_tree_leads_from_the_point_to_the_line_of_the_input()
    {
        var ran = InProcess.Run(sample.Case, "explain", "I.2.e");
        Assert.Equal(Exit.Done, ran.Code);
        Assert.Contains("protect the confidentiality of stored, transmitted or otherwise processed data", ran.Out, StringComparison.Ordinal);
        Assert.Contains("route direct", ran.Out, StringComparison.Ordinal);
        Assert.Contains("controls/annex-i.yaml:6:5", ran.Out, StringComparison.Ordinal);
        Assert.Contains("Next steps", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I.2.e", "I.2.e")]
    [InlineData("i.2.E", "I.2.e")]
    [InlineData("cra:I.2.e", "I.2.e")]
    [InlineData("sm-9", "SM-9")]
    [InlineData("CR-3.4-RE1", "CR 3.4 RE(1)")]
    [InlineData("13(19)", "13(19)")]
    [InlineData("updates.opt-out", "updates.opt-out")]
    [InlineData("risk-assessment", "risk-assessment")]
    [InlineData("classification", "classification")]
    public void A_requirement_is_found_by_any_usual_spelling(string asked, string id) =>
        Assert.Equal(id, InProcess.Run(sample.Case, "explain", asked, "--format", "json").Json.GetProperty("requirement").GetProperty("id").GetString());

    [Theory]
    [InlineData("I.2.ee", "I.2.e")]
    [InlineData("risk-asessment", "risk-assessment")]
    public void A_mistyped_requirement_gets_the_nearest_one(string asked, string near)
    {
        var ran = InProcess.Run(sample.Case, "explain", asked);
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains($"did you mean '{near}'?", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_verdict_is_that_of_the_assessment()
    {
        var points = InProcess.Run(sample.Case, "assess", "--format", "json").Json.GetProperty("requirements").EnumerateArray().ToList();
        foreach (var point in points)
        {
            var explained = InProcess.Run(sample.Case, "explain", point.GetProperty("id").GetString()!, "--format", "json").Json;
            Assert.Equal(point.GetProperty("verdict").GetString(), explained.GetProperty("requirement").GetProperty("verdict").GetString());
            Assert.Equal(point.GetProperty("verdict").GetString(), explained.GetProperty("derivation").GetProperty("verdict").GetString());
        }
    }

    public void Dispose() => sample.Dispose();
}
