using Marque.Assessments;
using Marque.Comparisons;
using Marque.Legal;
using Marque.Tests.Assessments.Kit;
using Marque.Text;
using NodaTime;

namespace Marque.Tests.Comparisons;

/// <summary>What an assumed citation would change: the engine's own rules under a coverage that a person assumes.</summary>
public sealed class SimulationTests
{
    private const string Covers = "covers:\n  - { point: I.2.e, extent: full, because: its annex }\n";

    private static readonly LegalSet NotCited = Laws.Citing().Changing(s => s with { Citations = [], Coverage = [] });

    private static World Ready { get; } = (World.Empty with { Law = NotCited, Catalogs = [new CatalogSpec("inv", "C-1", "C-2") { For = Laws.Invented }] }).Demonstrate("inv:C-1");

    [Fact]
    public void The_clauses_still_without_evidence_stand_in_the_way_and_are_listed()
    {
        var s = Simulate(Ready, Covers);
        Assert.Equal(["C-2"], s.Clauses!.Select(c => c.What));
        Assert.Equal(Verdict.Open, Verdicts(s.Against.From)["I.2.e"]);
        // Begun, and not finished: a clause that is open counts as a gap.
        Assert.Equal(Verdict.Gap, Verdicts(s.Against.To)["I.2.e"]);
    }

    [Fact]
    public void With_every_clause_demonstrated_the_assumed_citation_would_presume_what_it_covers()
    {
        var s = Simulate(Ready.Demonstrate("inv:C-2"), Covers);
        Assert.Empty(s.Clauses!);
        Assert.Equal(Verdict.Presumed, Verdicts(s.Against.To)["I.2.e"]);
        Assert.Equal(Verdict.Open, Verdicts(s.Against.To)["I.2.f"]);
        var moved = s.Against.Moved.First(m => m.Id == "I.2.e");
        Assert.Equal((Verdict.Open, Verdict.Presumed), (moved.From, moved.To));
        Assert.All(moved.Turns, t => Assert.Contains(t.Reasons, r => r.Kind == ReasonKind.LegalSet));
        // Nothing of it touches what is.
        Assert.Equal(Verdict.Open, Ready.Assess()["I.2.e"]);
    }

    [Fact]
    public void Without_a_clause_catalog_even_an_assumed_citation_leaves_a_claim()
    {
        var s = Simulate(World.Empty with { Law = NotCited }, Covers);
        Assert.Null(s.Clauses);
        Assert.Equal(Verdict.Claimed, Verdicts(s.Against.To)["I.2.e"]);
    }

    [Fact]
    public void A_standard_listed_without_its_clauses_has_the_catalog_that_is_for_it()
    {
        var listed = Ready with { Instruments = [new InstrumentSpec(Laws.Invented, null)] };
        var s = Simulate(listed, Covers);
        Assert.Equal(["C-2"], s.Clauses!.Select(c => c.What));
        Assert.Equal(Verdict.Gap, Verdicts(s.Against.To)["I.2.e"]);
        Assert.Equal(Verdict.Presumed, Verdicts(Simulate(listed.Demonstrate("inv:C-2"), Covers).Against.To)["I.2.e"]);
    }

    [Fact]
    public void The_day_of_the_citation_is_the_instant_where_it_is_still_to_come()
    {
        var s = Simulate(Ready, Covers, new LocalDate(2027, 6, 1));
        Assert.Equal(BrusselsDay.EndOf(new(2027, 6, 1)), s.Against.To.Assessment.AsOf);
        Assert.Equal(Days.Now, Simulate(Ready, Covers, new LocalDate(2026, 1, 1)).Against.To.Assessment.AsOf);
    }

    [Fact]
    public void An_unofficial_legal_set_stays_unofficial_under_an_assumption() =>
        Assert.Equal(Verdict.Claimed, Verdicts(Simulate(Ready.Demonstrate("inv:C-2") with { Law = NotCited with { Official = false } }, Covers).Against.To)["I.2.e"]);

    [Theory]
    [InlineData("covers:\n  - { point: I.9, extent: full }\n", "case.unknown-point")]
    [InlineData("covers:\n  - { point: I.2.e, extent: whole }\n", "yaml.wrong-type")]
    [InlineData("covers:\n  - { point: I.2.e }\n", "yaml.missing-key")]
    [InlineData("covers:\n  - { point: I.2.e, extent: full }\n  - { point: I.2.e, extent: none }\n", "assumption.twice")]
    [InlineData("covers:\n  - { point: I.2.e, extent: partial, leaves: [no.such] }\n", "case.unknown-requirement")]
    [InlineData("standard: EN 1\ncovers:\n  - { point: I.2.e, extent: full }\n", "assumption.other-standard")]
    [InlineData("categories: [X-1]\ncovers:\n  - { point: I.2.e, extent: full }\n", "case.unknown-category")]
    [InlineData("horizontal: true\n", "yaml.missing-key")]
    [InlineData("- I.2.e\n", "yaml.wrong-type")]
    [InlineData("cover: []\ncovers:\n  - { point: I.2.e, extent: full }\n", "yaml.unknown-key")]
    public void A_wrong_file_of_coverage_is_refused_with_its_line(string text, string code)
    {
        var read = Assumption.Read("covers.yaml", System.Text.Encoding.UTF8.GetBytes(text), NotCited, NotCited.Standards[^1], new LocalDate(2026, 1, 1));
        Assert.Null(read.Value);
        Assert.Contains(read.Problems, p => p.Code == code && p.Place.Line > 0);
    }

    private static Simulation Simulate(World w, string covers, LocalDate? from = null)
    {
        var ready = w.Ready();
        var assumption = Assumption.Read("covers.yaml", System.Text.Encoding.UTF8.GetBytes(covers), w.Law, w.Law.Standards.First(s => s.Reference == Laws.Invented), from ?? new LocalDate(2026, 1, 1));
        Assert.Empty(assumption.Problems);
        var simulated = Simulation.Of(assumption.Value!, Side.Of("today", Rendering.Source(w), ready.Index, ready.Seen, null, Days.Now));
        Assert.Empty(simulated.Problems);
        return simulated.Value!;
    }

    private static Dictionary<string, Verdict> Verdicts(Side side) => side.Assessment.Requirements.ToDictionary(r => r.Point.Id, r => r.Verdict, StringComparer.Ordinal);
}
