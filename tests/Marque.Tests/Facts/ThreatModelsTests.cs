using Marque.Facts;

namespace Marque.Tests.Facts;

public class ThreatModelsTests
{
    private static readonly Expectation Treated = new() { ThreatsTreated = true };

    [Theory]
    [InlineData("Mitigated", true)]
    [InlineData("NotApplicable", true)]
    [InlineData("N/A", true)]
    [InlineData("Transferred", true)]
    [InlineData("Open", false)]
    [InlineData("", false)]
    [InlineData("Whatever", false)]
    public void A_Threat_Dragon_threat_is_treated_by_its_status(string status, bool treated)
    {
        var threat = $$"""{"title":"Spoofing","status":"{{status}}"}""";
        foreach (var text in new[]
        {
            """{"version":"2.3.0","summary":{"title":"Gateway"},"detail":{"diagrams":[{"cells":[{"shape":"process","data":{"type":"tm.Process","threats":[T]}},{"shape":"trust-boundary-box","data":{"type":"tm.BoundaryBox"}}]}]}}""",
            """{"summary":{"title":"Gateway"},"detail":{"diagrams":[{"diagramJson":{"cells":[{"type":"tm.Process","threats":[T]},{"type":"tm.Boundary"}]}}]}}""",
        })
        {
            var model = text.Replace("T]", threat + "]", StringComparison.Ordinal);
            var check = Checked.Of(FactKind.ThreatDragon, model);
            Checked.Supports(check);
            Assert.Equal([("elements", 1), ("threats", 1), ("open", treated ? 0 : 1), ("mitigated", treated ? 1 : 0)], check.Counts);
            Assert.Equal("Gateway", check.Named("subject"));
            Assert.Equal(treated ? Outcome.Supports : Outcome.Contradicts, Checked.Of(FactKind.ThreatDragon, model, Treated).Outcome);
        }
    }

    [Fact]
    public void Acceptance_needs_its_reason()
    {
        const string model = """{"summary":{"title":"G"},"detail":{"diagrams":[{"cells":[{"data":{"type":"tm.Store","threats":[{"title":"T","status":"Accepted","mitigation":"M"}]}}]}]}}""";
        Checked.Supports(Checked.Of(FactKind.ThreatDragon, model, Treated));
        Checked.Is(Outcome.Contradicts, "threat-dragon.open", Checked.Of(FactKind.ThreatDragon, model.Replace("\"M\"", "\" \"", StringComparison.Ordinal), Treated));
        Checked.Is(Outcome.Contradicts, "threagile.open", Checked.Of(FactKind.Threagile, "title: G\nthreagile_version: 1.0.0\ntechnical_assets:\n  A:\n    id: a\nrisk_tracking:\n  sql@a:\n    status: accepted\n    justification: \"\"\n", Treated));
        Checked.Is(Outcome.Contradicts, "pytm.open", Checked.Of(FactKind.Pytm, """{"name":"G","elements":[{}],"findings":[{"id":"1","response":"accepted"}]}""", Treated));
    }

    [Fact]
    public void An_empty_model_proves_nothing()
    {
        var check = Checked.Of(FactKind.ThreatDragon, """{"summary":{"title":"G"},"detail":{"diagrams":[]}}""");
        Checked.Is(Outcome.Vacuous, "threat-dragon.no-elements", check);
        Checked.Is(Outcome.Vacuous, "threat-dragon.no-threats", check);
    }

    [Theory]
    [InlineData("""{"version":"1.6.1","summarize":{"title":"New threat model"},"detail":{"diagrams":[]}}""")]
    [InlineData("""{"version":"2.1.3","summary":{"titled":"New threat model"},"detail":{"diagrams":[]}}""")]
    [InlineData("""{"summary":{"title":"G"},"details":{"diagrams":[]}}""")]
    [InlineData("""{"summary":{"title":"G"},"detail":{"diagramming":[]}}""")]
    [InlineData("[]")]
    public void A_malformed_model_is_refused(string json) => Checked.Is(Outcome.Unreadable, "threat-dragon.shape", Checked.Of(FactKind.ThreatDragon, json));

