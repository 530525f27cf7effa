using Marque.Cases;
using Marque.Assessments;

namespace Marque.Tests.Cases;

/// <summary>The story of <c>examples/edge-gateway/README.md</c>, point by point, as its authors expected it before the engine was run.</summary>
public class ExampleTests
{
    // Point, verdict of 2.4.1, and for what falls short the ground that must be found in its derivation: rule, what, part.
    public static readonly (string Point, Verdict Verdict, (string Rule, string What, string? Part)[] Because)[] Expected =
    [
        // An update trigger of 16 November is not heeded (CRA 13(3), 13(7)).
        ("I.1", Verdict.Gap, [("trigger-unheeded", "trigger field", null)]),
        // The scan of the candidate contradicts; a rebuttal shows that the driver is not built. The assessment of the candidate is decided.
        ("I.2.a", Verdict.Demonstrated, [("decided", "vulns.none-known-exploitable", "gateway")]),
        // Decisions of May, carried by the tests of the candidate; the service has direct measures.
        ("I.2.b", Verdict.Demonstrated, [("carried", "CR 7.6", "gateway"), ("carried", "I.2.b", "cloud")]),
        // Automatic installation is decided not to apply in industrial use ("where applicable").
        ("I.2.c", Verdict.Demonstrated, [("not-applicable", "updates.automatic-by-default", "gateway"), ("superseded", "NDR 3.10", "gateway")]),
        // All tests of the lock were skipped; the decision on roles expired on 31 October.
        ("I.2.d", Verdict.Claimed, [("vacuous", "CR 1.11", "configurator"), ("expired", "CR 2.1", "configurator")]),
        ("I.2.e", Verdict.Demonstrated, []),
        // The statement on the boot chain changed after its decision; fuzzing was done on 2.4.0 only.
        ("I.2.f", Verdict.Claimed, [("suspect", "NDR 3.14", "gateway"), ("other-release", "CR 3.5", "gateway")]),
        // Nobody has recorded anything on data minimisation.
        ("I.2.g", Verdict.Open, [("no-statement", "privacy.minimisation", "gateway")]),
        // The handshake flood stops forwarding: a regression of the candidate.
        ("I.2.h", Verdict.Gap, [("contradiction", "CR 7.1", "gateway"), ("missing", "CR 7.3", "gateway")]),
        // Decided by two persons; arguable, and valid in form.
        ("I.2.i", Verdict.NotApplicable, [("not-applicable", "I.2.i", "gateway")]),
        // The report on debug interfaces was saved again after it was registered.
        ("I.2.j", Verdict.Claimed, [("altered", "NDR 2.13", "gateway")]),
        ("I.2.k", Verdict.Demonstrated, []),
        // A typed name without signature; evidence that nobody has decided on.
        ("I.2.l", Verdict.Claimed, [("unattested", "CR 2.9", "configurator"), ("undecided", "logging.opt-out", "configurator")]),
        // Deletion in the service is planned; the guidance is defined and its trial not yet practised.
        ("I.2.m", Verdict.Gap, [("planned", "remote.removal", "gateway"), ("partly", "I.2.m", "cloud"), ("not-practised", "SG-4", "gateway")]),
        // Three items of the bill of materials are judged by automatic rules.
        ("II.1", Verdict.Demonstrated, [("automatic", "sbom.drawn-up", "gateway")]),
        ("II.2", Verdict.Demonstrated, []),
        // The half-yearly retest is late; a review stands where a penetration test is asked.
        ("II.3", Verdict.Claimed, [("overdue", "tests.regular", "gateway"), ("wrong-method", "SVV-4", "cloud")]),
        ("II.4", Verdict.Demonstrated, []),
        ("II.5", Verdict.Demonstrated, []),
        ("II.6", Verdict.Demonstrated, []),
        // The service has no bridge route here; its direct statement rests on a procedure and on a record of its practice.
        ("II.7", Verdict.Demonstrated, [("decided", "NDR 3.10 RE(1)", "gateway")]),
        ("II.8", Verdict.Demonstrated, []),
    ];

    public static TheoryData<string> Points => [.. Expected.Select(e => e.Point)];

    [Theory]
    [MemberData(nameof(Points))]
    public void Each_point_of_the_candidate_has_the_verdict_that_the_story_tells_and_for_its_reasons(string point)
    {
        var (_, verdict, because) = Expected.Single(e => e.Point == point);
        var result = Examples.EdgeGateway().Requirements.Single(r => r.Point.Id == point);
        Assert.Equal(verdict, result.Verdict);
        var grounds = Examples.Grounds(result.Why).ToList();
        foreach (var (rule, what, part) in because)
        {
            Assert.Contains(grounds, g => (g.Ground.Rule == rule || (rule == "decided" && g.Ground.Rule == "carried")) && g.What == what && (part is null || g.Part == part));
        }
    }

