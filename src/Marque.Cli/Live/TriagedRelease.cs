using Marque.Advisories;
using Marque.Cases.Declared;
using Marque.Components.Purls;
using Marque.Outside;
using Marque.Text;
using Marque.Triage;

namespace Marque.Cli.Live;

/// <summary>A finding in a release, with what stands of it.</summary>
/// <param name="Found">The finding.</param>
/// <param name="Sbom">The bill of materials, as the case names it.</param>
/// <param name="Subject">What decisions are asked about.</param>
internal sealed record Triaged(ScanFinding Found, string Sbom, TriageSubject Subject)
{
    public TriageAnswer Answer => Found.Triage;

    /// <summary>Whether it is that vulnerability in that component; a component without a version is every version of it.</summary>
    public bool Is(IEnumerable<string> ids, Purl component) =>
        Subject.Ids.Intersect(ids, StringComparer.Ordinal).Any() && TriagedRelease.IsOf(component, Subject.Component);

    /// <summary>What is known of it now, in all the releases together; null: nothing is found.</summary>
    public static TriageSight? Sight(IReadOnlyCollection<Triaged> about) => about.Count == 0 ? null
        : new([.. about.SelectMany(f => f.Subject.Ranges).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], about.Any(f => f.Subject.Exploited), about.Max(f => f.Subject.Epss));
}

/// <summary>The findings of a release of a case.</summary>
/// <param name="Version">The release; null: the case has none.</param>
/// <param name="Scans">The bills of materials, scanned.</param>
/// <param name="Findings">What was found, by bill of materials, what to act on first in front.</param>
internal sealed record TriagedRelease(string? Version, IReadOnlyList<Scan> Scans, IReadOnlyList<Triaged> Findings)
{
    /// <summary>Scans the releases; each file once, whichever releases it holds for. Problems where a file cannot be read.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="triage">Its decisions.</param>
    /// <param name="versions">The releases; one null: the case has none.</param>
    /// <param name="store">The store.</param>
    /// <param name="index">Its advisories.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="work">Ends the work, and shows how far it is.</param>
    public static IReadOnlyList<TriagedRelease> Of(CaseFolder folder, CaseTriage triage, IReadOnlyList<string?> versions, Store.Store store, AdvisoryIndex index, List<Problem> problems, LongWork work)
    {
        var scanned = new Dictionary<Digest, Scan?>();
        var releases = new List<TriagedRelease>();
        foreach (var version in versions)
        {
            var (scans, findings) = (new List<Scan>(), new List<Triaged>());
            foreach (var sbom in CaseSboms.Of(folder, version, problems))
            {
                if (!scanned.TryGetValue(sbom.Sha256, out var scan))
                {
                    scan = new SbomToKeep(sbom.File, sbom.Shown, []) { Registered = sbom.Sha256 }.Read(problems, work) is { } read ? Scan.Of(store, index, read, 0, work.Cancel) : null;
                    scanned.Add(sbom.Sha256, scan);
                }

                if (scan is null) continue;
                scans.Add(scan);
                var parts = Parts(folder.Case, sbom.Series);
                foreach (var found in scan.Findings)
                {
                    var subject = CaseTriage.Subject(found, version, parts);
                    findings.Add(new Triaged(found with { Triage = triage.Decisions.Of(subject) }, sbom.Shown, subject));
                }
            }

            releases.Add(new TriagedRelease(version, scans, findings));
        }

        return releases;
    }

    /// <summary>Whether a component is the one named; without a version, whichever version it has.</summary>
    public static bool IsOf(Purl named, Purl component) =>
        named.Type == component.Type && named.Namespace == component.Namespace && named.Name == component.Name && (named.Version.Length == 0 || named.Version == component.Version);

    /// <summary>The parts that a series of bills of materials is of: those it names, else all of the product.</summary>
    public static IReadOnlyList<string> Parts(Cases.Case c, string series) => c.Series.First(s => s.Process is null && s.Id == series).Parts is { Count: > 0 } named ? named : [.. c.Product!.Parts.Select(p => p.Id)];

    /// <summary>The releases that are asked for: those named, all, or else the supported ones; problems where one is unknown.</summary>
    public static IReadOnlyList<string?> Versions(Cases.Case c, IReadOnlyList<string> named, bool all, List<Problem> problems)
    {
        foreach (var unknown in named.Where(v => c.Releases.All(r => r.Version != v))) problems.Add(new Problem(new Place("--release"), "release.unknown", $"the case has no release '{unknown}'", $"known: {string.Join(", ", c.Releases.Select(r => r.Version).Take(20))}"));
        if (named.Count > 0) return [.. named.Distinct(StringComparer.Ordinal)];
        var wanted = c.Releases.Where(r => all || (r.IsSupported ?? c.Lines.FirstOrDefault(l => l.Id == r.Line)?.IsSupported ?? true)).Select(r => r.Version).ToList();
        if (wanted.Count > 0) return wanted;
        return c.Releases.Count > 0 ? [.. c.Releases.Select(r => (string?)r.Version)] : [(string?)null];
    }
}
