using Marque.Assessments;
using Marque.Cases;
using Marque.Facts;
using Marque.Text;

namespace Marque.Outside;

/// <summary>Looks at the artefact of every registered fact: one pass over its bytes gives digest and content check. Every byte is hashed on every run, and no file time is believed; what was found in bytes of that very digest may be remembered.</summary>
public static class See
{
    private const long Small = 4 * 1024 * 1024;

    /// <summary>Looks at all facts, several at a time.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="before">What was found in the same bytes before; null: every content is checked anew.</param>
    /// <param name="progress">Told how far it is; null: nobody asks.</param>
    /// <param name="cancel">Ends the run.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Seen Facts(CaseFolder folder, CheckedBefore? before = null, SeeingProgress? progress = null, CancellationToken cancel = default)
    {
        progress ??= new SeeingProgress();
        var wanted = Wanted(folder);
        // Facts of one series that name the same file are answered by one pass: same bytes, same kind, same expectation.
        var files = Ordered([.. wanted.GroupBy(w => (w.Series.Id, w.Path)).Select(g => g.First() with { Registered = [.. g.Select(w => w.Fact.Sha256).Distinct()] })]);
        foreach (var file in files) progress.Expect(file.Length);
        var looked = new (Absence?, Observation)[files.Count];
        var next = -1;
        var workers = Math.Min(Environment.ProcessorCount, files.Count);
        if (workers > 1) Parallel.For(0, workers, new ParallelOptions { CancellationToken = cancel }, _ => Work());
        else Work();

        var byFile = new Dictionary<(string, string), (Absence? Absence, Observation Observation)>(files.Count);
        for (var i = 0; i < files.Count; i++) byFile[(files[i].Series.Id, files[i].Path)] = looked[i];
        return new Seen([.. wanted.Select(w => byFile[(w.Series.Id, w.Path)] is var found ? new SeenFact(w.Series, w.Fact, w.Path, found.Absence, found.Observation) : null!)]);

        void Work()
        {
            for (int i; (i = Interlocked.Increment(ref next)) < files.Count;) Look(i);
        }

        void Look(int i) => looked[i] = files[i] is { Full: { } full } file ? LookAt(full, file, before, progress, cancel) : Absent(files[i].Absence);
    }

    // Large files first, so that none is left over at the end. But the first PDF file brings the metrics of the standard fonts with it: it is begun at
    // once, and the other ones come last, so that no worker has to wait for another to read them.
    private static List<WantedFact> Ordered(List<WantedFact> files)
    {
        List<WantedFact> bySize = [.. files.OrderByDescending(f => f.Length)];
        var pdf = bySize.Where(IsPdf).ToList();
        return [.. pdf.Take(1), .. bySize.Where(f => !IsPdf(f)), .. pdf.Skip(1)];
    }

    private static bool IsPdf(WantedFact file) => file.Series.Kind == FactKind.Pdf || (file.Series.Kind is null && file.Path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase));

    private static List<WantedFact> Wanted(CaseFolder folder)
    {
        var wanted = new List<WantedFact>();
        foreach (var series in folder.Case.Series)
        {
            string? root = folder.Folder;
            if (series.Process is { } process) folder.Processes.TryGetValue(process, out root);
            var prefix = series.Process is null ? "" : $"{folder.Case.Uses.FirstOrDefault(u => u.Id == series.Process)?.Path.TrimEnd('/')}/";
            foreach (var fact in series.Facts)
            {
                var path = fact.Path ?? series.Path ?? "";
                var (full, absence) = root is null || path.Length == 0 ? (null, Absence.Missing) : Artefact.Locate(root, path);
                wanted.Add(new WantedFact(series, fact, prefix + path, full, absence, full is null ? 0 : LengthOf(full)));
            }
        }

        return wanted;
    }

    private static long LengthOf(string path)
    {
        try
        {
            return new FileInfo(path).Length;
        }
        catch (IOException)
        {
            // It went away meanwhile; looking will say so.
            return 0;
        }
    }

    private static (Absence?, Observation) LookAt(string path, WantedFact wanted, CheckedBefore? before, SeeingProgress progress, CancellationToken cancel)
    {
        try
        {
            using var file = Files.Open(path);
            var name = Path.GetFileName(path);
            // The digest alone comes first where a result is likely to be known: always for a small file, for a large one when the registered bytes were checked
            // before. What turns out to be new is then read once more, digest and content in one pass.
            if (before is not null && (wanted.Length <= Small || wanted.Registered.Exists(d => before.Find(d, wanted.Series, name) is not null)))
            {
                using var digesting = new HashingStream(file, progress.Read, cancel);
                var same = digesting.Finish();
                if (before.Find(same, wanted.Series, name) is { } known) return (null, new Observation(same, known));
                progress.Expect(wanted.Length);
            }

            using var stream = new HashingStream(file, progress.Read, cancel);
            var check = ContentCheck.Run(stream, wanted.Series.Kind, wanted.Series.Expectation, name);
            var digest = stream.Finish();
            before?.Keep(digest, wanted.Series, name, check);
            return (null, new Observation(digest, check));
        }
        catch (FileNotFoundException)
        {
            return Absent(Absence.Missing);
        }
        catch (UnauthorizedAccessException)
        {
            return Absent(Absence.Unreadable, "permission denied");
        }
        catch (Exception e) when (e is IOException or NotSupportedException)
        {
            return Absent(Absence.Unreadable, Files.Because(e));
        }
    }

    private static (Absence?, Observation) Absent(Absence absence, string? why = null) =>
        (absence, new Observation(null, null, why is null ? absence.Words() : $"{absence.Words()}: {why}"));

    private sealed record WantedFact(Series Series, RegisteredFact Fact, string Path, string? Full, Absence Absence, long Length)
    {
        // The digests under which the facts that name this file are registered.
        public List<Digest> Registered { get; init; } = [];
    }
}
