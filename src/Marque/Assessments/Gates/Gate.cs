using Marque.Text;

namespace Marque.Assessments.Gates;

/// <summary>What a pipeline asks of an assessment: rules that all must hold.</summary>
/// <param name="Rules">The rules, in the order written; none: the gate is always open.</param>
public sealed record Gate(IReadOnlyList<GateRule> Rules)
{
    /// <summary>No point of Annex I is open, a gap or claimed.</summary>
    public static Gate Default { get; } = new([new GateRule(Verdict.Demonstrated, IsBinding: false, [], [])]);

    /// <summary>Every scope of a rule that names nothing in the case or the legal set.</summary>
    /// <param name="index">The case.</param>
    public IReadOnlyList<Problem> UnknownScopes(CaseIndex index)
    {
        List<string> known = [.. GateScope.Words, .. index.Items.Select(i => i.Id), .. index.Items.Select(i => i.Catalog).Distinct(StringComparer.Ordinal)];
        var problems = new List<Problem>();
        foreach (var scope in Rules.SelectMany(r => r.In.Concat(r.Except)))
        {
            if (index.Items.Any(i => scope.Holds(i.Kind, i.Catalog, i.Id, i.Tag ?? Legal.Tag.Standard))) continue;
            problems.Add(new Problem(scope.Place, "gate.unknown-scope", $"nothing is called '{scope.Text}'", Nearest.To(scope.Text, known) is { } near ? $"did you mean '{near}'?" : "name requirements as the catalogs do: I.2, II.1, 13, 13(8), SM, CR 3.4, iec62443-4-2, obligations"));
        }

        return problems;
    }

    /// <summary>What each rule finds in an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="index">The case it was computed from.</param>
    public IReadOnlyList<GateOutcome> On(Assessment assessment, CaseIndex index) => On([.. GateEntry.Of(assessment, index)]);

    internal IReadOnlyList<GateOutcome> On(IReadOnlyList<GateEntry> entries) => [.. Rules.Select(r => r.On(entries))];

    /// <summary>The rules as they are written, separated by <c>; </c>; <c>none</c> without a rule.</summary>
    public override string ToString() => Rules.Count == 0 ? "none" : string.Join("; ", Rules);
}

/// <summary>What one rule found.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="LookedAt">How many entries it looked at; with 0 it holds of nothing.</param>
/// <param name="Failing">The entries that fall short of it, in the order of the assessment.</param>
public sealed record GateOutcome(GateRule Rule, int LookedAt, IReadOnlyList<GateEntry> Failing)
{
    /// <summary>Whether the rule holds.</summary>
    public bool Holds => Failing.Count == 0;
}

/// <summary>One verdict that a gate may look at.</summary>
/// <param name="Kind">What it is of.</param>
/// <param name="Catalog">The catalog.</param>
/// <param name="Id">The id.</param>
/// <param name="Tag">On what it rests.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Binds">Whether it binds at the instant; items of standards and of the remainder bind nobody by themselves.</param>
public sealed record GateEntry(ItemKind Kind, string Catalog, string Id, Legal.Tag Tag, Verdict Verdict, bool Binds)
{
    internal static IEnumerable<GateEntry> Of(Assessment a, CaseIndex index)
    {
        foreach (var r in a.Requirements) yield return new(ItemKind.Point, "cra", r.Point.Id, Legal.Tag.Law, r.Verdict, r.Binding.Now);
        foreach (var o in a.Obligations) yield return new(ItemKind.Obligation, "cra", o.Obligation.Id, o.Obligation.Tag, o.Verdict, o.Binding.Now);
        // The assessment has them in the order of the index.
        foreach (var (d, i) in a.Catalogs.Zip(index.CatalogItems)) yield return new(ItemKind.Catalog, i.Catalog, i.Id, i.Tag ?? Legal.Tag.Standard, d.Verdict, Binds: false);
        foreach (var d in a.Remainder) yield return new(ItemKind.Remainder, "remainder", d.What, d.Tag ?? Legal.Tag.Practice, d.Verdict, Binds: false);
    }
}
