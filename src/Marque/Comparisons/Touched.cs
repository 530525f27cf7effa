using Marque.Assessments;

namespace Marque.Comparisons;

/// <summary>Which changed inputs an entry of a derivation rests on, on either side.</summary>
internal sealed class Touched
{
    private readonly IReadOnlyList<InputChange> changes;
    private readonly Dictionary<string, int> before = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> after = new(StringComparer.Ordinal);
    private readonly ILookup<(string Kind, string About), int> about;

    public Touched(IReadOnlyList<InputChange> changes)
    {
        this.changes = changes;
        for (var i = 0; i < changes.Count; i++)
        {
            if (changes[i].Before is { } was) before.TryAdd(was.ToString(), i);
            if (changes[i].After is { } now) after.TryAdd(now.ToString(), i);
        }

        about = Enumerable.Range(0, changes.Count).ToLookup(i => (changes[i].Kind, changes[i].About));
    }

    /// <summary>The positions of the changes, in order.</summary>
    public IEnumerable<int> By(Derivation? a, Derivation? b)
    {
        if (changes.Count == 0) return [];
        var found = new SortedSet<int>();
        Collect(a, before, found);
        Collect(b, after, found);
        return found;
    }

    private void Collect(Derivation? d, Dictionary<string, int> places, SortedSet<int> into)
    {
        if (d is null) return;
        Add(into, d.What, "statement", "decision", "applicability");
        if (d.What == "risk assessment") AllOf(into, "risk-assessment", "asset", "risk", "applicability", "update-trigger");
        foreach (var ground in d.Grounds)
        {
            foreach (var reference in ground.Refs)
            {
                var colon = reference.IndexOf(':', StringComparison.Ordinal);
                if (colon <= 0) continue;
                var rest = reference[(colon + 1)..];
                // A place names one record; what the record is about need not be guessed.
                if (places.TryGetValue(rest, out var input)) into.Add(input);
                Named(into, ground, reference[..colon], rest);
            }
        }

        foreach (var from in d.From) Collect(from, places, into);
    }

    private void Named(SortedSet<int> into, Ground ground, string prefix, string name)
    {
        switch (prefix)
        {
            case "evidence": Add(into, name, "series", "observation"); break;
            case "risk": Add(into, name, "risk"); break;
            case "bridge": Add(into, name, "adoption", "bridge", "bridge-point", "bridge-pair"); break;
            case "map": Add(into, name, "edition-map"); break;
            case "standard": Add(into, name, "instrument"); break;
            case "process": Add(into, name, "process-case"); break;
            case "part": Add(into, name, "part"); break;
            case "trigger": Add(into, name, "update-trigger"); break;
            case "requirement": Add(into, name, "statement", "decision", "applicability"); break;
            case "subject" when name == "risk-assessment": AllOf(into, "risk-assessment", "asset", "risk", "applicability", "update-trigger"); break;
            case "subject" when name == "classification": Add(into, "product", "product"); break;
            case "by": AllOf(into, "people", "person", "role"); break;
            case "changed": Suspect(into, name, ground["name"]); break;
        }

        if (ground.Rule is "no-facts" or "other-release" or "not-yet-received" && prefix == "evidence") Add(into, name, "fact", "sbom");
    }

    private void Suspect(SortedSet<int> into, string what, string name)
    {
        switch (what)
        {
            case "requirement": Add(into, name, "catalog-item"); AllOf(into, "legal-set"); break;
            case "series": Add(into, name, "series"); break;
            case "fact": Add(into, name, "fact", "sbom", "observation"); break;
            case "pair": AllOf(into, "legal-set", "bridge-pair"); break;
            case "risk-assessment": AllOf(into, "risk-assessment", "asset", "risk", "applicability", "update-trigger"); break;
            case "classification": Add(into, "product", "product"); break;
            case "answer": AllOf(into, "instrument"); break;
            case "restriction": AllOf(into, "legal-set"); break;
        }
    }

    private void Add(SortedSet<int> into, string name, params ReadOnlySpan<string> kinds)
    {
        foreach (var kind in kinds) into.UnionWith(about[(kind, name)]);
    }

    private void AllOf(SortedSet<int> into, params ReadOnlySpan<string> kinds)
    {
        for (var i = 0; i < changes.Count; i++)
        {
            if (kinds.Contains(changes[i].Kind)) into.Add(i);
        }
    }
}
