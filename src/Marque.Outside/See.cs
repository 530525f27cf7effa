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
        var wanted = Wanted(folder.Case, (process, path) => Locate(folder, process, path));
        return Run(wanted, Environment.ProcessorCount, before, progress ?? new SeeingProgress(), cancel);
    }

    /// <summary>Looks at wanted facts.</summary>
    /// <param name="wanted">The facts.</param>
    /// <param name="most">The most workers; 1 where the bytes come one after the other.</param>
    /// <param name="before">What was found in the same bytes before; null: every content is checked anew.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Ends the run.</param>
    internal static Seen Run(List<WantedFact> wanted, int most, CheckedBefore? before, SeeingProgress progress, CancellationToken cancel)
    {
        // Facts of one series that name the same file are answered by one pass: same bytes, same kind, same expectation.
        var files = Ordered([.. wanted.GroupBy(w => (w.Series.Id, w.Path)).Select(g => g.First() with { Registered = [.. g.Select(w => w.Fact.Sha256).Distinct()] })]);
        foreach (var file in files) progress.Expect(file.Found.Length);
        var looked = new (Absence?, Observation)[files.Count];
        var next = -1;
        var workers = Math.Min(most, files.Count);
        if (workers > 1) Parallel.For(0, workers, new ParallelOptions { CancellationToken = cancel }, _ => Work());
        else Work();

        var byFile = new Dictionary<(string, string), (Absence? Absence, Observation Observation)>(files.Count);
        for (var i = 0; i < files.Count; i++) byFile[(files[i].Series.Id, files[i].Path)] = looked[i];
        return new Seen([.. wanted.Select(w => byFile[(w.Series.Id, w.Path)] is var found ? new SeenFact(w.Series, w.Fact, w.Path, found.Absence, found.Observation) : null!)]);

        void Work()
        {
            for (int i; (i = Interlocked.Increment(ref next)) < files.Count;) Look(i);
        }

        void Look(int i) => looked[i] = files[i] is { Found.Open: { } open } file ? LookAt(open, file, before, progress, cancel) : Absent(files[i].Found.Absence, files[i].Found.Why);
    }

    // Large files first, so that none is left over at the end. But the first PDF file brings the metrics of the standard fonts with it: it is begun at
    // once, and the other ones come last, so that no worker has to wait for another to read them.
    private static List<WantedFact> Ordered(List<WantedFact> files)
    {
        List<WantedFact> bySize = [.. files.OrderByDescending(f => f.Found.Length)];
        var pdf = bySize.Where(IsPdf).ToList();
        return [.. pdf.Take(1), .. bySize.Where(f => !IsPdf(f)), .. pdf.Skip(1)];
    }

    private static bool IsPdf(WantedFact file) => file.Series.Kind == FactKind.Pdf || (file.Series.Kind is null && file.Path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase));

    /// <summary>Every registered fact with where its artefact is.</summary>
    /// <param name="c">The case.</param>
    /// <param name="locate">Finds the artefact below the folder of a process case (null: of the case itself).</param>
    internal static List<WantedFact> Wanted(Case c, Func<string?, string, Located> locate)
    {
        var wanted = new List<WantedFact>();
        foreach (var series in c.Series)
        {
            var prefix = series.Process is null ? "" : $"{c.Uses.FirstOrDefault(u => u.Id == series.Process)?.Path.TrimEnd('/')}/";
            foreach (var fact in series.Facts)
            {
                var path = fact.Path ?? series.Path ?? "";
                wanted.Add(new WantedFact(series, fact, prefix + path, path.Length == 0 ? new Located(null, Absence.Missing) : locate(series.Process, path)));
            }
        }

        return wanted;
    }

    private static Located Locate(CaseFolder folder, string? process, string path)
    {
        string? root = folder.Folder;
        if (process is not null) folder.Processes.TryGetValue(process, out root);
        var (full, absence) = root is null ? (null, Absence.Missing) : Artefact.Locate(root, path);
        return full is null ? new Located(null, absence) : new Located((read, cancel) => new HashingStream(Files.Open(full), read, cancel), default, LengthOf(full), Name: Path.GetFileName(full));
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

    private static (Absence?, Observation) LookAt(Func<Action<int>, CancellationToken, HashingStream> open, WantedFact wanted, CheckedBefore? before, SeeingProgress progress, CancellationToken cancel)
    {
        try
        {
            var name = wanted.Found.Name ?? Path.GetFileName(wanted.Path);
            // The digest alone comes first where a result is likely to be known: always for a small file, for a large one when the registered bytes were checked
            // before. What turns out to be new is then read once more, digest and content in one pass.
            if (before is not null && (wanted.Found.Length <= Small || wanted.Registered.Exists(d => before.Find(d, wanted.Series, name) is not null)))
            {
                using var digesting = open(progress.Read, cancel);
                var same = digesting.Finish();
                if (before.Find(same, wanted.Series, name) is { } known) return (null, new Observation(same, known));
                progress.Expect(wanted.Found.Length);
            }

            using var stream = open(progress.Read, cancel);
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
}

/// <summary>Where an artefact is, before it is read.</summary>
/// <param name="Open">Opens it; null: there is none.</param>
/// <param name="Absence">Why there is none.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Why">More about why there is none.</param>
/// <param name="Name">The file's own name, where a link leads to another; null: as in its path.</param>
internal sealed record Located(Func<Action<int>, CancellationToken, HashingStream>? Open, Absence Absence, long Length = 0, string? Why = null, string? Name = null);

/// <summary>A registered fact with where its artefact is.</summary>
internal sealed record WantedFact(Series Series, RegisteredFact Fact, string Path, Located Found)
{
    // The digests under which the facts that name this file are registered.
    public List<Digest> Registered { get; init; } = [];
}
