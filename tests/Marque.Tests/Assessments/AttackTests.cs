using Marque.Assessments;
using Marque.Facts;
using Marque.Legal;
using Marque.Tests.Assessments.Kit;
using Marque.Tests.Legal;
using NodaTime;

namespace Marque.Tests.Assessments;

/// <summary>What an expert would try first, as the table of attacks has it.</summary>
public sealed class AttackTests
{
    [Fact]
    public void Claim_presumption_with_IEC_62443_4_1_2018_today()
    {
        var w = (World.Empty with { Catalogs = [new CatalogSpec("own", "C-1") { For = "IEC 62443-4-1:2018" }], Instruments = [new InstrumentSpec("IEC 62443-4-1:2018", "own")] }).Demonstrate("own:C-1");
        Assert.DoesNotContain(w.Assess().Result.Requirements, r => r.Verdict >= Verdict.Claimed);
        Assert.Contains(w.Assess().Texts("II.1"), t => t.StartsWith("IEC 62443-4-1:2018: not cited on 2026-11-24", StringComparison.Ordinal));
    }

    [Fact]
    public void A_case_ships_its_own_citation() =>
        Assert.Contains(Shipping("standards/registry.yaml", "citations: []\n"), p => p.Code == "case.unknown-file");

    [Fact]
    public void A_case_ships_an_edited_legal_set()
    {
        // The registry, with a citation that the Official Journal does not have, listed as a set of its own.
        var edited = new LegalEdit().Replace("standards/registry.json", """
            "horizontal": false,
                  "citations": [],
                  "coverage": []
            """, """
            "horizontal": true,
                  "citations": [{ "act": "Implementing Decision (EU) 2026/9999", "from": "2026-01-01", "restrictions": [] }],
                  "coverage": [{ "point": "I.2.e", "extent": "full", "because": "as we wish", "leaves": [], "clauses": [] }]
            """).List().Read();
        var law = edited.Value ?? throw new InvalidOperationException(string.Join('\n', edited.Problems));
        var cited = law.Standards.First(s => s.Citations.Count > 0);
        var w = (World.Empty with { Law = law, Catalogs = [new CatalogSpec("own", "C-1") { For = cited.Reference }], Instruments = [new InstrumentSpec(cited.Reference, "own")] }).Demonstrate("own:C-1");
        var assessed = w.Assess();
        Assert.Equal(Verdict.Claimed, assessed["I.2.e"]);
        Assert.Contains("unofficial legal set: no presumption, the standard route stays at most claimed", assessed.Result.Notices);
        // The very same set, were it official, would presume: nothing else stood in the way.
        Assert.Equal(Verdict.Presumed, (w with { Law = law with { Official = true } }).Assess()["I.2.e"]);
    }

    [Theory]
    [InlineData((int)Sight.Missing)]
    [InlineData((int)Sight.Altered)]
    public void Delete_or_spoil_the_failing_test_report(int sight)
    {
        const string Report = """<testsuite name="login" tests="2" failures="1"><testcase classname="Login" name="locks"/><testcase classname="Login" name="refuses"><failure message="let in"/></testcase></testsuite>""";
        var failing = new FactSpec(Report, Days.Observed + Duration.FromDays(1)) { IsReal = true, Content = Outcome.Contradicts };
        var w = World.Empty.Demonstrate("CR 1.1", "login").Add("login", failing);
        Assert.Equal(Verdict.Gap, w.Assess()["CR 1.1"]);
        var spoilt = w.ChangeFacts("login", f => f.Bytes == Report ? f with { Sight = (Sight)sight } : f);
        Assert.Equal(Verdict.Gap, spoilt.Assess()["CR 1.1"]);
        Assert.Equal(Verdict.Demonstrated, spoilt.Add("login", new FactSpec(Report.Replace("<failure message=\"let in\"/>", "", StringComparison.Ordinal).Replace("failures=\"1\"", "failures=\"0\"", StringComparison.Ordinal), Days.Now) { IsReal = true }).Assess()["CR 1.1"]);
    }

    [Fact]
    public void Type_someones_name_into_a_decision()
    {
        var w = World.Empty.Demonstrate("CR 1.1").ChangeLast(d => d with { Signers = [] });
        Assert.Equal(Verdict.Claimed, w.Assess()["CR 1.1"]);
        Assert.Contains("decision of lead is not attested: not signed", w.Assess().Texts("CR 1.1"));
    }

