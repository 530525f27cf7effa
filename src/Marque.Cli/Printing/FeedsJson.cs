using System.Text.Json;
using Marque.Advisories.Feeds;
using Marque.Cli.Live;
using Marque.Documents;
using Marque.Store;
using NodaTime;

namespace Marque.Cli.Printing;

/// <summary>Feeds as JSON: <c>marque/feed-import/v1</c> and <c>marque/feed-status/v1</c>.</summary>
internal static class FeedsJson
{
    private const int MostGone = 1000;

    public static byte[] Import(FeedOutcome outcome) => JsonOutput.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "marque/feed-import/v1");
        Outcome(json, outcome);
        json.WriteEndObject();
    });

    /// <summary>The fields of one import.</summary>
    public static void Outcome(Utf8JsonWriter json, FeedOutcome outcome)
    {
        json.WriteString("feed", outcome.Feed.Name);
        json.WriteString("kind", outcome.Feed.Kind.Word());
        json.WriteString("asOf", At(outcome.Feed.AsOf));
        json.WriteNumber("read", outcome.Read);
        json.WriteNumber("imported", outcome.Imported);
        json.WriteNumber("unchanged", outcome.Unchanged);
        json.WriteNumber("withoutStatement", outcome.Silent);
        json.WriteStartArray("refused");
        foreach (var refused in outcome.Refused)
        {
            json.WriteStartObject();
            json.WriteString("id", refused.Id);
            json.WriteString("reason", refused.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("refusedCount", outcome.RefusedCount);
        json.WriteNumber("ignored", outcome.Ignored);
        json.WriteNumber("records", outcome.Feed.Records);
        json.WriteNumber("rematched", outcome.Matched);
        json.WriteNumber("goneCount", outcome.Gone.Count);
        json.Texts("gone", outcome.Gone.Take(MostGone));
    }

    public static byte[] Sync(IReadOnlyList<SyncedFeed> feeds, IReadOnlyList<Text.Problem> problems) => JsonOutput.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "marque/feed-sync/v1");
        json.WriteStartArray("feeds");
        foreach (var feed in feeds)
        {
            json.WriteStartObject();
            json.WriteString("source", feed.Source);
            json.WriteString("transfer", feed.Kind?.ToString().ToLowerInvariant() ?? "local");
            json.WriteNumber("bytes", feed.Bytes);
            if (feed.Outcome is { } outcome) Outcome(json, outcome);
            else
            {
                json.WriteString("feed", feed.Feed.Name);
                json.WriteString("kind", feed.Feed.Kind.Word());
                json.WriteString("asOf", At(feed.Feed.AsOf));
                json.WriteNumber("records", feed.Feed.Records);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("failed");
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("source", problem.Place.ToString());
            json.WriteString("code", problem.Code);
            json.WriteString("reason", problem.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static byte[] Status(IReadOnlyList<StoredFeed> feeds, Instant at) => JsonOutput.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "marque/feed-status/v1");
        json.WriteString("at", At(at));
        json.WriteStartArray("feeds");
        foreach (var feed in feeds)
        {
            json.WriteStartObject();
            json.WriteString("name", feed.Name);
            json.WriteString("kind", feed.Kind.Word());
            json.WriteString("asOf", At(feed.AsOf));
            if (feed.AsOf is { } asOf) json.WriteNumber("ageSeconds", Math.Max(0, (long)(at - asOf).TotalSeconds));
            else json.WriteNull("ageSeconds");
            json.WriteBoolean("stale", feed.IsStale(at));
            json.WriteNumber("records", feed.Records);
            json.WriteString("importedAt", At(feed.ImportedAt));
            json.WriteString("source", feed.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static string? At(Instant? at) => at is { } time ? EvidenceWords.Text(time) : null;
}
