using Marque.Advisories;
using Marque.Store;

namespace Marque.Cli.Live;

/// <summary>A component version in a release that a vulnerability hits, or may hit.</summary>
/// <param name="Release">The release; null: the bill of materials belongs to none.</param>
/// <param name="Sbom">The bill of materials.</param>
/// <param name="Component">The component.</param>
/// <param name="Finding">What was found of it.</param>
internal sealed record WhereHit(StoredRelease? Release, Text.Digest Sbom, StoredComponent Component, StoredFinding Finding);

/// <summary>Where a vulnerability is.</summary>
/// <param name="Asked">The id that was asked for.</param>
/// <param name="Ids">Every id of it.</param>
/// <param name="Records">The records that speak of it, with their feed.</param>
/// <param name="Hits">Where it hits.</param>
/// <param name="NotJudged">Where it cannot be told.</param>
/// <param name="Releases">How many releases the store knows.</param>
/// <param name="Feeds">The feeds.</param>
/// <param name="Summary">One line about it; empty when no record has one.</param>
/// <param name="Exploitation">What is known of its exploitation.</param>
internal sealed record Where(string Asked, IReadOnlyList<string> Ids, IReadOnlyList<(string Record, string Source)> Records, IReadOnlyList<WhereHit> Hits, IReadOnlyList<WhereHit> NotJudged, int Releases, IReadOnlyList<StoredFeed> Feeds, string Summary, Exploitation Exploitation)
{
    // A record may name many ids; a chain of them is followed so far.
    private const int MostIds = 1000;

    /// <summary>Looks it up.</summary>
    public static Where Of(Store.Store store, AdvisoryIndex index, string asked)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal) { asked };
        var records = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>([asked]);
        var summary = "";
        while (open.TryDequeue(out var id))
        {
            // What a distributor publishes about a vulnerability concerns it; what else that publication is about does not.
            foreach (var at in index.ById(id, upstream: true))
            {
                if (index.Advisory(at) is not { } advisory) continue;
                records[advisory.Id] = index.Source(at);
                if (!advisory.Aliases.Append(advisory.Id).Contains(id, StringComparer.Ordinal)) continue;
                if (summary.Length == 0) summary = advisory.Summary;
                foreach (var other in advisory.Aliases.Append(advisory.Id))
                {
                    if (ids.Count < MostIds && ids.Add(other)) open.Enqueue(other);
                }
            }
        }

        var findings = store.FindingsOf(records.Keys);
        var components = new Dictionary<int, StoredComponent?>();
        var places = store.PlacesOf([.. findings.Select(f => f.Component).Distinct()]).ToLookup(p => p.Component);
        var hits = new List<WhereHit>();
        var gone = store.Gone();
        foreach (var found in findings)
        {
            var finding = gone.Count == 0 ? found : found with { Because = gone.Because(found.Record, found.Source, found.Because) };
            if (!components.TryGetValue(finding.Component, out var component)) components.Add(finding.Component, component = store.ComponentWith(finding.Component));
            if (component is null) continue;
            hits.AddRange(places[finding.Component].Select(p => new WhereHit(p.Release, p.Sbom, component, finding)));
        }

        List<WhereHit> ordered = [.. hits.OrderBy(h => h.Release is null).ThenBy(h => h.Release?.Product, StringComparer.Ordinal).ThenByDescending(h => h.Release?.IsSupported ?? true).ThenBy(h => h.Release?.Version, StringComparer.Ordinal).ThenBy(h => h.Component.Key, StringComparer.Ordinal).ThenBy(h => h.Finding.Record, StringComparer.Ordinal)];
        ids.Remove(asked);
        return new Where(asked, [.. ids], [.. records.Select(r => (r.Key, r.Value))], ordered.FindAll(h => h.Finding.IsJudged), ordered.FindAll(h => !h.Finding.IsJudged), store.Releases().Count, store.Feeds(), summary, store.ExploitationOf([asked, .. ids]));
    }
}