    [Fact]
    public void Mark_I_2_m_not_applicable_with_not_relevant()
    {
        var codes = (World.Empty with { Risk = RiskSpec.Complete with { Applicability = [new ApplicabilitySpec("I.2.m") { Applies = false, Because = "not relevant" }] } }).Problems().Select(p => p.Code);
        Assert.Equal(["applicability.justification", "applicability.risks"], codes.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("I.1")]
    [InlineData("II.1")]
    [InlineData("II.8")]
    public void Mark_a_Part_II_point_or_I_1_not_applicable(string point) =>
        Assert.Equal("applicability.never", Assert.Single((World.Empty with { Risk = RiskSpec.Complete.Excludes(point) }).Problems()).Code);

    [Fact]
    public void Give_a_SARIF_with_zero_results_from_a_run_over_zero_artefacts()
    {
        const string Log = """{ "version": "2.1.0", "runs": [ { "tool": { "driver": { "name": "scanner", "rules": [ { "id": "R1" } ] } }, "invocations": [ { "executionSuccessful": true } ], "artifacts": [], "results": [] } ] }""";
        Vacuous("sarif", Log);
    }

    [Fact]
    public void Give_a_JUnit_file_where_all_is_skipped() =>
        Vacuous("junit", """<testsuite name="login" tests="2" skipped="2"><testcase classname="Login" name="locks"><skipped/></testcase><testcase classname="Login" name="refuses"><skipped/></testcase></testsuite>""");

    [Fact]
    public void Edit_a_requirement_a_file_or_a_mapping_after_approval()
    {
        var w = World.Empty.Document("review").State("CR 1.1", "review").Decide("CR 1.1", "review");
        Assert.Equal(Verdict.Demonstrated, w.Assess()["CR 1.1"]);
        var requirement = w with { Law = w.Law with { Catalogs = [.. w.Law.Catalogs.Select(c => c with { Items = [.. c.Items.Select(i => i with { Digest = Marque.Text.Digest.Of([9]) })] })] } };
        Assert.Contains("suspect", requirement.Assess().Rules("CR 1.1"));
        var file = w.Change("review", s => s with { Facts = [s.Facts[0] with { Bytes = "edited" }] });
        Assert.Contains("suspect", file.Assess().Rules("CR 1.1"));
        var mapped = World.Empty.Demonstrate("CR 4.1").Demonstrate("CR 4.3").Demonstrate("CR 1.5").Demonstrate("privacy.confidentiality-all-data").Adopt("I.2.e");
        Assert.Equal(Verdict.Demonstrated, mapped.Assess()["I.2.e"]);
        var mapping = mapped with { Law = mapped.Law with { Bridges = [mapped.Law.Bridges[0] with { Digest = Marque.Text.Digest.Of([9]) }] } };
        Assert.Equal(Verdict.Claimed, mapping.Assess()["I.2.e"]);
    }

    [Fact]
    public void Hide_behind_a_bridge_or_a_clause_catalog_of_ones_own()
    {
        // A bridge without pairs: the remainder alone must not pass for the point.
        var bridge = World.Empty with { Bridges = [new BridgeSpec("own", "I.2.e")] };
        Assert.Null(bridge.Demonstrate("privacy.confidentiality-all-data").Assess().Route("I.2.e", "bridge:own"));
        // One easy clause in the place of those that the coverage names.
        var clauses = (World.Empty with { Law = Laws.Citing("I.2.e").Changing(s => s with { Coverage = [new Coverage("I.2.e", Extent.Full, "clauses 5 and 6", [], ["5", "6"])] }), Catalogs = [new CatalogSpec("own", "5") { For = Laws.Invented }], Instruments = [new InstrumentSpec(Laws.Invented, "own")] }).Demonstrate("own:5");
        Assert.Equal(Verdict.Claimed, clauses.Assess()["I.2.e"]);
    }

    [Fact]
    public void Same_inputs_on_another_machine()
    {
        // Nothing of the place where the case lies enters: the same files under another root say the same, but for the paths.
        var w = World.Empty.AssessRisk().Demonstrate("CR 1.1");
        var elsewhere = w.Ready(source => source with { Root = "elsewhere" }).Assess().Result;
        Assert.Equal(w.Assess().Result.Inputs, elsewhere.Inputs);
        Dump.Same(Dump.Of(w.Assess().Result), Dump.Of(elsewhere).Replace("elsewhere/", "", StringComparison.Ordinal));
    }

    private static void Vacuous(string kind, string content)
    {
        var w = World.Empty.Add(new SeriesSpec("run", kind) { Facts = [new FactSpec(content, Days.Observed) { IsReal = true }] }).State("CR 1.1", "run").Decide("CR 1.1", "run");
        var assessed = w.Assess();
        Assert.Equal(Verdict.Claimed, assessed["CR 1.1"]);
        Assert.Contains(assessed.Texts("CR 1.1"), t => t.StartsWith("run: vacuous: ", StringComparison.Ordinal));
    }

    private static IReadOnlyList<Marque.Text.Problem> Shipping(string path, string text)
    {
        var source = Rendering.Source(World.Empty);
        return Marque.Cases.CaseFile.Read(source with { Files = [.. source.Files, (path, System.Text.Encoding.UTF8.GetBytes(text))] }).Problems;
    }
}
