using System.Globalization;
using Marque.Advisories.Suppliers;
using Marque.Advisories;
using Marque.Cli.Live;
using Marque.Cli.Terminal;
using Marque.Components;
using Marque.Triage;
using Marque.Versions;
using NodaTime;

namespace Marque.Cli.Printing;

/// <summary>A scan for people: what to act on first stands first, by what has to be upgraded.</summary>
internal static class ScanTable
{
    private const int MostNotJudged = 10;
    private const int MostNamed = 3;

    // Below it, how a finding was found takes a line of its own.
    private const int Wide = 96;

    public static void Print(Screen screen, IReadOnlyList<Scan> scans, Instant at, int limit)
    {
        foreach (var scan in scans) One(screen, scan, limit, scans.Count > 1);
        // All look at the same store.
        if (scans.Count > 0) FeedAges.Print(screen, scans[0].Feeds, at);
    }

    private static void One(Screen screen, Scan scan, int limit, bool isOneOfSeveral)
    {
        if (isOneOfSeveral) screen.Line(new Bit(scan.Sbom.Shown, Tone.Head), $"  sha256 {scan.Sbom.Sha256.Short}");
        var shown = Shown(scan.Groups, limit);
        var isWide = screen.Width >= Wide;
        var columns = new List<Column> { new("Severity", Wraps: true, Least: "critical 10.0".Length), new("EPSS"), new("Vulnerability", Wraps: true), new("Fixed in", Wraps: true) };
        if (isWide) columns.Add(new("Found by", Wraps: true));
        var table = new Table([.. columns]);
        foreach (var (group, findings) in shown)
        {
            table.Heading(Head(group));
            foreach (var finding in findings) Row(table, finding, isWide);
        }

        table.Print(screen);
        var left = scan.Groups.Sum(g => g.Findings.Count) - shown.Sum(s => s.Findings.Count);
        if (left > 0) screen.Line(new Bit($"... and {FeedsTable.Count(left)} more; --all shows them", Tone.Dim));
        if (shown.Count > 0) screen.Line();
        Statements(screen, shown.SelectMany(s => s.Findings));
        Settled(screen, scan);
        NotJudged(screen, scan);
        Bottom(screen, scan, limit == int.MaxValue);
        if (isOneOfSeveral) screen.Line();
    }

    private static List<(ScanGroup Group, IReadOnlyList<ScanFinding> Findings)> Shown(IReadOnlyList<ScanGroup> groups, int limit)
    {
        var shown = new List<(ScanGroup, IReadOnlyList<ScanFinding>)>();
        foreach (var group in groups)
        {
            if (limit <= 0) break;
            shown.Add((group, [.. group.Findings.Take(limit)]));
            limit -= group.Findings.Count;
        }

        return shown;
    }

    private static Bit[] Head(ScanGroup group)
    {
        var names = group.Components.GroupBy(c => c.ToString(), StringComparer.Ordinal).Select(g => g.Count() > 1 ? $"{g.Key} ({FeedsTable.Count(g.Count())} times)" : g.Key).ToList();
        // Many components of one package go by its name.
        var name = names.Count == 1 ? names[0] : $"{group.Package[(group.Package.IndexOf(' ', StringComparison.Ordinal) + 1)..]}@{group.Purl.Version}";
        var of = names.Count == 1 ? "" : $" (as {string.Join(", ", names.Take(MostNamed))}{(names.Count > MostNamed ? $" and {FeedsTable.Count(names.Count - MostNamed)} more" : "")})";
        return [new Bit(name, Tone.Head), new Bit($": {Words(group)}"), new Bit(of, Tone.Dim)];
    }