    [Fact]
    public void An_open_threat_model_counts_the_threats_that_components_carry_and_those_nobody_carries()
    {
        var check = Checked.Of(FactKind.ThreatDragon, """
            {"otmVersion":"0.2.0","project":{"name":"G","id":"g"},"components":[{"id":"a","threats":[{"threat":"t1","state":"mitigated"},{"threat":"t2","state":"exposed"}]}],
             "dataflows":[{"id":"f"}],"threats":[{"id":"t1","name":"One"},{"id":"t2","name":"Two"},{"id":"t3","name":"Three"}]}
            """, Treated);
        Assert.Equal([("elements", 2), ("threats", 3), ("open", 2), ("mitigated", 1)], check.Counts);
        Assert.Equal(["the threat 'Two' is exposed", "the threat 'Three' is attached to no component"], check.Findings.Select(f => f.Text));
    }

    [Fact]
    public void A_library_model_counts_a_threat_as_treated_by_an_active_control_only()
    {
        var check = Checked.Of(FactKind.ThreatDragon, """
            {"version":"1.0","scope":{"title":"G"},"trust_zones":[],"actors":[{}],"components":[{}],"threats":[{"symbolic_name":"a","title":"A"},{"symbolic_name":"b","title":"B"}],
             "controls":[{"threats":["a"],"status":"active"},{"threats":["b"],"status":"suggested"}]}
            """, Treated);
        Assert.Equal([("elements", 2), ("threats", 2), ("open", 1), ("mitigated", 1)], check.Counts);
        Checked.Is(Outcome.Contradicts, "threat-dragon.open", check);
    }

    [Theory]
    [InlineData("mitigated", Outcome.Supports)]
    [InlineData("false-positive", Outcome.Supports)]
    [InlineData("accepted", Outcome.Supports)]
    [InlineData("unchecked", Outcome.Contradicts)]
    [InlineData("in-discussion", Outcome.Contradicts)]
    [InlineData("in-progress", Outcome.Contradicts)]
    public void A_Threagile_risk_is_treated_by_its_state(string status, Outcome outcome)
    {
        var check = Checked.Of(FactKind.Threagile, $"""
            threagile_version: 1.0.0
            title: Gateway
            data_assets: {"{}"}
            technical_assets:
              Web Server:
                id: web
              Database:
                id: db
            risk_tracking:
              untrusted-deserialization@web:
                status: {status}
                justification: reviewed on the bench
            """, Treated);
        Assert.Equal(outcome, check.Outcome);
        Assert.Equal((2, 1), (check.Count("elements"), check.Count("threats")));
        Assert.Equal("Gateway", check.Named("subject"));
    }

    [Fact]
    public void A_risk_that_a_Threagile_model_identifies_itself_is_open_until_tracked()
    {
        const string model = """
            threagile_version: 1.0.0
            title: G
            technical_assets:
              A: {id: a}
            individual_risk_categories:
              Weak boot:
                id: weak-boot
                risks_identified:
                  Weak boot at A: {severity: high}
            """;
        Checked.Is(Outcome.Contradicts, "threagile.open", Checked.Of(FactKind.Threagile, model, Treated));
        Checked.Supports(Checked.Of(FactKind.Threagile, model + "\nrisk_tracking:\n  weak-boot@a: {status: mitigated}\n", Treated));
    }

    [Fact]
    public void A_Threagile_model_without_risks_proves_nothing() =>
        Checked.Is(Outcome.Vacuous, "threagile.no-threats", Checked.Of(FactKind.Threagile, "threagile_version: 1.0.0\ntechnical_assets:\n  A:\n    id: a\n"));

    [Theory]
    [InlineData("mitigated by TLS", Outcome.Supports)]
    [InlineData("accepted: only in the lab", Outcome.Supports)]
    [InlineData("transferred", Outcome.Supports)]
    [InlineData("to mitigate", Outcome.Contradicts)]
    [InlineData("", Outcome.Contradicts)]
    public void A_pytm_finding_is_treated_by_its_response(string response, Outcome outcome)
    {
        var check = Checked.Of(FactKind.Pytm, $$"""{"name":"G","assets":[{"name":"a"}],"actors":[{"name":"b"}],"boundaries":[],"flows":[{"name":"c"}],"findings":[{"threat_id":"INP01","description":"Overflow","target":"a","response":"{{response}}"}]}""", Treated);
        Assert.Equal(outcome, check.Outcome);
        Assert.Equal([("elements", 3), ("threats", 1), ("open", outcome == Outcome.Supports ? 0 : 1), ("mitigated", outcome == Outcome.Supports ? 1 : 0)], check.Counts);
    }
}
