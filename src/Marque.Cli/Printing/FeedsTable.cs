using System.Globalization;
using Marque.Advisories.Feeds;
using Marque.Cli.Live;
using Marque.Cli.Terminal;
using Marque.Outside.Feeds;
using Marque.Store;
using NodaTime;

namespace Marque.Cli.Printing;

/// <summary>Feeds for people.</summary>
internal static class FeedsTable
{
    // The rest is in the JSON output.
    private const int MostRefused = 20;

    public static void Import(Screen screen, FeedOutcome outcome)
    {
        screen.Line(new Bit(outcome.Feed.Name, Tone.Head), $"  {Count(outcome.Read)} read, {Count(outcome.Imported)} imported, {Count(outcome.Unchanged)} unchanged, {Count(outcome.RefusedCount)} refused{(outcome.Silent > 0 ? $", {Count(outcome.Silent)} without a statement on a product" : "")}");
        screen.Line($"as of {AsOfWords(outcome.Feed.AsOf)}; {Count(outcome.Feed.Records)} {(outcome.Feed.Records == 1 ? "record" : "records")} now");
        if (IsElsewhere(outcome.Feed)) screen.Line("every record in it came with another feed before, and is counted there");
        if (outcome.Ignored > 0) screen.Line($"{Count(outcome.Ignored)} {(outcome.Ignored == 1 ? "file is of no feed and was" : "files are of no feed and were")} passed over");
        if (outcome.Matched > 0) screen.Line($"{Count(outcome.Matched)} component versions of the store matched anew");
        if (outcome.Gone.Count > 0)
        {
            var more = outcome.Gone.Count > MostRefused ? $" ... and {Count(outcome.Gone.Count - MostRefused)} more; --format json has them" : "";
            screen.Paragraph("", $"{Count(outcome.Gone.Count)} {(outcome.Gone.Count == 1 ? "record is" : "records are")} no longer in the source and {(outcome.Gone.Count == 1 ? "was" : "were")} not withdrawn; kept, and told with every finding: {string.Join(", ", outcome.Gone.Take(MostRefused))}{more}");
        }

        if (outcome.Refused.Count == 0) return;
        screen.Line();
        var table = new Table(new Column("Refused", Wraps: true), new Column("Because", Wraps: true));
        foreach (var refused in outcome.Refused.Take(MostRefused)) table.Row(refused.Id, refused.Reason);
        table.Print(screen);
        if (outcome.RefusedCount > MostRefused) screen.Line(new Bit($"... and {Count(outcome.RefusedCount - MostRefused)} more; --format json has them", Tone.Dim));
    }

    public static void Sync(Screen screen, IReadOnlyList<SyncedFeed> feeds)
    {
        for (var i = 0; i < feeds.Count; i++)
        {
            if (i > 0) screen.Line();
            var feed = feeds[i];
            var came = feed.Kind switch
            {
                null => "from files",
                FetchKind.Delta => $"changed records fetched, {Size(feed.Bytes)}",
                FetchKind.Whole => $"fetched whole, {Size(feed.Bytes)}",
                _ => "unchanged since it was fetched",
            };
            if (feed.Outcome is { } outcome) Import(screen, outcome);
            else screen.Line(new Bit(feed.Feed.Name, Tone.Head), $"  as of {AsOfWords(feed.Feed.AsOf)}; {Count(feed.Feed.Records)} records");
            screen.Line(came);
        }
    }

    private static string Size(long bytes) => bytes < 10 * 1024 * 1024 ? $"{Count(bytes / 1024)} KiB" : $"{Count(bytes / 1024 / 1024)} MiB";

    public static void Status(Screen screen, IReadOnlyList<StoredFeed> feeds, Instant at)
    {
        if (feeds.Count == 0)
        {
            screen.Line("no feed is imported; 'marque feeds import FILE' imports one, 'marque feeds sync URL' fetches one");
            return;
        }

        var table = new Table(new Column("Feed"), new Column("Kind"), new Column("As of"), new Column("Age"), new Column("Records"), new Column("Imported"), new Column("Source", Wraps: true));
        foreach (var feed in feeds)
        {
            table.Row(new Bit(feed.Name, Tone.Head), feed.Kind.Word(), AsOfWords(feed.AsOf), feed.AsOf is { } asOf ? EvidenceWords.Age(asOf, at) : "", Count(feed.Records), EvidenceWords.Day(feed.ImportedAt), feed.Source);
        }

        table.Print(screen);
        if (feeds.Where(IsElsewhere).Select(f => f.Name).ToList() is { Count: > 0 } elsewhere) screen.Paragraph("", $"0 records: every record of {string.Join(", ", elsewhere)} came with another feed before, and is counted there");
        FeedAges.Warn(screen, feeds, at);
    }

    // No feed is kept of which nothing could be taken.
    private static bool IsElsewhere(StoredFeed feed) => feed is { Kind: FeedKind.Osv, Records: 0 };

    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string AsOfWords(Instant? at) => at is { } time ? EvidenceWords.Text(Instant.FromUnixTimeSeconds(time.ToUnixTimeSeconds())) : "unknown";
}
