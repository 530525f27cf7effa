using System.Text;

namespace Marque.Cli.Tests;

public sealed class SchemasTests : IDisposable
{
    private static readonly string[] Written = ["bridge", "catalog", "controls", "decision", "documents", "edition-map", "evidence", "ids", "marque", "people", "release", "risk", "support", "triage", "user-information", "vulnerability-handling"];

    private readonly Sample sample = new();

    [Fact]
    public void The_schemas_of_the_repository_lie_in_the_case_afterwards()
    {
        var ran = InProcess.Run(sample.Case, "schemas");
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        Assert.Contains($"{Written.Length} files written into .schemas/, with the ids of legal set 2026.", ran.Out, StringComparison.Ordinal);
        Assert.Equal(Written.Select(w => $"{w}.schema.json"), Directory.EnumerateFiles(Path.Combine(sample.Case, ".schemas")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var name in Written) Assert.Equal(File.ReadAllBytes(Path.Combine(Beside.Repository, "schemas", $"{name}.schema.json")), File.ReadAllBytes(Path.Combine(sample.Case, ".schemas", $"{name}.schema.json")));
    }

    [Fact]
    public void A_second_run_writes_nothing_and_a_changed_schema_is_put_right()
    {
        InProcess.Run(sample.Case, "schemas");
        Assert.StartsWith(".schemas/ is up to date", InProcess.Run(sample.Case, "schemas").Out, StringComparison.Ordinal);
        var risk = Path.Combine(sample.Case, ".schemas", "risk.schema.json");
        File.AppendAllText(risk, " ");
        Assert.StartsWith("1 file written", InProcess.Run(sample.Case, "schemas").Out, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(Path.Combine(Beside.Repository, "schemas", "risk.schema.json")), File.ReadAllBytes(risk));
    }

    [Fact]
    public void A_case_with_schemas_is_the_same_case()
    {
        var before = InProcess.Run(sample.Case, "assess", "--format", "json").Out;
        InProcess.Run(sample.Case, "schemas", "--first-lines");
        Assert.Equal(before.Replace("\"", "", StringComparison.Ordinal).Split("inputs:")[1].Split('}')[0], InProcess.Run(sample.Case, "assess", "--format", "json").Out.Replace("\"", "", StringComparison.Ordinal).Split("inputs:")[1].Split('}')[0]);
    }

    [Fact]
    public void First_lines_are_added_where_there_is_none_and_nothing_else_changes()
    {
        var controls = Path.Combine(sample.Case, "controls", "annex-i.yaml");
        var own = "\uFEFFstatements: # ours\r\n\r\n  - requirement: I.2.f\r\n    status: planned\r\n";
        sample.With("case/controls/deep/own.yaml", own).With("case/releases/1.2.0.yaml", "# yaml-language-server: $schema=elsewhere.json\nversion: \"1.2.0\"\nline: 1.x\n").With("case/privacy.yaml", "a: 1\n");
        var before = File.ReadAllText(controls);
        var ran = InProcess.Run(sample.Case, "schemas", "--first-lines");
        Assert.Equal(Exit.Done, ran.Code);
        Assert.Contains("6 files now name their schema in the first line.", ran.Out, StringComparison.Ordinal);
        Assert.Equal($"# yaml-language-server: $schema=../.schemas/controls.schema.json\n{before}", File.ReadAllText(controls));
        Assert.Equal(Encoding.UTF8.GetBytes($"\uFEFF# yaml-language-server: $schema=../../.schemas/controls.schema.json\r\n{own[1..]}"), File.ReadAllBytes(Path.Combine(sample.Case, "controls", "deep", "own.yaml")));
        Assert.StartsWith("# yaml-language-server: $schema=.schemas/marque.schema.json\n", File.ReadAllText(Path.Combine(sample.Case, "marque.yaml")), StringComparison.Ordinal);
        Assert.StartsWith("# yaml-language-server: $schema=elsewhere.json", File.ReadAllText(Path.Combine(sample.Case, "releases", "1.2.0.yaml")), StringComparison.Ordinal);
        Assert.Equal("a: 1\n", File.ReadAllText(Path.Combine(sample.Case, "privacy.yaml")));
    }

    [Fact]
    public void A_dry_run_shows_and_writes_nothing()
    {
        var ran = InProcess.Run(sample.Case, "schemas", "--first-lines", "--dry-run");
        Assert.Equal(Exit.Done, ran.Code);
        Assert.Contains("+# yaml-language-server: $schema=../.schemas/controls.schema.json", ran.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(sample.Case, ".schemas")));
    }

    [Fact]
    public void A_case_that_does_not_read_gets_its_schemas_too()
    {
        sample.With("case/controls/annex-i.yaml", "statements:\n  - requirment: I.2.d\n");
        var ran = InProcess.Run(sample.Case, "schemas");
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        Assert.True(File.Exists(Path.Combine(sample.Case, ".schemas", "controls.schema.json")));
    }

    [Fact]
    public void Without_a_case_it_says_so()
    {
        var ran = InProcess.Run(sample.Root, "schemas");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains("marque.yaml", ran.Error, StringComparison.Ordinal);
    }

    public void Dispose() => sample.Dispose();
}
