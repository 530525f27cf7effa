using Marque.Cases.Declared;
using Marque.Text;

namespace Marque.Cases;

/// <summary>What must fit together within a case, whatever the legal set: ids unique, references resolved, releases acyclic.</summary>
internal static class CaseChecks
{
    /// <summary>The code of a series that is named and not there: a command that makes the series takes it out by this.</summary>
    public const string UnknownSeries = "case.unknown-series";

    public static void Run(Case c, List<Problem> problems)
    {
        Unique(problems, "part", c.Product?.Parts.Select(p => (p.Id, p.Place)) ?? []);
        Unique(problems, "release", c.Releases.Select(r => (r.Version, r.Place)));
        Unique(problems, "release line", c.Lines.Select(l => (l.Id, l.Place)));
        Unique(problems, "series", c.Series.Select(s => (s.Id, s.Place)));
        Unique(problems, "catalog", c.Catalogs.Select(s => (s.Edition is null ? s.Id : $"{s.Id}@{s.Edition}", s.Place)));
        Unique(problems, "edition map", c.Editions.Select(m => (m.Id, m.Place)));
        EditionChecks.Run(c, problems);
        Unique(problems, "user information in", c.UserInformation.Select(u => (u.Language, u.Place)));
        Unique(problems, "risk", c.Risk?.Risks.Select(r => (r.Id, r.Place)) ?? []);
        Unique(problems, "asset", c.Risk?.Assets.Select(r => (r.Id, r.Place)) ?? []);
        foreach (var people in new[] { c.People }.Concat(c.Processes.Select(p => p.Process.People)).OfType<People>())
        {
            Unique(problems, "person", people.Persons.Select(p => (p.Id, p.Place)));
            Unique(problems, "role", people.Roles.Select(r => (r.Id, r.Place)));
            Unique(problems, "revoked key", people.Revoked.Select(r => (r.Key, r.Place)));
            Known(problems, "role", people.Persons.SelectMany(p => p.Roles.Select(r => (r, p.Place))), [.. people.Roles.Select(r => r.Id)]);
        }

        Unique(problems, "process case", c.Uses.Select(u => (u.Id, u.Place)));
        var parts = c.Product?.Parts.Select(p => p.Id).ToHashSet(StringComparer.Ordinal) ?? [];
        var series = c.Series.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var versions = c.Releases.Select(r => r.Version).ToHashSet(StringComparer.Ordinal);
        var lines = c.Lines.Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        var risks = c.Risk?.Risks.Select(r => r.Id).ToHashSet(StringComparer.Ordinal) ?? [];
        var assets = c.Risk?.Assets.Select(r => r.Id).ToHashSet(StringComparer.Ordinal) ?? [];

        Unique(problems, "support period of line", c.Support?.Lines ?? []);
        Known(problems, "release line", c.Support?.Lines ?? [], lines);
        foreach (var s in c.Statements)
        {
            // A process case speaks of the process; it cannot know the product's parts and releases.
            if (s.Process is null) Known(problems, "part", s.Parts.Select(p => (p, s.Place)), parts);
            else NoParts(problems, s.Parts, s.Place);
            Known(problems, "series", s.Evidence, series);
            Range(s.Releases, s.Place);
        }

        foreach (var s in c.Series)
        {
            if (s.Process is null) Known(problems, "part", s.Parts.Select(p => (p, s.Place)), parts);
            else NoParts(problems, s.Parts, s.Place);
            foreach (var f in s.Facts) Range(f.Releases, f.Place);
            Unique(problems, "fact", s.Facts.Select(f => (f.Digest.ToString(), f.Place)));
        }

        foreach (var d in c.Decisions)
        {
            if (d.Process is null) Known(problems, "part", d.Parts.Select(p => (p, d.Place)), parts);
            else NoParts(problems, d.Parts, d.Place);
            Known(problems, "series", d.Facts, series);
            Range(d.Releases, d.Place);
        }

        foreach (var t in c.Triage)
        {
            Known(problems, "part", t.Parts.Select(p => (p, t.Place)), parts);
            Known(problems, "release line", t.Releases.Lines.Select(l => (l, t.Place)), lines);
            Known(problems, "release", [.. t.Releases.Only.Where(o => !TriageReleases.IsPattern(o)).Select(v => (v, t.Place)), .. new[] { t.Releases.From, t.Releases.Until }.OfType<string>().Select(v => (v, t.Place))], versions);
        }

        foreach (var a in c.Risk?.Applicability ?? [])
        {
            Known(problems, "part", a.Parts.Select(p => (p, a.Place)), parts);
            Known(problems, "risk", a.Risks, risks);
        }

        foreach (var r in c.Risk?.Risks ?? []) Known(problems, "asset", r.Assets.Select(a => (a, r.Place)), assets);
        foreach (var r in c.Releases)
        {
            if (lines.Count > 0) Known(problems, "release line", [(r.Line, r.Place)], lines);
            if (r.Predecessor is { } before) Known(problems, "release", [(before, r.Place)], versions);
        }

        Acyclic(c.Releases, problems);
        Overlaps(c, problems);

        void Range(ReleaseRange range, Place place) =>
            Known(problems, "release", [.. range.Only.Select(v => (v, place)), .. new[] { range.From, range.Until }.OfType<string>().Select(v => (v, place))], versions);
    }

