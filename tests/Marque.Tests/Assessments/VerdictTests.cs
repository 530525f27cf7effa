using Marque.Assessments;
using Marque.Tests.Assessments.Kit;

namespace Marque.Tests.Assessments;

/// <summary>Verdicts: open, gap, claimed, demonstrated, and the two roles of process evidence.</summary>
public sealed class VerdictTests
{
    [Fact]
    public void What_nobody_has_recorded_is_open()
    {
        var assessed = World.Empty.Assess();
        Assert.Equal(Verdict.Open, assessed["CR 1.1"]);
        Assert.Equal(["nobody has recorded how CR 1.1 is met"], assessed.Texts("CR 1.1"));
    }

    [Fact]
    public void A_statement_with_an_attested_decision_on_sound_facts_is_demonstrated() =>
        Assert.Equal(Verdict.Demonstrated, World.Empty.Demonstrate("CR 1.1").Assess()["CR 1.1"]);
}
