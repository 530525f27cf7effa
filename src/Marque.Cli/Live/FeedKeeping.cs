using Marque.Advisories;
using Marque.Advisories.Feeds;
using Marque.Advisories.Suppliers;
using Marque.Outside.Feeds;
using Marque.Store;
using Marque.Text;

namespace Marque.Cli.Live;

/// <summary>What an import came to.</summary>
/// <param name="Feed">The feed as it is now.</param>
/// <param name="Read">Records that were read.</param>
/// <param name="Imported">Records that are new or other than they were.</param>
/// <param name="Unchanged">Records that are as they were, or older than what is known.</param>
/// <param name="Refused">Records that were not taken, the first of them.</param>
/// <param name="RefusedCount">How many were not taken.</param>
/// <param name="Ignored">Files and members that are of no feed.</param>
/// <param name="Matched">Component versions of the store that were matched anew.</param>
internal sealed record FeedOutcome(StoredFeed Feed, long Read, long Imported, long Unchanged, IReadOnlyList<RefusedRecord> Refused, long RefusedCount, long Ignored, int Matched)
{
    /// <summary>Documents of suppliers that state nothing of a vulnerability in a product, and did not before.</summary>
    public long Silent { get; init; }

    /// <summary>Records that the source had and has no longer, though nobody withdrew them. They are kept.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];
}

/// <summary>Reads a feed and keeps it: all of it, or nothing.</summary>
internal static class FeedKeeping
{
    /// <summary>Imports a source.</summary>
    /// <param name="store">The store, open for writing.</param>
    /// <param name="source">The source.</param>
    /// <param name="feed">What is known of the feed before it is read: name, whence, entity tag.</param>
    /// <param name="shown">The source as problems name it.</param>
    /// <param name="work">The work.</param>
    /// <param name="problems">Receives why it cannot be imported.</param>
    /// <returns>Null: nothing was changed.</returns>
    public static FeedOutcome? Import(Store.Store store, FeedSource source, StoredFeed feed, string shown, LongWork work, List<Problem> problems)
    {
        var before = store.FindFeed(feed.Name);
        if (before is not null && before.Kind != source.Kind)
        {
            problems.Add(new Problem(new Place(shown), "feed.other-kind", $"the feed '{feed.Name}' holds {before.Kind.Word()}, and this is {source.Kind.Name()}", "name another feed with --feed NAME"));
            return null;
        }

        var outcome = source.Kind == FeedKind.Osv ? Advisories(store, source, feed, before, shown, work, problems) : Others(store, source, feed, before, shown, work, problems);
        if (outcome is not null) Tidy(store);
        return outcome;
    }

    private static FeedOutcome? Advisories(Store.Store store, FeedSource source, StoredFeed feed, StoredFeed? before, string shown, LongWork work, List<Problem> problems)
    {
        FeedContent content;
        using (var known = store.OpenAdvisories())
        {
            if (Read(source, feed.Name, known.Index, work, problems) is not { } read) return null;
            content = read;
        }

        if (Nothing(content, shown, problems)) return null;
        var written = content.Builders.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Max(1, Environment.ProcessorCount)).Select(b => (Digest: store.WriteSegment(b.Write), b.Count)).ToList();
        using var change = store.Begin();
        store.Put(feed with { Kind = FeedKind.Osv, AsOf = Later(content.AsOf, before?.AsOf), Records = 0 });
        foreach (var (digest, count) in written) store.AddSegment(digest, count);
        using var now = store.OpenAdvisories();
        var matched = store.Rematch(now, Environment.ProcessorCount, work.Cancel);
        var counts = written.Count == 0 && before is not null ? null : now.Index.Statistics();
        var kept = feed with { Kind = FeedKind.Osv, AsOf = Later(content.AsOf, before?.AsOf), Records = counts?.Sources.FirstOrDefault(s => s.Key == feed.Name).Value ?? before!.Records };
        store.Put(kept);
        var gone = store.PutListing(kept.Name, kept.Source, content.Ids, source.IsWhole, now.Index.Stands, kept.ImportedAt);
        work.Cancel.ThrowIfCancellationRequested();
        change.Commit();
        return new FeedOutcome(kept, content.Read, content.Added, content.Unchanged, content.Refused, content.RefusedCount, source.Ignored, matched) { Gone = gone };
    }

    private static FeedOutcome? Others(Store.Store store, FeedSource source, StoredFeed feed, StoredFeed? before, string shown, LongWork work, List<Problem> problems)
    {
        if (Read(source, feed.Name, null, work, problems) is not { } content || Nothing(content, shown, problems)) return null;
        using var change = store.Begin();
        var kept = feed with { Kind = source.Kind, AsOf = content.AsOf ?? before?.AsOf, Records = 0 };
        store.Put(kept);
        var silent = 0L;
        long imported = source.Kind switch
        {
            FeedKind.Kev => store.PutKev(feed.Name, content.Kev),
            FeedKind.Epss => store.PutEpss(feed.Name, content.Epss),
            FeedKind.Euvd => store.PutEuvd(feed.Name, content.Euvd),
            _ => content.Documents.Count(Put),
        };
        kept = kept with
        {
            Records = source.Kind switch
            {
                FeedKind.Kev => content.Kev.Select(e => e.Cve).Distinct(StringComparer.Ordinal).Count(),
                FeedKind.Epss => content.Epss.Select(e => e.Cve).Distinct(StringComparer.Ordinal).Count(),
                FeedKind.Euvd => store.CountEuvd(feed.Name),
                _ => store.CountDocuments(feed.Name),
            },
        };
        store.Put(kept);
        work.Cancel.ThrowIfCancellationRequested();
        change.Commit();
        return new FeedOutcome(kept, content.Read, imported, content.Read - content.RefusedCount - imported - silent, content.Refused, content.RefusedCount, source.Ignored, 0) { Silent = silent };

        bool Put(SupplierReading document)
        {
            var changes = store.PutStatements(feed.Name, document.Document!, document.Statements);
            if (!changes && document.Statements.Count == 0) silent++;
            return changes;
        }
    }

    private static FeedContent? Read(FeedSource source, string name, AdvisoryIndex? known, LongWork work, List<Problem> problems)
    {
        var read = FeedImport.Read(source, name, known, Environment.ProcessorCount, work.Progress, work.Cancel);
        problems.AddRange(read.Problems);
        return read.Value;
    }

    // A feed of which nothing could be taken is more likely another thing than an empty feed.
    private static bool Nothing(FeedContent content, string shown, List<Problem> problems)
    {
        if (content.Read > content.RefusedCount) return false;
        problems.Add(new Problem(new Place(shown), "feed.refused", content.Read == 0 ? "it holds no record" : $"none of its {content.Read} records could be taken; the first: {content.Refused[0].Id}: {content.Refused[0].Reason}"));
        return true;
    }

    private static void Tidy(Store.Store store)
    {
        if (store.SegmentRows().Count > Store.Store.MostSegments)
        {
            using var all = store.OpenAdvisories();
            store.MergeSegments(all.Index);
        }

        store.CollectSegments();
    }

    // Times before there were such records are stand-ins for none.
    private static NodaTime.Instant? Later(NodaTime.Instant? a, NodaTime.Instant? b) =>
        a is null || a < NodaTime.Instant.FromUtc(1990, 1, 1, 0, 0) ? b : b is null || a > b ? a : b;
}