    private static void NoParts(List<Problem> problems, IReadOnlyList<string> parts, Place place)
    {
        if (parts.Count > 0) problems.Add(new Problem(place, "case.process-parts", "a process case speaks of the process and cannot name parts of a product", "delete 'parts', or state it in the product's case"));
    }

    private static void Unique(List<Problem> problems, string what, IEnumerable<(string Id, Place Place)> entries)
    {
        var first = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var (id, place) in entries)
        {
            if (!first.TryAdd(id, place)) problems.Add(new Problem(place, "case.duplicate", what == "fact" ? $"the same fact is registered twice (first at {first[id]})" : $"the {what} '{id}' is declared twice (first at {first[id]})", "keep one, or give the other an id of its own"));
        }
    }

    private static void Known(List<Problem> problems, string what, IEnumerable<(string Id, Place Place)> references, HashSet<string> known)
    {
        foreach (var (id, place) in references)
        {
            if (known.Contains(id)) continue;
            var near = Nearest.To(id, known);
            problems.Add(new Problem(place, what == "series" ? UnknownSeries : "case.unknown-reference", $"there is no {what} '{id}'", near is not null ? $"did you mean '{near}'?" : known.Count is > 0 and <= 12 ? $"known: {string.Join(", ", known.Order(StringComparer.Ordinal))}" : $"declare the {what}, or correct the id"));
        }
    }

    private static void Acyclic(IReadOnlyList<Release> releases, List<Problem> problems)
    {
        var before = releases.GroupBy(r => r.Version, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Predecessor, StringComparer.Ordinal);
        foreach (var release in releases)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (string? at = release.Version; at is not null; at = before.GetValueOrDefault(at))
            {
                if (seen.Add(at)) continue;
                problems.Add(new Problem(release.Place, "release.cycle", $"the predecessors of {release.Version} lead back to {at}", "correct 'predecessor'"));
                break;
            }
        }
    }

    // Short ids resolve through the pins.
    private static string? Edition(Case c, Statement s, Statement other) =>
        s.Requirement.Id.Edition ?? ((s.Requirement.Id.Catalog ?? other.Requirement.Id.Catalog) is { } catalog && c.Pins.TryGetValue(catalog, out var pin) ? pin.Edition : null);

    // Two statements on one requirement, part and release would leave it open which one holds.
    private static void Overlaps(Case c, List<Problem> problems)
    {
        var history = new ReleaseHistory(c.Releases);
        var versions = c.Releases.Count == 0 ? [null] : c.Releases.Select(r => (string?)r.Version).ToArray();
        foreach (var group in c.Statements.GroupBy(s => s.Requirement.Id.Item, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
        {
            var same = group.OrderBy(s => s.Place).ToList();
            for (var i = 1; i < same.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    var (a, b) = (same[j], same[i]);
                    if (a.Requirement.Id.Catalog is { } x && b.Requirement.Id.Catalog is { } y && x != y) continue;
                    if (Edition(c, a, b) is { } v && Edition(c, b, a) is { } w && v != w) continue;
                    if (a.Parts.Count > 0 && b.Parts.Count > 0 && !a.Parts.Intersect(b.Parts, StringComparer.Ordinal).Any()) continue;
                    if (!Array.Exists(versions, r => history.Covers(a.Releases, r) && history.Covers(b.Releases, r))) continue;
                    problems.Add(new Problem(b.Place, "case.two-statements", $"a second statement on {b.Requirement.Id} for the same part and release (first at {a.Place})", "merge the two, or limit each by 'parts' or 'releases'"));
                    i = same.Count;
                    break;
                }
            }
        }
    }
}
