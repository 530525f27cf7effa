using System.Globalization;
using CsCheck;
using Marque.Tests.Assessments.Kit;

namespace Marque.Tests.Assessments;

/// <summary>Laws: a pure function of legal set, case, facts, release and instant; idempotent.</summary>
public sealed class PurityTests
{
    [Fact]
    public void The_same_inputs_give_the_same_assessment() => Worlds.Any.Sample(
        w =>
        {
            var ready = w.Ready();
            var once = Dump.Of(ready.Assess().Result);
            // The same index again, after another release and another instant; and everything from the start.
            ready.Assess(Days.Now - NodaTime.Duration.FromDays(200), "1.0");
            Dump.Same(once, Dump.Of(ready.Assess().Result));
            Dump.Same(once, Dump.Of(w.Assess().Result));
        }, iter: Iterations.Of(60));

    [Fact]
    public void Culture_decides_nothing() => Worlds.Any.Sample(
        w =>
        {
            var before = CultureInfo.CurrentCulture;
            var once = Dump.Of(w.Assess().Result);
            try
            {
                // Turkish letters, commas in numbers, another calendar's dates: as a machine elsewhere would have them.
                var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
                foreign.NumberFormat.NumberDecimalSeparator = ",";
                foreign.NumberFormat.NegativeSign = "~";
                foreign.DateTimeFormat.DateSeparator = "|";
                foreign.DateTimeFormat.ShortDatePattern = "dd|MM|yyyy";
                CultureInfo.CurrentCulture = foreign;
                Dump.Same(once, Dump.Of(w.Assess().Result));
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }, iter: Iterations.Of(40), threads: 1);

    [Fact]
    public void Every_argument_moves_the_digest_of_the_inputs()
    {
        var w = (World.Empty with { Releases = [new("1.0"), new("2.0", "1.0")] }).Demonstrate("CR 1.1", "login");
        var digests = new[]
        {
            w.Assess(), w.Assess(Days.Now + NodaTime.Duration.FromSeconds(1)), w.Assess(release: "1.0"), (w with { Trusted = [] }).Assess(), (w with { Law = w.Law with { Official = false } }).Assess(),
            (w with { Law = w.Law with { Digest = Marque.Text.Digest.Of([8]) } }).Assess(), w.ChangeFacts("login", f => f with { Sight = Sight.Missing }).Assess(), w.State("CR 1.2").Assess(),
            w.ChangeLast(d => d with { Rationale = "another" }).Assess(), w.ChangeLast(d => d with { Signers = [] }).Assess(), w.ChangeFacts("login", f => f with { Content = Marque.Facts.Outcome.Vacuous, Found = Marque.Facts.Outcome.Supports }).Assess(),
        }.Select(a => a.Result.Inputs).ToList();
        Assert.Equal(digests.Count, digests.Distinct().Count());
    }

    [Fact]
    public void What_stands_in_other_workstreams_files_is_kept_and_counted()
    {
        var w = World.Empty;
        var more = w.Ready(source => source with { Files = [.. source.Files, ("privacy.yaml", "inventory: []\n"u8.ToArray())] }).Assess().Result;
        Assert.NotEqual(w.Assess().Result.Inputs, more.Inputs);
        Assert.Contains("kept, not evaluated by this version: privacy.yaml", more.Notices);
    }
}