    /// <summary>What to upgrade to, and what that does.</summary>
    public static string Words(ScanGroup group)
    {
        var upgrade = group.Upgrade;
        if (upgrade.To is null) return "no fix known";
        var (all, left) = (group.Findings.Count, upgrade.Remaining.Count);
        var fixes = left == 0 ? all == 1 ? "" : $" fixes all {FeedsTable.Count(all)}" : $" fixes {FeedsTable.Count(all - left)} of {FeedsTable.Count(all)}, not {Named([.. upgrade.Remaining.Select(f => f.Vulnerability)])}";
        var others = upgrade.Others.Count == 0 ? "" : $"; but {Named(upgrade.Others)} {(upgrade.Others.Count == 1 ? "hits" : "hit")} that version";
        return $"upgrade to {upgrade.To}{(fixes.Length > 0 ? ", which" : "")}{fixes}{others}";
    }

    private static string Named(IReadOnlyList<string> ids) => $"{string.Join(", ", ids.Take(MostNamed))}{(ids.Count > MostNamed ? $" and {FeedsTable.Count(ids.Count - MostNamed)} more" : "")}";

    private static void Row(Table table, ScanFinding finding, bool isWide)
    {
        var f = finding.Finding;
        var score = f.Rating.Score is { } cvss ? $" {cvss.ToString("0.0", CultureInfo.InvariantCulture)}" : "";
        var isExploited = finding.Exploitation.IsExploited;
        var found = FoundBy(f);
        Bit[] cells =
        [
            new Bit($"{(isExploited ? "exploited, " : "")}{Level(f.Rating.Level)}{score}", isExploited || finding.Rank == 0 ? Tone.Bad : finding.Rank == 1 ? Tone.Fair : Tone.Plain),
            finding.Exploitation.Epss is { } epss ? epss.ToString("0.0 %", CultureInfo.InvariantCulture) : "",
            string.Join(", ", new[] { f.Vulnerability }.Concat(f.Aliases.Where(a => a.StartsWith("CVE-", StringComparison.Ordinal))).Concat(finding.Exploitation.Euvd).Distinct(StringComparer.Ordinal)),
            FixedIn(f),
        ];
        if (isWide) table.Row([.. cells, found]);
        else
        {
            table.Row(cells);
            table.Note(new Bit(found, Tone.Dim));
        }
    }

    // A fix in an older line does not help who is above it; commits are in no order.
    private static string FixedIn(Finding f) => f switch
    {
        { Fixed.Count: 0 } => "no fix known",
        { FixedAbove: > 0 } => string.Join(", ", f.Fixed.Take(Math.Min(f.FixedAbove, MostNamed))),
        { Scheme: VersionScheme.Unknown } => string.Join(", ", f.Fixed.Take(MostNamed)),
        _ => $"none above; below: {string.Join(", ", f.Fixed.Take(MostNamed))}",
    };

    // The feeds and records that say the same of the component say it once.
    private static string FoundBy(Finding finding) =>
        string.Join("; ", finding.Hits.GroupBy(h => Plain(h.Because), StringComparer.Ordinal).Take(MostNamed).Select(g => $"{string.Join(", ", g.Select(h => h.Record == finding.Vulnerability ? h.Source : $"{h.Source} {h.Record}").Distinct(StringComparer.Ordinal))}: {g.Key}"));

    /// <summary>What hit; the kind of range is left to the JSON output.</summary>
    public static string Plain(string because)
    {
        var colon = because.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && because.AsSpan(0, colon) is "SEMVER" or "ECOSYSTEM" ? because[(colon + 2)..] : because;
    }

    private static string Level(SeverityLevel level) => level == SeverityLevel.Unknown ? "not rated" : level.Word();

    private static void Statements(Screen screen, IEnumerable<ScanFinding> shown)
    {
        foreach (var stated in shown)
        {
            foreach (var statement in stated.Statements) screen.Paragraph("", $"{stated.Finding.Vulnerability} in {stated.Purl}: {statement.Supplier} states {statement.Status.Word().Replace('_', ' ')}: {statement.Because}");
        }
    }