    [Fact]
    public void All_points_are_told_and_every_verdict_but_presumed_occurs()
    {
        Assert.Equal(Examples.EdgeGateway().Requirements.Select(r => r.Point.Id), Expected.Select(e => e.Point));
        Assert.Equal([Verdict.Open, Verdict.Gap, Verdict.Claimed, Verdict.Demonstrated, Verdict.NotApplicable], Expected.Select(e => e.Verdict).Distinct().Order());
    }

    [Fact]
    public void Nothing_is_presumed_while_the_applied_standard_is_not_cited()
    {
        var assessment = Examples.EdgeGateway();
        Assert.Equal(22, assessment.Procedures.ThirdParty.Count);
        Assert.False(assessment.Procedures.Modules.Single(m => m.Name == "A").Open);
        Assert.Contains(assessment.Requirements, r => Examples.Grounds(r.Why).Any(g => g.Ground.Rule == "not-cited"));
    }

    [Fact]
    public void The_release_on_the_market_has_the_known_vulnerability_and_not_the_regression()
    {
        var placed = Examples.EdgeGateway("2.4.0");
        Assert.Equal(Verdict.Gap, placed.Requirements.Single(r => r.Point.Id == "I.2.a").Verdict);
        Assert.Contains(Examples.Grounds(placed.Requirements.Single(r => r.Point.Id == "I.2.a").Why), g => g.Ground.Rule == "decided-not-satisfied");
        Assert.Equal(Verdict.Demonstrated, placed.Requirements.Single(r => r.Point.Id == "I.2.h").Verdict);
    }

    [Fact]
    public void Half_a_year_before_the_candidate_had_no_results_and_no_point_was_demonstrated_for_it()
    {
        var before = Examples.EdgeGateway("2.4.1", Marque.Legal.BrusselsDay.EndOf(new NodaTime.LocalDate(2026, 6, 30)));
        Assert.DoesNotContain(before.Requirements, r => r.Verdict == Verdict.Demonstrated);
        Assert.DoesNotContain(before.Requirements.SelectMany(r => Examples.Grounds(r.Why)), g => g.Ground.Rule == "contradiction");
    }

    [Fact]
    public void Obligations_show_what_the_story_tells_of_them()
    {
        var obligations = Examples.EdgeGateway().Obligations.ToDictionary(o => o.Obligation.Id, StringComparer.Ordinal);
        // A page recorded 13 months ago.
        Assert.Equal(Verdict.Claimed, obligations["13(17)"].Verdict);
        Assert.Contains(Examples.Grounds(obligations["13(17)"].Why), g => g.Ground.Rule == "stale-by-policy");
        // The vulnerability of libmodbus was reported and the fix shared.
        Assert.Equal(Verdict.Demonstrated, obligations["13(6)"].Verdict);
        Assert.Equal(Verdict.NotTriggered, obligations["14"].Verdict);
        // No declaration before the procedure is complete.
        Assert.Equal(Verdict.Gap, obligations["28(1)"].Verdict);
        Assert.Equal(Verdict.NotApplicable, obligations["33(5)"].Verdict);
    }

    [Fact]
    public void The_sensor_tool_shows_a_process_case_not_taken_up_and_a_level_below_the_floor()
    {
        var assessment = Examples.SensorTool();
        var grounds = assessment.Requirements.SelectMany(r => Examples.Grounds(r.Why)).ToList();
        Assert.Contains(grounds, g => g.Ground.Rule == "below-floor" && g.What == "CR 1.2");
        Assert.Contains(grounds, g => g.Ground.Rule == "suspect-process" && g.What == "SM-11");
        Assert.Contains(assessment.Notices, n => n.Contains("sdl is not the one taken up", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_decision_but_the_unsigned_one_is_attested_by_an_example_key()
    {
        var unattested = Examples.EdgeGateway().Requirements.SelectMany(r => Examples.Grounds(r.Why)).Where(g => g.Ground.Rule == "unattested").Select(g => g.What).Distinct();
        Assert.Equal(["CR 2.9"], unattested);
        Assert.Equal(RootOfTrust.TakenFromCase, Examples.EdgeGateway().Trust);
    }
}
