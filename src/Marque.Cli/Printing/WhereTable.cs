using Marque.Cli.Live;
using Marque.Cli.Terminal;
using NodaTime;
using NodaTime.Text;

namespace Marque.Cli.Printing;

/// <summary>Where a vulnerability is, for people.</summary>
internal static class WhereTable
{
    public static void Print(Screen screen, Where where, Instant at, bool isCurrent)
    {
        screen.Line(new Bit(where.Asked, Tone.Head), where.Ids.Count > 0 ? $"  also {string.Join(", ", where.Ids.Where(i => i != where.Asked).Take(12))}" : "");
        if (where.Records.Count == 0) screen.Line("no advisory of the feeds goes by this id or names it; that says nothing of the releases");
        Rows(screen, where.Hits);
        var affected = Count(where.Hits);
        if (where.Records.Count > 0) screen.Line(new Bit($"{(affected == 0 ? "none matched" : $"{FeedsTable.Count(affected)} affected")} of {FeedsTable.Count(where.Releases)} releases in the store", Tone.Head));
        if (where.NotJudged.Count > 0)
        {
            screen.Line();
            screen.Line("cannot be told:");
            Rows(screen, where.NotJudged);
        }

        if (!isCurrent) screen.Line("not everything in the store is matched with these feeds yet; 'marque feeds import' or 'marque sbom import' does it");
        screen.Paragraph("", $"feeds: {FeedsTable.Ages(where.Feeds, at)}");
    }

    private static int Count(IReadOnlyList<WhereHit> hits) => hits.Where(h => h.Release is not null).DistinctBy(h => (h.Release!.Product, h.Release.Version)).Count();

    private static void Rows(Screen screen, IReadOnlyList<WhereHit> hits)
    {
        var table = new Table(new Column("Product", Wraps: true), new Column("Release"), new Column("Support"), new Column("On the market"), new Column("Component", Wraps: true), new Column("Fixed in", Wraps: true), new Column("Found by", Wraps: true));
        foreach (var hit in hits)
        {
            var release = hit.Release;
            table.Row(
                release?.Product ?? $"SBOM {hit.Sbom.Short}",
                release?.Version ?? "",
                release?.IsSupported switch { true => "supported", false => "not supported", null => "" },
                release is null ? "" : (release.FirstPlaced, release.LastPlaced) switch { (null, _) => "", ({ } first, null) => $"since {LocalDatePattern.Iso.Format(first)}", ({ } first, { } last) => $"{LocalDatePattern.Iso.Format(first)} to {LocalDatePattern.Iso.Format(last)}" },
                $"{hit.Component.Name}{(hit.Component.Version is { } version ? $"@{version}" : "")}",
                hit.Finding.Fixed.Count > 0 ? string.Join(", ", hit.Finding.Fixed.Take(3)) : hit.Finding.IsJudged ? "no fix known" : "",
                ScanTable.FoundBy(hit.Finding.Source, hit.Finding.Record, hit.Finding.Because));
        }

        table.Print(screen);
    }
}
