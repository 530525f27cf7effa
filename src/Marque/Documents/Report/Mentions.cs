using Marque.Assessments;

namespace Marque.Documents.Report;

/// <summary>Where an assessment mentions decisions and facts: what became of each decision, and what each series of facts is used for.</summary>
internal sealed class Mentions
{
    private readonly Dictionary<string, List<Ground>> decisions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> uses = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> used = [];
    private readonly HashSet<(string, string)> firsts = [];
    private readonly HashSet<Derivation> walked = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Ground> seen = new(ReferenceEqualityComparer.Instance);

    public Mentions(Assessment a, CaseIndex index)
    {
        foreach (var r in a.Requirements) Walk(r.Why);
        foreach (var o in a.Obligations) Walk(o.Why);
        foreach (var d in a.Catalogs) Walk(d);
        foreach (var d in a.Remainder) Walk(d);
        Walk(a.RiskAssessment);
        Walk(a.Procedures.Classification);
        // Evidence that a statement names is used by it, also where nobody has decided on it yet.
        foreach (var item in index.Items)
        {
            foreach (var series in item.AllStatements.SelectMany(s => s.Evidence))
            {
                if (used.Add((series.Ref, item.Id))) List(uses, series.Series.Id).Add(item.Id);
            }
        }
    }

    /// <summary>The grounds that refer to a decision.</summary>
    public IReadOnlyList<Ground> OfDecision(string reference) => decisions.TryGetValue(reference, out var grounds) ? grounds : [];

    /// <summary>The requirements whose verdicts or statements refer to a series.</summary>
    public IReadOnlyList<string> UsesOf(string series) => uses.TryGetValue(series, out var what) ? what : [];

    /// <summary>Whether a ground with that rule has that reference first.</summary>
    public bool Has(string reference, string rule) => firsts.Contains((reference, rule));

    private void Walk(Derivation d)
    {
        if (!walked.Add(d)) return;
        foreach (var ground in d.Grounds)
        {
            var isNew = seen.Add(ground);
            if (isNew && ground.Refs.Count > 0) firsts.Add((ground.Refs[0], ground.Rule));
            foreach (var reference in ground.Refs)
            {
                if (isNew && reference.StartsWith("decision:", StringComparison.Ordinal)) List(decisions, reference).Add(ground);
                else if (d.Kind is "requirement" or "pair" or "remainder" or "clause" or "obligation" && reference.StartsWith("evidence:", StringComparison.Ordinal) && used.Add((reference, d.What))) List(uses, reference[9..]).Add(d.What);
            }
        }

        foreach (var from in d.From) Walk(from);
    }

    private static List<T> List<T>(Dictionary<string, List<T>> of, string key)
    {
        if (!of.TryGetValue(key, out var list)) of[key] = list = [];
        return list;
    }
}
