using System.Text.Json;
using Json.Schema;
using Marque.Components;
using Marque.Components.Checks;
using Marque.Tests.Legal;

namespace Marque.Tests.Components.Checks;

/// <summary>The rules for bills of materials as data.</summary>
public class QualityRulesTests
{
    private static string Folder => Path.Combine(LegalFolder.Repository, "checks", "sbom");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Path.Combine(LegalFolder.Repository, "checks", "sbom")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_follows_its_schema(string file)
    {
        var schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(LegalFolder.Repository, "schemas", "sbom-rules.schema.json")), new BuildOptions { SchemaRegistry = new SchemaRegistry() });
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, file)));
        var results = schema.Evaluate(json.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(results.IsValid, string.Join('\n', (results.Details ?? []).Where(d => d.Errors is not null).Select(d => $"{d.InstanceLocation}: {string.Join("; ", d.Errors!.Values)}")));
    }

    [Fact]
    public void Every_file_is_in_the_program() => Assert.Equal(Files.Count, QualityRules.All.Count);

    [Fact]
    public void Every_rule_has_a_predicate_and_an_id_of_its_own()
    {
        var checks = Quality.Check(Boms.Cyclone(Boms.Library("a")), new QualityQuestion("bom.json"), QualityRules.All);
        Assert.Equal(QualityRules.All.Sum(s => s.Rules.Count), checks.Count);
        Assert.Distinct(checks.Select(c => c.Rule.Id));
        Assert.All(checks, c => Assert.StartsWith($"{c.Set.Id}.", c.Rule.Id, StringComparison.Ordinal));
        Assert.All(checks, c => Assert.NotEqual("", c.Because));
    }

    [Fact]
    public void Only_the_law_cites_rules_of_the_law() =>
        Assert.All(QualityRules.All, s => Assert.All(s.Rules, r => Assert.Equal(s.Tag == "LAW", r.Rules.Count > 0)));

    [Fact]
    public void The_page_names_every_set_with_its_day_and_every_check_of_the_law()
    {
        var page = File.ReadAllText(Path.Combine(LegalFolder.Repository, "docs", "sbom.md"));
        Assert.All(QualityRules.All.Where(s => s.Tag == "PRACTICE"), s => Assert.Contains($"| `{s.Id}` |", page, StringComparison.Ordinal));
        Assert.All(QualityRules.All[0].Rules, r => Assert.Contains($"| `{r.Id}` | {r.Source} | {string.Join(", ", r.Rules)} |", page, StringComparison.Ordinal));
    }
}
