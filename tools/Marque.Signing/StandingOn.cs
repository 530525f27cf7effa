using Marque.Cases;
using Marque.Facts;
using Marque.Legal;
using Marque.Text;

namespace Marque.Signing;

/// <summary>Fills <c>stoodOn</c> of each decision with today's digests.</summary>
internal static class StandingOn
{
    public static void Fill(Workspace workspace, string name, Keep keep)
    {
        var read = Refresh.CaseOf(workspace, name);
        foreach (var path in workspace.FilesOf(name).Where(p => p.StartsWith(name + "/decisions/", StringComparison.Ordinal)))
        {
            var maps = Refresh.Maps(workspace.Tree(path)).ToLookup(m => m.Place);
            var splices = new List<Splice>();
            foreach (var decision in read.Decisions.Where(d => d.Place.File == path))
            {
                var stands = Of(workspace.Law, read, decision).ToList();
                for (var i = 0; i < stands.Count; i++)
                {
                    if (!keep.Has(path, $"stoodOn {stands[i].Name}")) continue;
                    var old = decision.StoodOn.FirstOrDefault(s => s.Name == stands[i].Name);
                    if (old.Name is not null) stands[i] = old;
                }

                // A series that was added to the statement or the decision's file later is not smuggled under its signature.
                if (stands.SequenceEqual(decision.StoodOn)) continue;
                splices.Add(Splice.Set(workspace.Text(path)!, maps[decision.Place].First(), "stoodOn", "", [.. stands.Select(s => $"{s.Name}: v1:{s.Digest}")], before: "by"));
            }

            workspace.Edit(path, splices);
        }
    }

    private static IEnumerable<(string Name, Digest Digest)> Of(LegalSet law, Case c, Decision d)
    {
        switch (d.Subject.Id.ToString())
        {
            case "risk-assessment":
                yield return ("risk-assessment", c.Risk!.Digest);
                yield break;
            case "classification":
                yield return ("classification", c.Product!.Classification!.Digest);
                yield break;
            case var bridge when d.Subject.Id.Catalog == "bridge":
                foreach (var a in Suffixed("adoption", [.. c.Adoptions.Where(a => $"bridge:{a.Bridge}" == bridge).Select(a => (string.Join('+', a.Points.Select(p => p.Id.Item)), a.Digest))])) yield return a;
                yield break;
        }

        var (catalog, digest) = Requirement(law, c, d.Subject.Id);
        yield return ("requirement", digest);
        if (d.Judgement == Judgement.Rebuts) yield break;
        if (d.Judgement == Judgement.NotApplicable)
        {
            var entries = (c.Risk?.Applicability ?? []).Where(a => !a.Applies && Same(a.Requirement.Id, d.Subject.Id) && Meet(a.Parts, d.Parts)).ToList();
            foreach (var a in Suffixed("applicability", [.. entries.Select(a => (string.Join('+', a.Parts), a.Digest))])) yield return a;
            foreach (var risk in entries.SelectMany(a => a.Risks.Select(r => r.Risk)).Distinct(StringComparer.Ordinal)) yield return ($"risk:{risk}", c.Risk!.Risks.First(r => r.Id == risk).Digest);
            yield break;
        }

        // A process case's people decide on what it says itself; a product decides on both.
        var statements = c.Statements.Where(s => Same(s.Requirement.Id, d.Subject.Id) && Meet(s.Parts, d.Parts) && MeetIn(c, s.Releases, d.Releases)).ToList();
        foreach (var s in Suffixed("statement", [.. statements.Select(s => (string.Join('+', s.Parts), s.Digest))])) yield return s;
        foreach (var pair in Pairs(law, c, catalog, d.Subject.Id.Item)) yield return pair;
        foreach (var id in d.Facts.Select(f => f.Series).Distinct(StringComparer.Ordinal)) yield return ($"series:{id}", c.Series.First(s => s.Id == id).Digest);
        foreach (var id in d.Facts.Select(f => f.Series).Distinct(StringComparer.Ordinal))
        {
            // A document binds by its bytes: the newest that the person can have seen.
            var series = c.Series.First(s => s.Id == id);
            if (series.Kind is { } kind && kind.Recurs()) continue;
            if (series.Facts.Where(f => f.ReceivedAt < BrusselsDay.EndOf(d.On)).MaxBy(f => f.ObservedAt) is { } fact) yield return ($"fact:{id}", fact.Sha256);
        }

        foreach (var process in statements.Select(s => s.Process).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (c.Uses.FirstOrDefault(u => u.Id == process) is { } use && d.Process is null) yield return ($"process:{process}", use.Digest);
        }
    }

    private static (string Catalog, Digest Digest) Requirement(LegalSet law, Case c, RequirementId id)
    {
        var known = law.Points.Select(p => (Catalog: "cra", p.Id, p.Digest))
            .Concat(law.Obligations.Select(o => (Catalog: "cra", o.Id, o.Digest)))
            .Concat(law.Remainder.Select(r => (Catalog: "remainder", r.Id, r.Digest)))
            .Concat(law.Catalogs.Where(x => !c.Pins.TryGetValue(x.Id, out var pin) || pin.Edition == x.Edition).SelectMany(x => x.Items.Select(i => (Catalog: x.Id, i.Id, i.Digest))))
            .Concat(c.Catalogs.SelectMany(x => x.Items.Select(i => (Catalog: x.Id, i.Id, i.Digest))));
        var found = known.FirstOrDefault(k => k.Id == id.Item && (id.Catalog is null || id.Catalog == k.Catalog));
        return found.Id is not null ? (found.Catalog, found.Digest) : throw new InvalidDataException($"there is no requirement {id}");
    }

    // In a process case, whose users are not known, the bridges of the legal set.
    private static IEnumerable<(string, Digest)> Pairs(LegalSet law, Case c, string catalog, string item)
    {
        foreach (var bridge in law.Bridges.Concat(c.Bridges))
        {
            foreach (var point in bridge.Points.Where(p => c.Product is null || c.Adoptions.Any(a => a.Bridge == bridge.Id && (a.Points.Count == 0 || a.Points.Any(x => x.Id.Item == p.Point)))))
            {
                foreach (var pair in point.Pairs.Where(p => p.Item == item && (p.Catalog.Length == 0 || p.Catalog == catalog))) yield return ($"pair:{point.Point}", pair.Digest);
            }
        }
    }

    private static IEnumerable<(string, Digest)> Suffixed(string name, List<(string Suffix, Digest Digest)> entries) =>
        entries.Count == 1 ? [(name, entries[0].Digest)] : entries.Select(e => ($"{name}:{(e.Suffix.Length == 0 ? "all" : e.Suffix)}", e.Digest));

    private static bool Same(RequirementId a, RequirementId b) => a.Item == b.Item && (a.Catalog is null || b.Catalog is null || a.Catalog == b.Catalog);

    private static bool Meet(IReadOnlyList<string> a, IReadOnlyList<string> b) => a.Count == 0 || b.Count == 0 || a.Intersect(b, StringComparer.Ordinal).Any();

    private static bool MeetIn(Case c, ReleaseRange a, ReleaseRange b)
    {
        var history = new ReleaseHistory(c.Releases);
        return c.Releases.Count == 0 || c.Releases.Any(r => history.Covers(a, r.Version) && history.Covers(b, r.Version));
    }
}
