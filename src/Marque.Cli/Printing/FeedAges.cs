using Marque.Cli.Live;
using Marque.Cli.Terminal;
using Marque.Store;
using NodaTime;

namespace Marque.Cli.Printing;

/// <summary>The feeds that an answer rests on, and what their age means for it.</summary>
internal static class FeedAges
{
    /// <summary>Which, as of when, how old; and a warning of those that are too old.</summary>
    public static void Print(Screen screen, IReadOnlyList<StoredFeed> feeds, Instant at)
    {
        screen.Paragraph("", $"feeds: {string.Join(", ", feeds.Select(f => Words(f, at)))}");
        Warn(screen, feeds, at);
    }

    /// <summary>A warning of the feeds that are too old; nothing where none is.</summary>
    public static void Warn(Screen screen, IReadOnlyList<StoredFeed> feeds, Instant at)
    {
        List<StoredFeed> stale = [.. feeds.Where(f => f.IsStale(at))];
        if (stale.Count == 0) return;
        screen.Paragraph("", new Bit($"old: {string.Join(", ", stale.Select(f => $"{f.Name} ({EvidenceWords.Age(f.AsOf ?? f.ImportedAt, at)})"))}: what became known since is missing from this answer; 'marque feeds sync' or 'marque feeds import' brings newer ones", Tone.Fair));
    }

    private static string Words(StoredFeed feed, Instant at) => feed.AsOf is { } asOf
        ? $"{feed.Name} as of {EvidenceWords.Text(Instant.FromUnixTimeSeconds(asOf.ToUnixTimeSeconds()))} ({Age(asOf, at)})"
        : $"{feed.Name} of unknown age (imported {EvidenceWords.Day(feed.ImportedAt)})";

    private static string Age(Instant asOf, Instant at) => asOf > at ? "later than the time asked for" : $"{EvidenceWords.Age(asOf, at)} old";
}
