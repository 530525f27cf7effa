using CsCheck;
using Marque.Assessments;
using Marque.Assessments.Gates;
using Marque.Legal;
using Marque.Tests.Cases;

namespace Marque.Tests.Assessments;

public sealed class GateTests
{
    private static readonly string[] Ids = ["I.1", "I.2.a", "I.2.e", "II.1", "II.8"];
    private static readonly string[] Scopes = ["I", "I.2", "I.2.e", "II", "13", "obligations", "Annex I", "SM", "CR 1.1", "iec62443-4-2", "remainder"];

    private static readonly Gen<GateEntry> Entry = Gen.Select(
        Gen.OneOf(
            (ItemKind.Point, "cra", "I.1", Tag.Law), (ItemKind.Point, "cra", "I.2.a", Tag.Law), (ItemKind.Point, "cra", "I.2.e", Tag.Law), (ItemKind.Point, "cra", "II.1", Tag.Law), (ItemKind.Point, "cra", "II.8", Tag.Law),
            (ItemKind.Obligation, "cra", "13(8)", Tag.Law), (ItemKind.Obligation, "cra", "14", Tag.Law), (ItemKind.Obligation, "cra", "Annex II(7)", Tag.Practice),
            (ItemKind.Catalog, "iec62443-4-1", "SM-1", Tag.Standard), (ItemKind.Catalog, "iec62443-4-2", "CR 1.1", Tag.Standard), (ItemKind.Catalog, "iec62443-4-2", "CR 1.1 RE(1)", Tag.Standard), (ItemKind.Remainder, "remainder", "sbom.top-level", Tag.Law)),
        Gen.Enum<Verdict>(), Gen.Bool, (what, verdict, binds) => new GateEntry(what.Item1, what.Item2, what.Item3, what.Item4, verdict, binds));

    private static readonly Gen<string> Rule = Gen.Select(
        Gen.OneOf("no open", "no gap", "no claimed", "at least gap", "at least claimed", "at least demonstrated", "at least presumed"),
        Gen.OneOf(Scopes).List[0, 3], Gen.OneOf(Scopes).List[0, 2], Gen.Bool,
        (level, inside, outside, binding) => $"{level}{(inside.Count == 0 ? "" : $" in {string.Join(", ", inside)}")}{(binding ? " binding" : "")}{(outside.Count == 0 ? "" : $" except {string.Join(" and ", outside)}")}");

    [Theory]
    [InlineData("open", "no open")]
    [InlineData("gap", "no gap")]
    [InlineData("claimed", "no claimed")]
    [InlineData("binding", "no claimed binding")]
    [InlineData("none", "none")]
    [InlineData("at least claimed in II", "no gap in II")]
    [InlineData("at least gap", "no open")]
    [InlineData("no  gap  in I.2 ,II and 13(8)", "no gap in I.2, II, 13(8)")]
    [InlineData("no gap in CR 3.4 RE(2), Annex II(7)", "no gap in CR 3.4 RE(2), Annex II(7)")]
    [InlineData("no open binding ; no gap in I.2 # today", "no open binding; no gap in I.2")]
    [InlineData("# rules of the team\nno open\n\nat least presumed in I.2.e\n", "no open; at least presumed in I.2.e")]
    public void A_gate_is_read_as_it_is_meant(string text, string means) => Assert.Equal(means, Read(text).ToString());