    // What is settled is not to be acted on; that it is there is said.
    private static void Settled(Screen screen, Scan scan)
    {
        var settled = scan.Findings.Where(f => f.Triage.IsSettled).ToList();
        var reopened = scan.Findings.Where(f => f.Triage.State is TriageState.Reopened or TriageState.Expired).ToList();
        if (settled.Count > 0) screen.Paragraph("", $"{FeedsTable.Count(settled.Count)} settled by triage decisions ({string.Join(", ", settled.GroupBy(f => f.Triage.Decision!.Status).OrderBy(g => g.Key).Select(g => $"{FeedsTable.Count(g.Count())} {TriageTable.Words(g.Key)}"))}); marque triage list shows them");
        foreach (var finding in reopened.Take(MostNotJudged)) screen.Paragraph("", new Bit($"to be decided anew: {finding.Finding.Vulnerability} in {finding.Purl}: {string.Join("; ", finding.Triage.Reasons.Select(r => r.Text))}", Tone.Fair));
        if (reopened.Count > MostNotJudged) screen.Line(new Bit($"... and {FeedsTable.Count(reopened.Count - MostNotJudged)} more to be decided anew; marque triage list shows them", Tone.Dim));
    }

    private static void NotJudged(Screen screen, Scan scan)
    {
        if (scan.NotJudged.Count == 0) return;
        screen.Line($"{FeedsTable.Count(scan.NotJudged.Count)} could not be judged:");
        var alike = scan.NotJudged.GroupBy(n => (n.Component.Component.ToString(), n.Record.Reason)).ToList();
        foreach (var one in alike.Take(MostNotJudged)) screen.Paragraph("  ", $"{Named([.. one.Select(n => n.Record.Record).Distinct(StringComparer.Ordinal)])} on {one.Key.Item1}: {one.Key.Reason}");
        if (alike.Count > MostNotJudged) screen.Line(new Bit($"  ... and {FeedsTable.Count(alike.Skip(MostNotJudged).Sum(g => g.Count()))} more; --format json has them", Tone.Dim));
    }

    // What was found, what was not looked at, and how old the feeds are: never that there is nothing.
    private static void Bottom(Screen screen, Scan scan, bool isAll)
    {
        if (scan.Components == 0) screen.Line("the bill of materials lists no component: nothing was looked at");
        var found = scan.Findings.Count == 0 ? $"none matched of {Components(scan.Components)}" : $"{FeedsTable.Count(scan.Findings.Count)} {(scan.Findings.Count == 1 ? "finding" : "findings")} in {FeedsTable.Count(scan.Findings.Select(f => f.Component.Index).Distinct().Count())} of {Components(scan.Components)}{BySeverity(scan)}";
        screen.Paragraph("", new Bit($"{found}; {Components(scan.Unmatched.Count)} unmatched{(scan.Unmatched.Count > 0 ? ":" : "")}", Tone.Head));
        var unmatched = scan.Unmatched.GroupBy(u => u.Unmatched!.Value.Words(), StringComparer.Ordinal).ToList();
        SbomImportTable.Groups(screen, unmatched, u => u.Component.ToString(), isAll ? int.MaxValue : MostNamed);
        if (!isAll && unmatched.Exists(g => g.Count() > MostNamed)) screen.Line(new Bit("    --all names every one", Tone.Dim));
    }

    private static string BySeverity(Scan scan)
    {
        var exploited = scan.Findings.Count(f => f.Exploitation.IsExploited);
        var counts = scan.Findings.GroupBy(f => f.Finding.Rating.Level).OrderByDescending(g => g.Key).Select(g => $"{FeedsTable.Count(g.Count())} {Level(g.Key)}");
        return $": {(exploited > 0 ? $"{FeedsTable.Count(exploited)} exploited; " : "")}{string.Join(", ", counts)}";
    }

    private static string Components(int count) => $"{FeedsTable.Count(count)} {(count == 1 ? "component" : "components")}";
}
