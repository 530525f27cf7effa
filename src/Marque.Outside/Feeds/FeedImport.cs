using Marque.Advisories;
using Marque.Advisories.Feeds;
using Marque.Advisories.Suppliers;
using Marque.Text;
using NodaTime;

namespace Marque.Outside.Feeds;

/// <summary>What an import read, before anything of it is kept.</summary>
public sealed class FeedContent
{
    internal FeedContent(FeedKind kind) => Kind = kind;

    /// <summary>What it is.</summary>
    public FeedKind Kind { get; }

    /// <summary>Records that were read.</summary>
    public long Read { get; internal set; }

    /// <summary>Records that are new or newer than what is known (OSV).</summary>
    public long Added { get; internal set; }

    /// <summary>Records that are known with these bytes, or newer (OSV).</summary>
    public long Unchanged { get; internal set; }

    /// <summary>Records that were not taken, the first of them with their reasons.</summary>
    public IReadOnlyList<RefusedRecord> Refused { get; internal set; } = [];

    /// <summary>How many were not taken.</summary>
    public long RefusedCount { get; internal set; }

    /// <summary>The state it shows, as it says; null: it does not say.</summary>
    public Instant? AsOf { get; internal set; }

    /// <summary>The ids of all records that stand in the source, refused ones by their id or name (OSV).</summary>
    public IReadOnlyList<string> Ids { get; internal set; } = [];

    /// <summary>Advisories, gathered for segments of the index.</summary>
    public IReadOnlyList<AdvisoryIndexBuilder> Builders { get; internal set; } = [];

    /// <summary>Entries of KEV.</summary>
    public List<KevEntry> Kev { get; } = [];

    /// <summary>Scores of EPSS.</summary>
    public List<EpssScore> Epss { get; } = [];

    /// <summary>Records of EUVD.</summary>
    public List<EuvdRecord> Euvd { get; } = [];

    /// <summary>Documents of suppliers.</summary>
    public List<SupplierReading> Documents { get; } = [];
}

/// <summary>Reads a feed whole. Wrong records are refused one by one; a broken file is a problem, and nothing of the feed counts.</summary>
public static class FeedImport
{
    /// <summary>What to do with a file that is cut off or damaged.</summary>
    internal const string GetAnew = "nothing of it was imported; get the file anew";

    private const int MostTold = 1000;

    /// <summary>Reads a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="name">The feed's name.</param>
    /// <param name="known">The advisories that are known (OSV).</param>
    /// <param name="threads">How many threads.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="OperationCanceledException">Ended early.</exception>
    public static Read<FeedContent> Read(FeedSource source, string name, AdvisoryIndex? known, int threads, SeeingProgress progress, CancellationToken cancel)
    {
        try
        {
            var parts = FeedDocuments.Parts(source, threads, progress.Expect);
            var content = new FeedContent(source.Kind);
            if (source.Kind == FeedKind.Osv) Advisories(parts, content, name, known, threads, progress, cancel);
            else
            {
                var taking = new OtherDocuments(content);
                foreach (var part in parts) part(taking.Take, progress.Read, cancel);
                taking.Tell();
            }

            return new(content, []);
        }
        catch (InvalidDataException e)
        {
            return Broken("feed.damaged", e.Message);
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<InvalidDataException>().FirstOrDefault() is { } damaged)
        {
            return Broken("feed.damaged", damaged.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Broken("file.unreadable", $"cannot be read: {Files.Because(e)}");
        }
    }

    private static void Advisories(List<FeedDocuments.Part> parts, FeedContent content, string name, AdvisoryIndex? known, int threads, SeeingProgress progress, CancellationToken cancel)
    {
        OsvDocuments[] takers = [.. Enumerable.Range(0, Math.Clamp(parts.Count, 1, threads)).Select(_ => new OsvDocuments(name, known))];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Task[] tasks = [.. takers.Select((taker, t) => Task.Run(() =>
        {
            try
            {
                for (var i = t; i < parts.Count; i += takers.Length) parts[i](taker.Take, progress.Read, stop.Token);
            }
            catch
            {
                stop.Cancel();
                throw;
            }
        }, CancellationToken.None))];
        try
        {
            Task.WaitAll(tasks, CancellationToken.None);
        }
        catch (AggregateException e)
        {
            cancel.ThrowIfCancellationRequested();
            // The others ended because of the one that failed.
            if (e.InnerExceptions.FirstOrDefault(x => x is not OperationCanceledException) is { } fault) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fault);
            throw;
        }

        content.Builders = [.. takers.SelectMany(t => t.Builders).Where(b => b.Count > 0)];
        content.Read = takers.Sum(t => t.Read);
        content.Added = takers.Sum(t => t.Added);
        content.Unchanged = takers.Sum(t => t.Unchanged);
        content.RefusedCount = takers.Sum(t => t.RefusedCount);
        content.AsOf = takers.SelectMany(t => t.Builders).Max(b => b.Newest);
        content.Ids = [.. takers.SelectMany(t => t.Ids)];
        content.Refused = [.. takers.SelectMany(t => t.Refused).Take(MostTold)];
    }

