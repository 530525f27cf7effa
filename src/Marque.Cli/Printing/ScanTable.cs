using Marque.Components;
using System.Globalization;
using Marque.Cli.Live;
using Marque.Cli.Terminal;
using NodaTime;

namespace Marque.Cli.Printing;

/// <summary>A scan for people: what to act on first stands first.</summary>
internal static class ScanTable
{
    private const int MostNotJudged = 10;

    public static void Print(Screen screen, Scan scan, Instant at, int limit, bool isOneOfSeveral)
    {
        if (isOneOfSeveral) screen.Line(new Bit(scan.Sbom.Shown, Tone.Head), $"  sha256 {scan.Sbom.Sha256.Short}");
        // One package may stand many times in a file: one line for all of them.
        var packages = scan.Findings.GroupBy(f => (f.Purl, f.Finding.Vulnerability)).Select(g => (Finding: g.First(), Times: g.Count())).ToList();
        var shown = packages.Take(limit).ToList();
        var table = new Table(new Column("Severity"), new Column("EPSS"), new Column("Vulnerability", Wraps: true), new Column("Component", Wraps: true), new Column("Fixed in", Wraps: true), new Column("Found by", Wraps: true));
        foreach (var (finding, times) in shown) Row(table, finding, times);
        table.Print(screen);
        if (shown.Count < packages.Count) screen.Line(new Bit($"... and {FeedsTable.Count(packages.Count - shown.Count)} more; --all shows them", Tone.Dim));
        if (shown.Count > 0) screen.Line();
        foreach (var stated in shown.Select(s => s.Finding).Where(f => f.Statements.Count > 0))
        {
            foreach (var statement in stated.Statements) screen.Paragraph("", $"{stated.Finding.Vulnerability} in {stated.Purl}: {statement.Supplier} states {statement.Status.Replace('_', ' ')}: {statement.Because}");
        }

        if (scan.NotJudged.Count > 0)
        {
            screen.Line($"{FeedsTable.Count(scan.NotJudged.Count)} could not be judged:");
            foreach (var (component, record) in scan.NotJudged.Take(MostNotJudged)) screen.Paragraph("  ", $"{record.Record} on {component.Component}: {record.Reason}");
            if (scan.NotJudged.Count > MostNotJudged) screen.Line(new Bit($"  ... and {FeedsTable.Count(scan.NotJudged.Count - MostNotJudged)} more; --format json has them", Tone.Dim));
        }

        Bottom(screen, scan, at);
    }

    // What was found, what was not looked at, and how old the feeds are: never that there is nothing.
    private static void Bottom(Screen screen, Scan scan, Instant at)
    {
        if (scan.Components == 0) screen.Line("the bill of materials lists no component: nothing was looked at");
        var found = scan.Findings.Count == 0 ? $"none matched of {Components(scan.Components)}" : $"{FeedsTable.Count(scan.Findings.Count)} {(scan.Findings.Count == 1 ? "finding" : "findings")} in {FeedsTable.Count(scan.Findings.Select(f => f.Purl).Distinct().Count())} of {Components(scan.Components)}";
        var exploited = scan.Findings.Count(f => f.Exploitation.IsExploited);
        screen.Line(new Bit($"{found}{(exploited > 0 ? $", {FeedsTable.Count(exploited)} exploited" : "")}; {Components(scan.Unmatched.Count)} unmatched{(scan.Unmatched.Count > 0 ? ":" : "")}", Tone.Head));
        SbomImportTable.Groups(screen, scan.Unmatched.GroupBy(u => u.Unmatched!.Value.Words(), StringComparer.Ordinal), u => u.Component.ToString());
        screen.Paragraph("", $"feeds: {FeedsTable.Ages(scan.Feeds, at)}");
    }

    private static string Components(int count) => $"{FeedsTable.Count(count)} {(count == 1 ? "component" : "components")}";

    private static void Row(Table table, ScanFinding finding, int times)
    {
        var f = finding.Finding;
        var score = f.Rating.Score is { } cvss ? $" {cvss.ToString("0.0", CultureInfo.InvariantCulture)}" : "";
        var isExploited = finding.Exploitation.IsExploited;
        table.Row(
            new Bit($"{(isExploited ? "exploited, " : "")}{f.Rating.Level}{score}", isExploited || finding.Rank == 0 ? Tone.Bad : finding.Rank == 1 ? Tone.Fair : Tone.Plain),
            finding.Exploitation.Epss is { } epss ? epss.ToString("0.0 %", CultureInfo.InvariantCulture) : "",
            string.Join(", ", new[] { f.Vulnerability }.Concat(f.Aliases.Where(a => a.StartsWith("CVE-", StringComparison.Ordinal))).Concat(finding.Exploitation.Euvd).Distinct(StringComparer.Ordinal)),
            $"{finding.Component}{(times > 1 ? $" ({FeedsTable.Count(times)} times)" : "")}",
            f.Fixed.Count > 0 ? string.Join(", ", f.Fixed.Take(3)) : "no fix known",
            string.Join("; ", f.Hits.Select(h => FoundBy(h.Source, h.Record == f.Vulnerability ? "" : h.Record, h.Because)).Distinct(StringComparer.Ordinal).Take(3)));
    }

    /// <summary>The feed, the record and what of it hit; the kind of range is left to the JSON output.</summary>
    public static string FoundBy(string source, string record, string because)
    {
        var colon = because.IndexOf(": ", StringComparison.Ordinal);
        var hit = colon > 0 && because.AsSpan(0, colon) is "SEMVER" or "ECOSYSTEM" ? because[(colon + 2)..] : because;
        return record.Length == 0 ? $"{source}: {hit}" : $"{source} {record}: {hit}";
    }
}
