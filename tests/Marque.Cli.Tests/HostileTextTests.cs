using System.Text;
using System.Xml.Linq;

namespace Marque.Cli.Tests;

public sealed class HostileTextTests : IDisposable
{
    // Sets a window title, clears the screen, turns the reading direction, closes elements, and is an 8-bit control sequence.
    private const string Hostile = "G\u001b]0;owned\u0007\u001b[2J\u202egnp.exe\u009b31m</td><script>alert(1)</script>\" onload='x' & ]]>";

    private readonly Sample sample = new(Hostile);

    [Theory]
    [InlineData("assess")]
    [InlineData("assess", "--all-releases")]
    [InlineData("assess", "--format", "html")]
    [InlineData("assess", "--format", "sarif")]
    [InlineData("assess", "--format", "junit")]
    [InlineData("explain", "I.2.d")]
    [InlineData("evidence", "check")]
    public void No_control_of_a_terminal_passes(params string[] args)
    {
        var ran = InProcess.Run(sample.Case, args);
        Assert.True(ran.Code <= Exit.FallsShort, ran.Error);
        Assert.DoesNotContain(ran.Out.EnumerateRunes(), r => Rune.IsControl(r) && r.Value != '\n');
        Assert.DoesNotContain('\u202e', ran.Out);
        // A SARIF log names no product.
        if (!args.Contains("sarif", StringComparer.Ordinal)) Assert.Contains("u001b]0;owned", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_terminal_only_colours_of_the_program_are_set()
    {
        var ran = InProcess.Run(new Surroundings(sample.Case, Columns: 80), "assess");
        var without = System.Text.RegularExpressions.Regex.Replace(ran.Out, "\u001b\\[[0-9;]*m", "");
        Assert.NotEqual(without, ran.Out);
        Assert.DoesNotContain(without.EnumerateRunes(), r => Rune.IsControl(r) && r.Value != '\n');
    }

    [Fact]
    public void A_page_holds_no_markup_of_a_name()
    {
        var page = InProcess.Run(sample.Case, "assess", "--format", "html").Out;
        // The one script of the page is the program's own: it only filters.
        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(page, "(?i)<script"));
        Assert.DoesNotContain(" onload='", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp; ]]&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_JUnit_document_with_hostile_names_is_well_formed() =>
        Assert.Contains("<script>", XDocument.Parse(InProcess.Run(sample.Case, "assess", "--format", "junit").Out).Root!.Attribute("name")!.Value, StringComparison.Ordinal);

    [Fact]
    public void JSON_carries_a_name_as_it_is() =>
        Assert.Equal(Hostile, InProcess.Run(sample.Case, "assess", "--format", "json").Json.GetProperty("product").GetProperty("name").GetString());

    [Fact]
    public void A_problem_that_quotes_a_hostile_key_is_one_harmless_line()
    {
        sample.With("case/controls/x.yaml", "\"\\e[2J\\nkey\": 1\n");
        var ran = InProcess.Run(sample.Case, "assess");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.DoesNotContain('\u001b', ran.Error);
        Assert.All(ran.Error.TrimEnd('\n').Split('\n'), l => Assert.StartsWith("controls/x.yaml:", l, StringComparison.Ordinal));
    }

    public void Dispose() => sample.Dispose();
}