    private static Read<FeedContent> Broken(string code, string message)
    {
        var colon = message.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? new(null, [new Problem(new Place("feed"), code, message)]) : new(null, [new Problem(new Place(message[..colon]), code, $"the file cannot be imported: {message[(colon + 2)..]}", GetAnew)]);
    }

    // One thread's share.
    private sealed class OsvDocuments(string name, AdvisoryIndex? known)
    {
        private AdvisoryIndexBuilder builder = new(name, known);

        public List<AdvisoryIndexBuilder> Builders { get; } = [];

        public List<RefusedRecord> Refused { get; } = [];

        public List<string> Ids { get; } = [];

        public long Read { get; private set; }

        public long Added { get; private set; }

        public long Unchanged { get; private set; }

        public long RefusedCount { get; private set; }

        public void Take(FeedDocument document)
        {
            Read++;
            if (Builders.Count == 0) Builders.Add(builder);
            if (builder.Size + document.Bytes.Length > AdvisoryIndex.MaxSegment / 2) Builders.Add(builder = new AdvisoryIndexBuilder(name, known));
            var added = builder.Add(document.Bytes, document.Deflated);
            Ids.Add(added.Id.Length > 0 ? added.Id : Path.GetFileNameWithoutExtension(document.Name));
            switch (added.Kind)
            {
                case Addition.Added:
                    Added++;
                    break;
                case Addition.Refused:
                    RefusedCount++;
                    if (Refused.Count < MostTold) Refused.Add(new RefusedRecord(added.Id.Length > 0 ? added.Id : document.Name, FeedDetection.Of(document.Bytes) is { } other and not FeedKind.Osv ? $"this is {other.Name()}; import it by itself" : added.Reason));
                    break;
                default:
                    Unchanged++;
                    break;
            }
        }
    }

    // The other kinds: few documents, or one large table.
    private sealed class OtherDocuments(FeedContent content)
    {
        private readonly List<RefusedRecord> refused = [];

        public void Take(FeedDocument document)
        {
            if (FeedDetection.Of(document.Bytes) is var kind && kind != content.Kind)
            {
                content.Read++;
                Refuse(new RefusedRecord(document.Name, kind is { } other ? $"this is {other.Name()}; import it by itself" : $"this is no {content.Kind.Name()}"));
                return;
            }

            using var stream = new MemoryStream(document.Bytes.ToArray(), writable: false);
            switch (content.Kind)
            {
                case FeedKind.Kev:
                    Told(document.Name, Marque.Advisories.Feeds.Kev.Read(stream, content.Kev.Add, Refuse));
                    break;
                case FeedKind.Epss:
                    Told(document.Name, Marque.Advisories.Feeds.Epss.Read(stream, content.Epss.Add, Refuse));
                    break;
                case FeedKind.Euvd:
                    Told(document.Name, Marque.Advisories.Feeds.Euvd.Read(stream, Take, Refuse));
                    break;
                default:
                    content.Read++;
                    var read = content.Kind == FeedKind.Csaf ? SupplierCsaf.Read(stream) : SupplierOpenVex.Read(stream);
                    if (read.Document is null) Refuse(new RefusedRecord(document.Name, read.Problem));
                    else
                    {
                        content.Documents.Add(read);
                        Newer(read.Document.Released);
                        // What is refused of a document is a record of its own.
                        content.Read += read.Refused.Count;
                        foreach (var refusal in read.Refused) Refuse(refusal with { Id = $"{read.Document.Id}: {refusal.Id}" });
                    }

                    break;
            }
        }

        public void Tell() => content.Refused = refused;

        private void Told(string document, FeedReading reading)
        {
            // A table that breaks off is not a smaller table.
            if (!reading.Complete) throw new InvalidDataException($"{document}: {reading.Problem}");
            content.Read += reading.Records + reading.Refused;
            Newer(reading.AsOf);
        }

        // The database states no time of its own; that of its newest record it is.
        private void Take(EuvdRecord record)
        {
            content.Euvd.Add(record);
            Newer(record.Updated ?? record.Published);
        }

        private void Newer(Instant? at)
        {
            if (at is { } time && (content.AsOf is null || time > content.AsOf)) content.AsOf = time;
        }

        private void Refuse(RefusedRecord record)
        {
            content.RefusedCount++;
            if (refused.Count < MostTold) refused.Add(record);
        }
    }
}
