using System.Text.Json;
using System.Xml.Linq;

namespace Marque.Cli.Tests;

/// <summary>What code scanning and test widgets ask of SARIF and JUnit beyond the formats themselves.</summary>
public sealed class PipelineFormatsTests : IDisposable
{
    private readonly Sample sample = new();

    [Fact]
    public void Every_alert_has_a_rule_with_the_laws_words_a_place_and_a_fingerprint()
    {
        Directory.CreateDirectory(Path.Combine(sample.Root, ".git"));
        var run = InProcess.Run(sample.Case, "assess", "--format", "sarif").Json.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.NotEmpty(results);
        foreach (var rule in rules)
        {
            // GitHub cuts or refuses longer descriptions.
            foreach (var text in new[] { "shortDescription", "fullDescription" }) Assert.InRange(rule.GetProperty(text).GetProperty("text").GetString()!.Length, 5, 1024);
            var id = rule.GetProperty("id").GetString()!;
            Assert.Contains("marque explain", rule.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal);
            Assert.Contains(id, rule.GetProperty("help").GetProperty("text").GetString(), StringComparison.Ordinal);
            Assert.Equal("http://data.europa.eu/eli/reg/2024/2847/oj", rule.GetProperty("helpUri").GetString());
        }

        Assert.Contains("protect the confidentiality of stored", rules.Single(r => r.GetProperty("id").GetString() == "I.2.e").GetProperty("fullDescription").GetProperty("text").GetString(), StringComparison.Ordinal);
        foreach (var result in results)
        {
            var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            Assert.True(place.GetProperty("region").GetProperty("startLine").GetInt32() >= 1);
            Assert.StartsWith("case/", place.GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
            Assert.Equal("%SRCROOT%", place.GetProperty("artifactLocation").GetProperty("uriBaseId").GetString());
        }

        Assert.Equal(results.Count, results.Select(Fingerprint).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void An_alert_stays_the_same_when_lines_move_and_in_the_next_release()
    {
        var before = Of("1.0.0", "--release");
        sample.With("case/controls/annex-i.yaml", $"# moved down\n\n{File.ReadAllText(Path.Combine(sample.Case, "controls", "annex-i.yaml"))}");
        var after = Of("1.1.0", "--release");
        Assert.NotEqual(Line(before, "I.2.e"), Line(after, "I.2.e"));
        Assert.Equal(Fingerprint(Result(before, "I.2.e")), Fingerprint(Result(after, "I.2.e")));
        Assert.Equal(Category(before), Category(after));
        JsonElement Of(string release, string option) => InProcess.Run(sample.Case, "assess", "--format", "sarif", option, release).Json.GetProperty("runs")[0];
    }

    [Fact]
    public void Releases_of_one_upload_are_categories_of_their_own()
    {
        var runs = InProcess.Run(sample.Case, "assess", "--format", "sarif", "--all-releases").Json.GetProperty("runs").EnumerateArray().ToList();
        Assert.Equal(["marque/gateway/1.0.0", "marque/gateway/1.1.0"], runs.Select(Category));
    }

    [Fact]
    public void A_test_case_names_its_file_and_is_the_same_one_in_the_next_release()
    {
        Directory.CreateDirectory(Path.Combine(sample.Root, ".git"));
        var cases = Cases("--release", "1.0.0");
        Assert.Equal(cases.Count, cases.Select(Known).Distinct().Count());
        Assert.Equal("case/controls/annex-i.yaml", cases.Single(c => c.Attribute("name")!.Value.StartsWith("I.2.e ", StringComparison.Ordinal)).Attribute("file")!.Value);
        Assert.All(cases, c => Assert.Equal("0", c.Attribute("time")!.Value));
        Assert.Equal(cases.Select(Known), Cases("--release", "1.1.0").Select(Known));
        // Side by side they must not meet: of two cases of one name only the first is shown.
        var all = Cases("--all-releases");
        Assert.Equal(all.Count, all.Select(Known).Distinct().Count());
    }

    public void Dispose() => sample.Dispose();

    private List<XElement> Cases(params string[] options) => [.. XDocument.Parse(InProcess.Run(sample.Case, ["assess", "--format", "junit", .. options]).Out).Descendants("testcase")];

    private static (string, string) Known(XElement test) => (test.Attribute("classname")!.Value, test.Attribute("name")!.Value);

    private static JsonElement Result(JsonElement run, string id) => run.GetProperty("results").EnumerateArray().Single(r => r.GetProperty("ruleId").GetString() == id);

    private static int Line(JsonElement run, string id) => Result(run, id).GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32();

    private static string Fingerprint(JsonElement result) => result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()!;

    // As GitHub reads it: up to the last slash.
    private static string Category(JsonElement run)
    {
        var id = run.GetProperty("automationDetails").GetProperty("id").GetString()!;
        return id[..id.LastIndexOf('/')];
    }
}
