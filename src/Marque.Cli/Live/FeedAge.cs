using Marque.Advisories.Feeds;
using Marque.Store;
using NodaTime;

namespace Marque.Cli.Live;

/// <summary>How old a feed may be before an answer that rests on it must say so.</summary>
internal static class FeedAge
{
    /// <summary>How old a feed of a kind may be; null: suppliers' statements have no pace.</summary>
    /// <param name="kind">The kind. EPSS is made anew each day; KEV grows several times a month; every large source of advisories several times a week, a small one several times a month.</param>
    public static Duration? Most(FeedKind kind) => kind switch
    {
        FeedKind.Epss => Duration.FromDays(7),
        FeedKind.Kev => Duration.FromDays(14),
        FeedKind.Osv or FeedKind.Euvd => Duration.FromDays(30),
        _ => null,
    };

    /// <summary>Whether it is older than that; a feed that does not say how old it is counts from its import.</summary>
    public static bool IsStale(this StoredFeed feed, Instant at) => Most(feed.Kind) is { } most && at - (feed.AsOf ?? feed.ImportedAt) > most;
}
