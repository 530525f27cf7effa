namespace Marque.Cli.Tests;

/// <summary>The cases that the repository ships, through the whole program.</summary>
public sealed class ExampleTests
{
    [Theory]
    [InlineData("examples/edge-gateway")]
    [InlineData("examples/sensor-tool")]
    [InlineData("case")]
    public void A_shipped_case_is_assessed_and_its_document_is_valid_by_the_schema(string folder)
    {
        var ran = InProcess.Run(Beside.Repository, "assess", folder, "--as-of", "2026-11-24", "--format", "json");
        Assert.True(ran.Code <= Exit.FallsShort, ran.Error);
        Assert.Empty(ran.Error);
        Assert.Empty(Beside.Errors("assessment", ran.Json));
        Assert.Equal(22, ran.Json.GetProperty("requirements").GetArrayLength());
    }

    [Fact]
    public void Every_requirement_of_the_sample_can_be_explained()
    {
        var all = InProcess.Run(Beside.Repository, "assess", "examples/edge-gateway", "--as-of", "2026-11-24", "--format", "json").Json;
        var ids = all.GetProperty("requirements").EnumerateArray().Concat(all.GetProperty("obligations").EnumerateArray().Where((_, i) => i % 10 == 0)).Select(r => (Id: r.GetProperty("id").GetString()!, Verdict: r.GetProperty("verdict").GetString()));
        foreach (var (id, verdict) in ids)
        {
            var ran = InProcess.Run(Beside.Repository, "explain", id, "examples/edge-gateway", "--as-of", "2026-11-24", "--format", "json");
            Assert.Equal(Exit.Done, ran.Code);
            Assert.Equal(verdict, ran.Json.GetProperty("derivation").GetProperty("verdict").GetString());
            Assert.Empty(Beside.Errors("explanation", ran.Json));
        }
    }

    [Fact]
    public void What_was_seen_of_the_sample_is_valid_by_the_schema_and_names_the_altered_document()
    {
        var ran = InProcess.Run(Beside.Repository, "evidence", "check", "examples/edge-gateway", "--format", "json");
        Assert.Equal(Exit.FallsShort, ran.Code);
        Assert.Empty(Beside.Errors("evidence-check", ran.Json));
        Assert.Contains(ran.Json.GetProperty("facts").EnumerateArray(), f => f.GetProperty("series").GetString() == "hardware-inspection" && f.GetProperty("state").GetString() == "altered");
    }

    [Fact]
    public void What_the_sample_expects_of_a_build_and_has_is_valid_by_the_schemas()
    {
        var list = InProcess.Run(Beside.Repository, "evidence", "list", "examples/edge-gateway", "--as-of", "2026-11-24", "--format", "json");
        Assert.Empty(Beside.Errors("evidence-list", list.Json));
        var expected = InProcess.Run(Beside.Repository, "evidence", "expect", "examples/edge-gateway", "--as-of", "2026-11-24", "--format", "json");
        Assert.Equal(Exit.FallsShort, expected.Code);
        Assert.Empty(Beside.Errors("evidence-expect", expected.Json));
        // The story of the sample: what its README says is wrong with release 2.4.1, of what a build delivers.
        Assert.Equal(["cfg-lockout vacuous", "field-retest overdue", "gw-flood contradicting", "gw-fuzz missing", "vulnerability-scan contradicting"],
            expected.Json.GetProperty("series").EnumerateArray().Where(s => !s.GetProperty("delivered").GetBoolean()).Select(s => $"{s.GetProperty("id").GetString()} {s.GetProperty("state").GetString()}"));
    }

    [Fact]
    public void A_fact_of_the_process_case_is_named_from_the_case_that_uses_it()
    {
        var facts = InProcess.Run(Beside.Repository, "evidence", "check", "examples/edge-gateway", "--format", "json").Json.GetProperty("facts");
        Assert.Contains(facts.EnumerateArray(), f => f.GetProperty("path").GetString()!.StartsWith("../sdl/", StringComparison.Ordinal) && f.GetProperty("state").GetString() == "intact");
    }
}
