using System.Globalization;
using Marque.Cli.Live;
using Marque.Cli.Terminal;
using NodaTime;
using NodaTime.Text;

namespace Marque.Cli.Printing;

/// <summary>Where a vulnerability is, for people.</summary>
internal static class WhereTable
{
    private const int MostIds = 12;
    private const int MostOfEach = 3;

    public static void Print(Screen screen, Where where, Instant at, bool isCurrent)
    {
        List<string> others = [.. where.Ids.Where(i => i != where.Asked)];
        screen.Flow("", "  ", new Bit(where.Asked, Tone.Head), new Bit(where.Summary.Length > 0 ? $": {where.Summary}" : ""));
        if (others.Count > 0) screen.Paragraph("  ", $"also {string.Join(", ", others.Take(MostIds))}{(others.Count > MostIds ? $" and {FeedsTable.Count(others.Count - MostIds)} more" : "")}");
        Exploited(screen, where);
        screen.Line();
        if (where.Records.Count == 0) screen.Line("no advisory of the feeds goes by this id or names it; that says nothing of the releases");
        Rows(screen, where.Hits, isJudged: true);
        if (where.Hits.Count > 0) screen.Line();
        if (where.Records.Count > 0) screen.Line(new Bit(Found(where), Tone.Head));
        if (where.NotJudged.Count > 0)
        {
            screen.Line();
            screen.Line("cannot be told:");
            Rows(screen, where.NotJudged, isJudged: false);
            screen.Line();
        }

        if (!isCurrent) screen.Paragraph("", new Bit("not everything in the store is matched with these feeds yet; 'marque feeds import' or 'marque sbom import' does it", Tone.Fair));
        FeedAges.Print(screen, where.Feeds, at);
    }

    private static void Exploited(Screen screen, Where where)
    {
        var known = where.Exploitation;
        var since = known.Kev?.Added ?? (known.ExploitedSince is { } day ? EvidenceWords.Day(day) : "");
        if (known.IsExploited) screen.Paragraph("  ", new Bit($"exploited, known since {since}{(known.Kev is { Ransomware: true } ? ", in ransomware campaigns" : "")}", Tone.Bad));
        if (known.Epss is { } epss) screen.Line($"  EPSS {epss.ToString("0.0 %", CultureInfo.InvariantCulture)}");
    }

    private static string Found(Where where)
    {
        var releases = where.Hits.Where(h => h.Release is not null).DistinctBy(h => (h.Release!.Product, h.Release.Version)).Count();
        var loose = where.Hits.Where(h => h.Release is null).DistinctBy(h => h.Sbom).Count();
        var of = $"of {FeedsTable.Count(where.Releases)} {(where.Releases == 1 ? "release" : "releases")} in the store";
        return $"{(releases == 0 ? "none matched" : $"{FeedsTable.Count(releases)} affected")} {of}{(loose > 0 ? $"; {FeedsTable.Count(loose)} {(loose == 1 ? "bill" : "bills")} of materials of no release affected" : "")}";
    }

    // Several records about one component of one release are one row.
    private static void Rows(Screen screen, IReadOnlyList<WhereHit> hits, bool isJudged)
    {
        var table = new Table(new Column("Product", Wraps: true), new Column("Release", Wraps: true), new Column("Support"), new Column("On the market", Wraps: true), new Column("Component", Wraps: true), new Column(isJudged ? "Fixed in" : "", Wraps: true), new Column(isJudged ? "Found by" : "Because", Wraps: true));
        foreach (var row in hits.GroupBy(h => (h.Release?.Product, h.Release?.Version, h.Sbom, h.Component.Key)))
        {
            var (first, release) = (row.First(), row.First().Release);
            List<string> versions = [.. row.SelectMany(h => h.Finding.Fixed).Distinct(StringComparer.Ordinal)];
            table.Row(
                release?.Product ?? $"SBOM {first.Sbom.Short}",
                release?.Version ?? "",
                release?.IsSupported switch { true => "supported", false => "not supported", null => "" },
                release is null ? "" : Market(release.FirstPlaced, release.LastPlaced),
                $"{first.Component.Name}{(first.Component.Version is { } version ? $"@{version}" : "")}",
                versions.Count > 0 ? string.Join(", ", versions.Take(MostOfEach)) : isJudged ? "no fix known" : "",
                string.Join("; ", row.GroupBy(h => ScanTable.Plain(h.Finding.Because), StringComparer.Ordinal).Take(MostOfEach).Select(g => $"{string.Join(", ", g.Select(h => $"{h.Finding.Source} {h.Finding.Record}"))}: {g.Key}")));
        }

        table.Print(screen);
    }

    private static string Market(LocalDate? first, LocalDate? last) => (first, last) switch
    {
        (null, _) => "",
        ({ } day, null) => $"since {LocalDatePattern.Iso.Format(day)}",
        ({ } day, { } end) => $"{LocalDatePattern.Iso.Format(day)} to {LocalDatePattern.Iso.Format(end)}",
    };
}
