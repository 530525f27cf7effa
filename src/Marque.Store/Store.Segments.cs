using Marque.Advisories;
using Marque.Text;

namespace Marque.Store;

/// <content>The files of the advisory index: which of them count. A file is written first and counts when its row is there; one without a row is nobody's.</content>
public sealed partial class Store
{
    /// <summary>The most segments that a look-up goes through; more are made into one.</summary>
    public const int MostSegments = 12;

    /// <summary>The segments that count, oldest first.</summary>
    public IReadOnlyList<(long Id, Digest Digest)> SegmentRows() =>
        Sql.Rows(database, "select id, digest from segment order by id", row => (row.GetInt64(0), Digest.TryParse(row.GetString(1), out var digest) ? digest : default));

    /// <summary>Opens the advisories that count now; what a writer does meanwhile changes nothing in them.</summary>
    /// <exception cref="StoreException">A file is missing or damaged.</exception>
    public OpenAdvisories OpenAdvisories()
    {
        // Between looking into the table and opening the file, a writer may have put others in its place.
        for (var tries = 0; ; tries++)
        {
            var rows = SegmentRows();
            if (Mapped(rows) is { } files) return Opened(rows, files);
            if (tries == 10 || held is not null) throw new StoreException(new Problem(new Place(Folder), "store.damaged", "a file of the advisory index is missing", "import the feeds anew"));
        }
    }

    /// <summary>Writes what a builder gathered, beside what counts. It counts with <see cref="AddSegment"/>.</summary>
    /// <param name="write">Writes the segment.</param>
    public Digest WriteSegment(Action<Stream> write)
    {
        using var file = Segments.New();
        using var hashing = new HashedWriting(file.Stream);
        write(hashing);
        var digest = hashing.Finish();
        file.Finish(digest);
        return digest;
    }

    /// <summary>Adds a segment that is written to those that count, as the newest.</summary>
    /// <param name="digest">Its digest.</param>
    /// <param name="records">How many records it holds.</param>
    public void AddSegment(Digest digest, long records) => Sql.Run(database, "insert into segment (id, digest, records) values ((select coalesce(max(id), 0) + 1 from segment), @1, @2)", digest.ToString(), records);

    /// <summary>Puts one segment in the place of all, which gives the same answers.</summary>
    /// <param name="index">All that counts.</param>
    public void MergeSegments(AdvisoryIndex index)
    {
        var digest = WriteSegment(output => AdvisoryIndex.Merge(index, output));
        using var change = Begin();
        var rows = SegmentRows();
        if (rows.Count == 0) return;
        var records = Sql.Scalar<long>(database, "select sum(records) from segment");
        Sql.Run(database, "delete from segment");
        // Under the number of the last: what was matched up to it is matched.
        Sql.Run(database, "insert into segment (id, digest, records) values (@1, @2, @3)", rows[^1].Id, digest.ToString(), records);
        change.Commit();
    }

    /// <summary>Removes the files of segments that no longer count and that nobody reads.</summary>
    /// <returns>How many were removed.</returns>
    public int CollectSegments()
    {
        if (held is null) throw new InvalidOperationException("The store is open for reading.");
        var kept = SegmentRows().Select(s => s.Digest).ToHashSet();
        return Segments.All().ToList().Count(d => !kept.Contains(d) && Segments.Remove(d));
    }

    private List<MappedFile>? Mapped(IReadOnlyList<(long Id, Digest Digest)> rows)
    {
        var files = new List<MappedFile>();
        foreach (var (_, digest) in rows)
        {
            if (MappedFile.Open(Segments.PathOf(digest)) is { } file)
            {
                files.Add(file);
                continue;
            }

            foreach (var opened in files) ((IDisposable)opened).Dispose();
            return null;
        }

        return files;
    }

    /// <summary>Whether a file of the index has the layout of an older program.</summary>
    private bool IsOlder() => SegmentRows().Any(s => LayoutOf(s.Digest) is > 0 and < AdvisoryIndex.Version);

    // The originals are there, so nothing has to be imported again. Under the same numbers: what was matched up to them is matched.
    private void Renew()
    {
        if (!IsOlder()) return;
        var renewed = new List<(long Id, Digest Digest)>();
        foreach (var (id, digest) in SegmentRows().Where(s => LayoutOf(s.Digest) is > 0 and < AdvisoryIndex.Version))
        {
            if (MappedFile.Open(Segments.PathOf(digest)) is not { } file) continue;
            using IDisposable owned = file;
            try
            {
                renewed.Add((id, WriteSegment(output =>
                {
                    if (AdvisoryIndex.Renew(file.Memory, output, out _) is { } problem) throw Damaged(problem.Message);
                })));
            }
            catch (StoreException)
            {
                // Left as it is: whoever opens the advisories says so.
            }
        }

        using var change = Begin();
        foreach (var (id, digest) in renewed) Sql.Run(database, "update segment set digest = @1 where id = @2", digest.ToString(), id);
        change.Commit();
        CollectSegments();
    }

    private int LayoutOf(Digest digest)
    {
        try
        {
            using var file = new FileStream(Segments.PathOf(digest), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> head = stackalloc byte[8];
            return AdvisoryIndex.LayoutOf(head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)]);
        }
        catch (IOException)
        {
            // Whoever opens the advisories says so.
            return 0;
        }
    }

    private StoreException Damaged(string because) => new(new Problem(new Place(Folder), "store.damaged", $"the advisory index is damaged: {because}", "restore the data directory, or name another with --data and import feeds and SBOMs anew"));

    private OpenAdvisories Opened(IReadOnlyList<(long Id, Digest Digest)> rows, List<MappedFile> files)
    {
        var read = AdvisoryIndex.Open([.. files.Select(f => (ReadOnlyMemory<byte>)f.Memory)]);
        if (read.Value is { } index) return new OpenAdvisories(index, [.. rows.Select(r => r.Id)], files);
        var newest = files.Max(f => AdvisoryIndex.LayoutOf(f.Memory.Span));
        foreach (var file in files) ((IDisposable)file).Dispose();
        if (newest > AdvisoryIndex.Version) throw new StoreException(new Problem(new Place(Folder), "store.newer", $"the advisory index has layout {newest}, and this program reads layouts up to {AdvisoryIndex.Version}", "use the newer program that made it, or another data directory with --data"));
        throw Damaged(read.Problems.Count > 0 ? read.Problems[0].Message : "");
    }
}
