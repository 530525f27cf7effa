namespace Marque.Cli.Tests;

public sealed class AssessTests : IDisposable
{
    private readonly Sample sample = new();

    [Fact]
    public void Every_point_of_Annex_I_is_in_the_table()
    {
        var ran = InProcess.Run(sample.Case, "assess");
        foreach (var id in Enumerable.Range('a', 13).Select(c => $"I.2.{(char)c}").Append("I.1").Concat(Enumerable.Range(1, 8).Select(n => $"II.{n}"))) Assert.Contains(ran.Lines, l => l.StartsWith($"{id} ", StringComparison.Ordinal));
        Assert.Empty(ran.Error);
    }

    [Fact]
    public void A_point_shows_its_verdict_by_word_and_shape()
    {
        var lines = InProcess.Run(sample.Case, "assess").Lines;
        Assert.Contains("✗ gap", Assert.Single(lines, l => l.StartsWith("I.2.e ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("□ open", Assert.Single(lines, l => l.StartsWith("I.2.b ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    // Open points are there, and gaps; no point binds before 11 December 2027, and Article 14 duties wait for their events.
    [Theory]
    [InlineData("none", Exit.Done)]
    [InlineData("open", Exit.FallsShort)]
    [InlineData("gap", Exit.FallsShort)]
    [InlineData("claimed", Exit.FallsShort)]
    [InlineData("binding", Exit.Done)]
    public void The_gate_decides_the_exit_code(string gate, int expected) => Assert.Equal(expected, InProcess.Run(sample.Case, "assess", "--gate", gate).Code);

    [Fact]
    public void Without_a_gate_a_point_that_falls_short_gives_exit_code_1() => Assert.Equal(Exit.FallsShort, InProcess.Run(sample.Case, "assess").Code);

    [Fact]
    public void What_binds_is_a_matter_of_the_day()
    {
        Assert.Equal(Exit.Done, InProcess.Run(sample.Case, "assess", "--gate", "binding", "--as-of", "2027-12-10").Code);
        Assert.Equal(Exit.FallsShort, InProcess.Run(sample.Case, "assess", "--gate", "binding", "--as-of", "2027-12-11").Code);
    }

    [Fact]
    public void The_case_is_found_from_below() => Assert.Equal("gateway", InProcess.Run(Path.Combine(sample.Case, "artefacts"), "assess", "--format", "json").Json.GetProperty("product").GetProperty("id").GetString());

    [Fact]
    public void The_newest_release_is_assessed_unless_another_is_asked_for()
    {
        Assert.Equal("1.1.0", InProcess.Run(sample.Case, "assess", "--format", "json").Json.GetProperty("release").GetString());
        Assert.Equal("1.0.0", InProcess.Run(sample.Case, "assess", "--format", "json", "--release", "1.0.0").Json.GetProperty("release").GetString());
    }

    [Fact]
    public void All_releases_come_in_the_order_in_which_they_follow_each_other()
    {
        var json = InProcess.Run(sample.Case, "assess", "--format", "json", "--all-releases").Json;
        Assert.Equal(["1.0.0", "1.1.0"], json.GetProperty("assessments").EnumerateArray().Select(a => a.GetProperty("release").GetString()));
        var lines = InProcess.Run(sample.Case, "assess", "--all-releases").Lines;
        Assert.True(Array.FindIndex(lines, l => l.StartsWith("1.0.0 ", StringComparison.Ordinal)) is var first and > 0 && first < Array.FindIndex(lines, l => l.StartsWith("1.1.0 ", StringComparison.Ordinal)));
    }

    // A bare date means its end in Brussels, an hour before UTC's in winter and two in summer.
    [Theory]
    [InlineData("2026-11-24", "2026-11-24T23:00:00Z")]
    [InlineData("2026-07-01", "2026-07-01T22:00:00Z")]
    [InlineData("2026-11-24T10:00:00Z", "2026-11-24T10:00:00Z")]
    [InlineData("2026-11-24T10:00:00+05:30", "2026-11-24T04:30:00Z")]
    public void The_instant_is_taken_as_asked(string asked, string expected) =>
        Assert.Equal(expected, InProcess.Run(sample.Case, "assess", "--format", "json", "--as-of", asked).Json.GetProperty("asOf").GetString());

    [Fact]
    public void Now_is_read_to_the_second() => Assert.Equal("2026-11-24T10:00:00Z", InProcess.Run(sample.Case, "assess", "--format", "json").Json.GetProperty("asOf").GetString());

    [Theory]
    [InlineData("LAW", 22, false)]
    [InlineData("STANDARD", 0, true)]
    public void Only_what_rests_on_a_tag_is_left(string tag, int points, bool catalogs)
    {
        var json = InProcess.Run(sample.Case, "assess", "--format", "json", "--only", tag).Json;
        Assert.Equal(points, json.GetProperty("requirements").GetArrayLength());
        Assert.Equal(catalogs, json.GetProperty("iec62443").GetArrayLength() > 0);
        Assert.All(json.GetProperty("obligations").EnumerateArray(), o => Assert.Equal(tag, o.GetProperty("tag").GetString()));
        Assert.All(json.GetProperty("remainder").EnumerateArray(), o => Assert.Equal(tag, o.GetProperty("tag").GetString()));
    }

    [Fact]
    public void An_altered_fact_is_named()
    {
        sample.With("case/artefacts/login.xml", Sample.Passing + " ");
        var facts = InProcess.Run(sample.Case, "assess", "--format", "json").Json.GetProperty("facts");
        Assert.Equal("altered", facts[0].GetProperty("because")[0].GetProperty("rule").GetString());
    }

    [Fact]
    public void Nothing_is_called_compliant_or_certified()
    {
        foreach (var format in new[] { "table", "json", "html", "sarif", "junit" })
        {
            var ran = InProcess.Run(sample.Case, "assess", "--format", format);
            Assert.DoesNotMatch(@"(?i)\b(non-?)?compliant\b|\bcertified\b", ran.Out);
        }
    }

    public void Dispose() => sample.Dispose();
}
