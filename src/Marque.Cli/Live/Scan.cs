using Marque.Advisories.Feeds;
using Marque.Advisories;
using Marque.Components;
using Marque.Components.Purls;
using Marque.Outside;
using Marque.Store;
using Marque.Triage;

namespace Marque.Cli.Live;

/// <summary>A finding of a scan: a vulnerability of one component, with what is known of its exploitation.</summary>
/// <param name="Component">The component as the bill of materials names it.</param>
/// <param name="Purl">What it was matched by.</param>
/// <param name="Finding">The vulnerability.</param>
/// <param name="Exploitation">What is known of its exploitation.</param>
/// <param name="Package">The package it was looked up as, <c>ecosystem name</c>.</param>
/// <param name="Statements">What suppliers state of it.</param>
internal sealed record ScanFinding(Component Component, Purl Purl, string Package, Finding Finding, Exploitation Exploitation, IReadOnlyList<StatedStatus> Statements)
{
    /// <summary>By what it was found, as the records say it now.</summary>
    public IReadOnlyList<Hit> Hits { get; init; } = Finding.Hits;

    /// <summary>What stands of it in the case that is scanned.</summary>
    public TriageAnswer Triage { get; init; } = TriageAnswer.None;

    /// <summary>The place of its severity: 0 is critical. What nobody rated stands below what is rated low, and above none.</summary>
    public int Rank => SeverityLevel.Critical - Finding.Rating.Level;
}

/// <summary>A bill of materials against the advisories of the store.</summary>
/// <param name="Sbom">The bill of materials.</param>
/// <param name="Findings">What was found, what to act on first in front.</param>
/// <param name="Groups">The same by package and version, each with what to upgrade to.</param>
/// <param name="Unmatched">Components that could not be matched.</param>
/// <param name="NotJudged">Records that concern a component and could not be judged.</param>
/// <param name="Components">How many components were looked at.</param>
/// <param name="Feeds">The feeds, as they are.</param>
internal sealed record Scan(ReadSbom Sbom, IReadOnlyList<ScanFinding> Findings, IReadOnlyList<ScanGroup> Groups, IReadOnlyList<SoughtComponent> Unmatched, IReadOnlyList<(SoughtComponent Component, NotJudged Record)> NotJudged, int Components, IReadOnlyList<StoredFeed> Feeds)
{
    /// <summary>The findings that nobody settled.</summary>
    public IEnumerable<ScanFinding> Open => Findings.Where(f => !f.Triage.IsSettled);

    /// <summary>Matches.</summary>
    /// <param name="store">The store.</param>
    /// <param name="index">Its advisories.</param>
    /// <param name="sbom">The bill of materials.</param>
    /// <param name="most">Of so many packages, from the first, an upgrade is sought at once.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <param name="triage">What stands of a finding; null: there is no case that says.</param>
    public static Scan Of(Store.Store store, AdvisoryIndex index, ReadSbom sbom, int most, CancellationToken cancel, Func<ScanFinding, TriageAnswer>? triage = null)
    {
        var matched = Match.Sbom(index, sbom.Sbom, Environment.ProcessorCount, cancel);
        var (findings, unmatched) = (new List<ScanFinding>(), new List<SoughtComponent>());
        var notJudged = new List<(SoughtComponent, NotJudged)>();
        var known = new Dictionary<string, Exploitation>(StringComparer.Ordinal);
        var feeds = store.Feeds();
        var gone = store.Gone();
        var hasStatements = feeds.Any(f => f.Kind is FeedKind.Csaf or FeedKind.OpenVex);
        var named = hasStatements ? new NamedPackages(Purls(sbom.Sbom.Subjects), Purls(sbom.Sbom.Components)) : NamedPackages.None;
        var hasExploits = feeds.Any(f => f.Kind is FeedKind.Kev or FeedKind.Epss or FeedKind.Euvd);
        foreach (var (component, match) in matched.Told)
        {
            if (component.Unmatched is not null) unmatched.Add(component);
            else if (match!.Unmatched.Length > 0) unmatched.Add(component with { Unmatched = UnmatchedReason.NoEcosystem, Because = match.Unmatched });
            if (match is null) continue;
            foreach (var record in match.NotJudged) notJudged.Add((component, gone.Count == 0 ? record : record with { Reason = gone.Because(record.Record, record.Source, record.Reason) }));
            foreach (var finding in match.Findings)
            {
                if (!known.TryGetValue(finding.Vulnerability, out var exploitation)) known.Add(finding.Vulnerability, exploitation = store.ExploitationOf(hasExploits ? finding.Ids : []));
                findings.Add(new ScanFinding(component.Component, match.Purl, match.Package, gone.Count == 0 ? finding : finding with { Hits = [.. finding.Hits.Select(h => h with { Because = gone.Because(h.Record, h.Source, h.Because) })] }, exploitation, hasStatements ? store.StatementsOf(finding.Ids, match.Purl, named) : []) { Hits = finding.Hits });
            }
        }

        var ordered = Ordered(triage is null ? findings : findings.ConvertAll(f => f with { Triage = triage(f) }));
        return new Scan(sbom, ordered, ScanGroup.Of(index, triage is null ? ordered : ordered.FindAll(f => !f.Triage.IsSettled), most, cancel), unmatched, notJudged, matched.Components, feeds);
    }

    // Whatever its type: a product is mostly of one that no advisory names.
    private static IEnumerable<Purl> Purls(IEnumerable<Component> components)
    {
        foreach (var component in components)
        {
            if (component.HasPurl && Purl.Read(component.Purl).Purl is { } purl) yield return purl;
        }
    }

    // What is exploited first; then as severe as it is rated, and as likely to be exploited; what a fix is there for before what has none.
    private static List<ScanFinding> Ordered(List<ScanFinding> findings) =>
    [
        .. findings
            .OrderByDescending(f => f.Exploitation.IsExploited)
            .ThenBy(f => f.Rank)
            .ThenByDescending(f => f.Exploitation.Epss ?? -1)
            .ThenByDescending(f => f.Finding.Rating.Score ?? -1)
            .ThenByDescending(f => f.Finding.Fixed.Count > 0)
            .ThenBy(f => f.Purl.ToString(), StringComparer.Ordinal)
            .ThenBy(f => f.Finding.Vulnerability, StringComparer.Ordinal)
            .ThenBy(f => f.Component.Index),
    ];
}
