using Marque.Assessments;
using Marque.Legal;
using Marque.Tests.Assessments.Kit;
using NodaTime;

namespace Marque.Tests.Assessments;

/// <summary>Whether an entry binds at the instant, with its basis (Articles 2, 69, 71).</summary>
public sealed class BindingTests
{
    private static readonly LocalDate General = new(2027, 12, 11);

    [Fact]
    public void D_6_Annex_I_binds_from_11_December_2027()
    {
        Assert.Equal(new Binding("from 2027-12-11", "Art. 71(2)"), Point(World.Empty, General.PlusDays(-1)));
        Assert.Equal(new Binding("yes", "Art. 71(2)"), Point(World.Empty, General));
        Assert.False(Point(World.Empty, General.PlusDays(-1)).Now);
    }

    [Fact]
    public void D_3_Article_14_binds_from_11_September_2026()
    {
        Assert.Equal("from 2026-09-11", Duty(World.Empty, "14(1)", new(2026, 9, 10)).Is);
        Assert.Equal("yes", Duty(World.Empty, "14(1)", new(2026, 9, 11)).Is);
        Assert.Equal("from 2027-12-11", Duty(World.Empty, "13(8)", new(2026, 9, 11)).Is);
    }

    [Fact]
    public void D_6_the_steward_reports_from_11_December_2027()
    {
        var steward = World.Empty with { OperatorRole = "steward" };
        Assert.Equal("from 2027-12-11", Duty(steward, "24(3)", new(2026, 9, 11)).Is);
    }

    [Fact]
    public void T_1_units_placed_before_the_date_are_outside_except_for_Article_14()
    {
        var w = Placed(new(2026, 3, 1), new(2027, 12, 10));
        Assert.Equal(new Binding("no", "Art. 69(2)"), Point(w, General));
        Assert.Equal("no", Duty(w, "13(8)", General).Is);
    }

    [Fact]
    public void T_2_placing_is_judged_per_unit_so_an_open_or_later_last_placing_binds()
    {
        Assert.Equal("yes", Point(Placed(new(2026, 3, 1), new(2027, 12, 11)), General).Is);
        Assert.Equal("yes", Point(Placed(new(2026, 3, 1), null), General).Is);
        Assert.Equal("yes", Point(Placed(null, null), General).Is);
    }

    [Fact]
    public void T_3_Article_14_covers_what_was_placed_earlier()
    {
        var w = Placed(new(2020, 1, 1), new(2024, 1, 1));
        Assert.Equal(new Binding("yes", "Art. 69(3), Art. 71(2)"), Duty(w, "14(1)", new(2026, 9, 11)));
        Assert.Equal("yes", Duty(w, "14(2)(a)", General).Is);
    }

    [Fact]
    public void T_1_a_substantial_modification_binds_from_the_date_and_not_before()
    {
        var w = World.Empty with { Releases = [new("1.0") { First = new(2026, 3, 1), Last = new(2027, 6, 1) }, new("1.5", "1.0") { First = new(2027, 6, 1), Last = General.PlusDays(-1), Substantial = true }, new("2.0", "1.5") { First = General, Last = General.PlusDays(20), Substantial = true }] };
        Assert.Equal("yes", Point(w, General.PlusDays(30), "2.0").Is);
        // "From that date": one of the day before brings nothing under the Regulation.
        Assert.Equal(new Binding("no", "Art. 69(2)"), Point(w, General.PlusDays(30), "1.5"));
        Assert.Equal("no", Point(w, General.PlusDays(30), "1.0").Is);
    }

    [Fact]
    public void What_does_not_bind_yet_is_judged_all_the_same() =>
        Assert.Equal(Verdict.Demonstrated, World.Empty.Demonstrate("I.2.e").Assess()["I.2.e"]);

    private static World Placed(LocalDate? first, LocalDate? last) => World.Empty with { Releases = [new("1.0") { First = first, Last = last }] };

    private static Binding Point(World w, LocalDate day, string? release = null) => w.Assess(BrusselsDay.EndOf(day), release).Point("I.2.e").Binding;

    private static Binding Duty(World w, string id, LocalDate day) => w.Assess(BrusselsDay.EndOf(day)).Result.Obligations.First(o => o.Obligation.Id == id).Binding;
}