    [Theory]
    [InlineData("no gpa in I.2", "gate:1:4", "gate.level", "did you mean 'gap'?")]
    [InlineData("no demonstrated", "gate:1:4", "gate.level", "one of open, gap, claimed")]
    [InlineData("at least open", "gate:1:10", "gate.level", "one of gap, claimed, demonstrated, presumed")]
    [InlineData("no", "gate:1:1", "gate.level", "one of open, gap, claimed")]
    [InlineData("not gap", "gate:1:1", "gate.rule", "did you mean 'no'?")]
    [InlineData("gaps", "gate:1:1", "gate.rule", "did you mean 'gap'?")]
    [InlineData("claimed at most in II", "gate:1:9", "gate.word", "write 'no claimed ...'")]
    [InlineData("no gap on I.2", "gate:1:8", "gate.clause", "did you mean 'in'?")]
    [InlineData("no gap in", "gate:1:8", "gate.scope", "name requirements")]
    [InlineData("no gap in I.2,", "gate:1:14", "gate.scope", "name requirements")]
    [InlineData("no gap in , I.2", "gate:1:11", "gate.scope", "write one")]
    [InlineData("no gap in I.2 in II", "gate:1:15", "gate.twice", "write it once")]
    [InlineData("no open;\nno gap in I.2 excpet I.2.a", "gate:2:8", "gate.unknown-scope", "")]
    [InlineData("", "gate", "gate.empty", "no gap in I.2")]
    [InlineData("# nothing", "gate", "gate.empty", "no gap in I.2")]
    public void A_wrong_gate_is_refused_where_it_is_wrong(string text, string at, string code, string remedy)
    {
        var read = GateText.Read("gate", text);
        if (code == "gate.unknown-scope")
        {
            // "excpet" is taken as part of a name, which nothing has: the case says so.
            var (index, _) = Examples.Inputs("edge-gateway");
            Assert.Equal("I.2 excpet I.2.a", Assert.Single(read.Value!.UnknownScopes(index)).Message.Split('\'')[1]);
            return;
        }

        var problem = Assert.Single(read.Problems);
        Assert.Equal((at, code), (problem.Place.ToString(), problem.Code));
        Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal);
        Assert.Null(read.Value);
    }

    [Fact]
    public void All_problems_of_a_gate_are_said_at_once() => Assert.Equal(["gate:1:4", "gate:2:1"], GateText.Read("gate", "no gpa\nfoo").Problems.Select(p => p.Place.ToString()));

    [Fact]
    public void Reading_never_throws() => Gen.String.Sample(text => GateText.Read("gate", text).Problems.All(p => p.Message.Length > 0));

    [Fact]
    public void What_is_written_again_means_the_same() => Rule.List[1, 4].Sample(rules =>
    {
        var gate = Read(string.Join("; ", rules));
        return Read(gate.ToString()).ToString() == gate.ToString();
    });

    [Fact]
    public void A_stricter_level_never_passes_where_a_looser_fails() => Gen.Select(Entry.List[0, 30], Rule).Sample((entries, rule) =>
    {
        var clauses = rule.Split(' ', 4) is { } w && w[0] == "no" ? string.Join(' ', rule.Split(' ').Skip(2)) : string.Join(' ', rule.Split(' ').Skip(3));
        var passes = new[] { "no open", "no gap", "no claimed", "at least presumed" }.Select(level => Passes($"{level} {clauses}", entries)).ToList();
        for (var i = 1; i < passes.Count; i++)
        {
            if (passes[i] && !passes[i - 1]) return false;
        }

        return true;
    });

    [Fact]
    public void More_rules_and_wider_scopes_never_let_more_through() => Gen.Select(Entry.List[0, 30], Rule, Rule, Gen.OneOf(Scopes)).Sample((entries, rule, other, scope) =>
        (!Passes($"{rule}; {other}", entries) || Passes(rule, entries))
        && (!Passes("no gap in I, II", entries) || Passes("no gap in I.2", entries))
        && (!Passes("no gap", entries) || Passes("no gap binding in Annex I", entries))
        && (!Passes($"no claimed in {scope}", entries) || Passes($"no claimed in {scope} except I.2.e", entries))
        && (!Passes("no claimed in obligations, Annex I", entries) || Passes("binding", entries)));

    [Fact]
    public void A_better_verdict_never_closes_a_gate_that_was_open() => Gen.Select(Entry.List[1, 30], Rule, Gen.Int[0, 29]).Sample((entries, rule, which) =>
    {
        var at = which % entries.Count;
        if (!Passes(rule, entries) || entries[at].Verdict >= Verdict.Presumed) return true;
        return Passes(rule, [.. entries.Select((e, i) => i == at ? e with { Verdict = e.Verdict + 1 } : e)]);
    });

    [Fact]
    public void What_does_not_apply_or_is_not_triggered_fails_no_rule() => Gen.Select(Entry.List[0, 30], Rule).Sample((entries, rule) =>
        Read(rule).On([.. entries]).All(o => o.Failing.All(e => e.Verdict is not (Verdict.NotApplicable or Verdict.NotTriggered))));

    [Fact]
    public void A_name_means_itself_and_what_is_below_it()
    {
        GateEntry[] entries = [.. Ids.Select(id => Of(ItemKind.Point, "cra", id)), Of(ItemKind.Obligation, "cra", "14"), Of(ItemKind.Obligation, "cra", "14(1)"), Of(ItemKind.Obligation, "cra", "13(1)"), Of(ItemKind.Obligation, "cra", "13(14)"), Of(ItemKind.Catalog, "iec62443-4-2", "CR 1.1"), Of(ItemKind.Catalog, "iec62443-4-2", "CR 1.10"), Of(ItemKind.Catalog, "iec62443-4-2", "CR 1.1 RE(1)"), Of(ItemKind.Catalog, "house", "CR 1.1")];
        Assert.Equal(["I.2.a", "I.2.e"], Failing("no open in I.2"));
        Assert.Equal(["14", "14(1)"], Failing("no open in 14"));
        Assert.Equal(["13(1)"], Failing("no open in 13(1)"));
        Assert.Equal(["CR 1.1", "CR 1.1 RE(1)", "CR 1.1"], Failing("no open in cr-1.1"));
        Assert.Equal(["CR 1.1", "CR 1.1 RE(1)"], Failing("no open in iec62443-4-2:CR 1.1"));
        Assert.Equal(["CR 1.1"], Failing("no open in house"));
        Assert.Equal(["I.1", "II.1", "II.8"], Failing("no open except I.2"));
        string[] Failing(string rule) => [.. Read(rule).On(entries).Single().Failing.Select(e => e.Id)];
        static GateEntry Of(ItemKind kind, string catalog, string id) => new(kind, catalog, id, Tag.Law, Verdict.Open, Binds: true);
    }

    [Fact]
    public void Every_scope_of_the_documentation_is_known_to_a_case_and_a_misspelt_one_is_not()
    {
        var (index, _) = Examples.Inputs("edge-gateway");
        Assert.Empty(Read($"no gap in {string.Join(", ", Scopes)}, CR, SVV-1, 13(8), Annex II, Annex VII(2), sbom").UnknownScopes(index));
        var problem = Assert.Single(Read("no gap in obligation").UnknownScopes(index));
        Assert.Equal(("gate:1:11", "did you mean 'obligations'?"), (problem.Place.ToString(), problem.Remedy));
    }

    private static Gate Read(string text)
    {
        var read = GateText.Read("gate", text);
        Assert.Empty(read.Problems);
        return read.Value!;
    }

    private static bool Passes(string gate, IReadOnlyList<GateEntry> entries) => Read(gate).On(entries).All(o => o.Holds);
}
