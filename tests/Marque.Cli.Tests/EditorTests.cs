namespace Marque.Cli.Tests;

/// <summary>What an editor with the YAML language server shows of a case with its schemas beside it.</summary>
public sealed class EditorTests : IDisposable
{
    private const string Controls = "# yaml-language-server: $schema=../.schemas/controls.schema.json\n";

    private readonly Sample sample = new();

    [Fact]
    public void Keys_words_and_every_requirement_are_completed()
    {
        using var server = Start();
        server.Open("controls/new.yaml", $"{Controls}statements:\n  - requirement: \n    status: \n    \n");
        var ids = server.Complete("controls/new.yaml", 2, 17);
        Assert.Contains("I.2.e", ids);
        Assert.Contains("CR 3.4 RE(2)", ids);
        Assert.Contains("SM-9", ids);
        Assert.Contains("13(8)", ids);
        Assert.Contains("sbom.top-level", ids);
        Assert.True(ids.Count > 400, $"{ids.Count} ids");
        Assert.Contains("protect the confidentiality of stored, transmitted or otherwise processed data", ids["I.2.e"], StringComparison.Ordinal);
        Assert.Equal(["implemented", "not-implemented", "partly", "planned"], server.Complete("controls/new.yaml", 3, 12).Keys.Order(StringComparer.Ordinal));
        var keys = server.Complete("controls/new.yaml", 4, 4);
        Assert.Equal(["evidence", "how", "note", "parts", "release", "releases"], keys.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("How it is met.", keys["how"]);
        server.Open("controls/empty.yaml", $"{Controls}\n");
        Assert.Contains("statements", server.Complete("controls/empty.yaml", 1, 0));
        Assert.Contains("requirement", server.Complete("controls/empty.yaml", 1, 0));
    }

    [Fact]
    public void Every_kind_of_id_is_completed_where_it_stands()
    {
        using var server = Start();
        const string Main = "# yaml-language-server: $schema=.schemas/marque.schema.json\n";
        server.Open("marque.yaml", $"{Main}classification:\n  class: important-I\n  category: \nevents:\n  - event: \nadopts:\n  - bridge: \n    points: \ninstruments:\n  - reference: \ncatalogs:\n  iec62443-4-1: \n");
        Assert.Contains("III-I-12", server.Complete("marque.yaml", 3, 12));
        Assert.Contains("recall", server.Complete("marque.yaml", 5, 11));
        Assert.Contains("iec62443-to-cra", server.Complete("marque.yaml", 7, 12));
        Assert.Contains("I.2.m", server.Complete("marque.yaml", 8, 12));
        Assert.Contains("EN 40000-1-1", server.Complete("marque.yaml", 10, 15));
        Assert.Contains("\"2018\"", server.Complete("marque.yaml", 12, 16).Keys);
        const string Risk = "# yaml-language-server: $schema=.schemas/risk.schema.json\n";
        server.Open("risk.yaml", $"{Risk}risks:\n  - id: R-1\n    title: x\n    treatedBy:\n      - \n");
        Assert.Contains("NDR 3.10 RE(1)", server.Complete("risk.yaml", 5, 8));
        const string Decision = "# yaml-language-server: $schema=../.schemas/decision.schema.json\n";
        server.Open("decisions/d.yaml", $"{Decision}requirement: \n");
        var subjects = server.Complete("decisions/d.yaml", 1, 13);
        Assert.Contains("classification", subjects);
        Assert.Contains("bridge:iec62443-to-cra", subjects);
        Assert.Contains("II.1", subjects);
    }

    [Fact]
    public void Ids_and_keys_say_what_they_are_when_pointed_at()
    {
        using var server = Start();
        server.Open("controls/new.yaml", $"{Controls}statements:\n  - requirement: I.2.e\n    status: partly\n    how: So.\n  - requirement: CR 3.4 RE(2)\n    status: planned\n  - requirement: 13(8)\n    status: planned\n");
        Assert.Contains("protect the confidentiality of stored", server.Hover("controls/new.yaml", 2, 20), StringComparison.Ordinal);
        Assert.Contains("What is met", server.Hover("controls/new.yaml", 2, 20), StringComparison.Ordinal);
        Assert.Contains("A gap: say in how what is missing.", server.Hover("controls/new.yaml", 3, 14), StringComparison.Ordinal);
        Assert.Contains("How it is met.", server.Hover("controls/new.yaml", 4, 5), StringComparison.Ordinal);
        Assert.Contains("IEC 62443-4-2:2019", server.Hover("controls/new.yaml", 5, 20).Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Article 13(8)", server.Hover("controls/new.yaml", 7, 20), StringComparison.Ordinal);
    }

    [Fact]
    public void Slips_are_marked_where_they_stand_and_nothing_else_is()
    {
        using var server = Start();
        var wrong = server.Open("controls/wrong.yaml", $"{Controls}statements:\n  - requirement: I.2.x\n    status: partly\n  - requirement: CR 1.1\n    stats: partly\n    status: implement\n  - requirement: house:CR 9.9\n    status: planned\n  - requirement: cr-3.4-re2\n    status: planned\n");
        Assert.Equal([2, 5, 6], wrong.Select(d => d.Line).Order());
        Assert.Contains("no such requirement", wrong.Single(d => d.Line == 2).Message, StringComparison.Ordinal);
        Assert.Contains("stats", wrong.Single(d => d.Line == 5).Message, StringComparison.Ordinal);
        Assert.Contains("\"partly\"", wrong.Single(d => d.Line == 6).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_has_nothing_marked()
    {
        var example = Path.Combine(Beside.Repository, "examples", "edge-gateway");
        using var server = LanguageServer.Start(example);
        foreach (var file in new[] { "marque.yaml", "risk.yaml", "people.yaml", "controls/cloud.yaml", "evidence/gateway.yaml", "decisions/applicability.yaml", "releases/2.4.1.yaml" }.Where(f => File.Exists(Path.Combine(example, f))))
        {
            Assert.Empty(server.Open(file, File.ReadAllText(Path.Combine(example, file))));
        }
    }

    public void Dispose() => sample.Dispose();

    private LanguageServer Start()
    {
        var server = LanguageServer.Start(sample.Case);
        Assert.Equal(Exit.Done, InProcess.Run(sample.Case, "schemas").Code);
        return server;
    }
}
