using CsCheck;
using Marque.Assessments;
using Marque.Tests.Assessments.Kit;

namespace Marque.Tests.Assessments;

/// <summary>Law: results that recur bind by series, single documents by their bytes.</summary>
public sealed class CarryOverTests
{
    private static readonly Gen<World> Unrebutted = Worlds.Any.Where(w => w.Decisions.All(d => d.Judgement != "rebuts"));

    [Fact]
    public void Other_bytes_of_results_that_recur_change_no_verdict() => Unrebutted.Sample(
        w =>
        {
            var rerun = w;
            foreach (var series in new[] { "t1", "t2", "a1", "b1", "e1" }) rerun = rerun.ChangeFacts(series, f => f with { Bytes = f.Bytes + ", another run" });
            Dump.Same(string.Join('\n', Compare.Of(w.Assess())), string.Join('\n', Compare.Of(rerun.Assess())));
        }, iter: Iterations.Of(100));

    [Fact]
    public void Other_bytes_of_a_document_take_every_decision_that_rested_on_it() => Unrebutted.Sample(
        w =>
        {
            var edited = w.ChangeFacts("d1", f => f with { Bytes = f.Bytes + ", edited" }).Assess();
            foreach (var s in w.Statements.Where(s => w.Decisions.Where(d => d.Requirement == s.Requirement && d.Judgement == "satisfied").All(d => d.Facts.Contains("d1"))))
            {
                var id = Marque.Cases.RequirementId.Of(s.Requirement).Item;
                if (edited.Result.Catalogs.Concat(edited.Result.Remainder).FirstOrDefault(d => d.What == id) is { } item) Assert.True(item.Verdict != Verdict.Demonstrated || Assessed.All(item).Any(d => d.Grounds.Any(g => g.Rule == "automatic")), id);
            }
        }, iter: Iterations.Of(100));
}
