using Marque.Tests.Assessments.Kit;

namespace Marque.Tests.Assessments;

/// <summary>What is wrong with edition maps and pins, when both catalogs are at hand.</summary>
public sealed class EditionProblemsTests
{
    private static readonly World Two = World.Empty with
    {
        Catalogs = [new CatalogSpec("acme", "A", "B") { Edition = "1" }, new CatalogSpec("acme", "A", "C") { Edition = "2" }], Pins = [("acme", "2")],
    };

    private static World Mapped(string fate, string[] old, string[] now) => Two with { Maps = [new MapSpec("m", "acme", "1", "2", (fate, old, now))] };

    [Theory]
    [InlineData("renumbered", "X", "C", "acme@1 has no 'X'")]
    [InlineData("renumbered", "B", "X", "acme@2 has no 'X'")]
    [InlineData("new", "", "X", "acme@2 has no 'X'")]
    [InlineData("deleted", "X", "", "acme@1 has no 'X'")]
    [InlineData("unchanged", "B", "", "acme@2 has no 'B'")]
    public void Unknown_ids_are_named(string fate, string old, string now, string message)
    {
        var problem = Assert.Single(Mapped(fate, old.Length == 0 ? [] : [old], now.Length == 0 ? [] : [now]).Problems());
        Assert.Equal(("edition.unknown-requirement", message), (problem.Code, problem.Message));
        Assert.StartsWith("editions/m.yaml:", problem.Place.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_of_an_edition_that_is_not_there_is_refused()
    {
        var problem = Assert.Single((Two with { Maps = [new MapSpec("m", "acme", "1", "3", ("deleted", ["B"], []))] }).Problems());
        Assert.Equal(("edition.unknown", "editions of acme here: 1, 2"), (problem.Code, problem.Remedy));
        Assert.Equal("edition.unknown", Assert.Single((Two with { Maps = [new MapSpec("m", "iec62443-4-1", "2018", "2027", ("deleted", ["SM-1"], []))] }).Problems()).Code);
    }

    [Fact]
    public void Two_maps_between_the_same_editions_are_refused()
    {
        var map = new MapSpec("m", "acme", "1", "2", ("unchanged", ["A"], []));
        Assert.Equal("edition.two-maps", Assert.Single((Two with { Maps = [map, map with { Id = "n" }] }).Problems()).Code);
        Assert.Equal(["edition.cycle", "edition.cycle"], (Two with { Maps = [map, new MapSpec("n", "acme", "2", "1", ("unchanged", ["A"], []))] }).Problems().Select(p => p.Code));
    }

    [Fact]
    public void Several_editions_need_a_pin_that_is_there()
    {
        var none = Assert.Single((Two with { Pins = [] }).Problems());
        Assert.Equal("case.pin-needed", none.Code);
        Assert.Equal("case.unknown-edition", Assert.Single((Two with { Pins = [("acme", "3")] }).Problems()).Code);
        Assert.Equal("case.unknown-catalog", Assert.Single((Two with { Pins = [("acme", "2"), ("acne", "2")] }).Problems()).Code);
        Assert.Empty(Two.Problems());
    }

    [Fact]
    public void A_statement_of_each_edition_is_no_second_one()
    {
        var w = Two with { Maps = [new MapSpec("m", "acme", "1", "2", ("renumbered", ["A"], ["C"]))] };
        Assert.Empty(w.State("acme@1:A").State("acme:A").Problems());
        Assert.Equal("case.two-statements", Assert.Single(w.State("acme@2:A").State("acme:A").Problems()).Code);
    }
}
