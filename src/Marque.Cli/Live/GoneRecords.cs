using Marque.Cli.Printing;
using NodaTime;

namespace Marque.Cli.Live;

/// <summary>What is said of records that their source no longer has.</summary>
internal static class GoneRecords
{
    /// <summary>Why a record hits, or cannot be judged; and, where it is so, that it is no longer in its feed.</summary>
    public static string Because(this IReadOnlyDictionary<(string Record, string Feed), Instant> gone, string record, string feed, string because) =>
        gone.TryGetValue((record, feed), out var since) ? $"{because}; no longer in {feed} since {EvidenceWords.Text(since)}" : because;
}
