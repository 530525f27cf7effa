namespace Marque.Legal.Reading;

/// <summary>Every reference of a set names something of the set.</summary>
internal static class ReferenceChecks
{
    // Enough for any basis; a bound for the search.
    private const int MaxCitation = 1000;

    public static void Run(LegalSet set, Parts parts)
    {
        var points = set.Points.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var obligations = set.Obligations.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        var events = set.Events.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var inputs = parts.Inputs.ToHashSet(StringComparer.Ordinal);
        var categories = set.Categories.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var remainder = set.Remainder.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var catalogs = set.Catalogs.Select(c => $"{c.Id}:{c.Edition}").ToHashSet(StringComparer.Ordinal);
        // The same few bases are cited again and again.
        var cited = new Dictionary<string, string?>(StringComparer.Ordinal);

        foreach (var (to, value, file, at) in parts.References)
        {
            var wrong = to switch
            {
                Refers.Provision => set.Provisions.ContainsKey(value) ? null : $"there is no provision '{value}'",
                Refers.Point => points.Contains(value) ? null : $"there is no point '{value}'",
                Refers.PointOrObligation => points.Contains(value) || obligations.Contains(value) ? null : $"there is no point or obligation '{value}'",
                Refers.Feed => points.Contains(value) || obligations.Contains(value) || inputs.Contains(value) ? null : $"there is no point, obligation or computed input '{value}'",
                Refers.Obligation => obligations.Contains(value) ? null : $"there is no obligation '{value}'",
                Refers.Event => events.Contains(value) ? null : $"there is no event '{value}'",
                Refers.Category => categories.Contains(value) ? null : $"there is no category '{value}'",
                Refers.Remainder => remainder.Contains(value) ? null : $"there is no remainder item '{value}'",
                Refers.Catalog => catalogs.Contains(value) ? null : $"there is no catalog '{value}'",
                _ => cited.TryGetValue(value, out var known) ? known : cited[value] = Unresolved(set, value),
            };
            if (wrong is not null) file.Problem(at, "legal.unresolved", wrong);
        }
    }

    private static string? Unresolved(LegalSet set, string words)
    {
        if (words.Length > MaxCitation) return $"more than {MaxCitation} characters";
        var citations = Citations.In(set, words);
        if (citations.Count == 0) return $"no citation in '{words}'";
        return citations.FirstOrDefault(c => !c.Resolves) is { } bad ? $"the citation '{bad.Text}' names nothing" : null;
    }
}
