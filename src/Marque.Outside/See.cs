using Marque.Assessments;
using Marque.Cases;
using Marque.Facts;

namespace Marque.Outside;

/// <summary>Looks at the artefact of every registered fact: one pass over its bytes gives digest and content check. Nothing is kept between runs, and no file time is believed.</summary>
public static class See
{
    /// <summary>Looks at all facts, several at a time.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="progress">Told how far it is; null: nobody asks.</param>
    /// <param name="cancel">Ends the run.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Seen Facts(CaseFolder folder, SeeingProgress? progress = null, CancellationToken cancel = default)
    {
        progress ??= new SeeingProgress();
        var wanted = Wanted(folder);
        // Facts of one series that name the same file are answered by one pass: same bytes, same kind, same expectation.
        var files = wanted.GroupBy(w => (w.Series.Id, w.Path)).Select(g => g.First()).ToList();
        foreach (var file in files) progress.Expect(file.Length);
        var looked = new (Absence?, Observation)[files.Count];
        if (files.Count > 1) Parallel.For(0, files.Count, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, Look);
        else if (files.Count == 1) Look(0);

        var byFile = new Dictionary<(string, string), (Absence? Absence, Observation Observation)>(files.Count);
        for (var i = 0; i < files.Count; i++) byFile[(files[i].Series.Id, files[i].Path)] = looked[i];
        return new Seen([.. wanted.Select(w => byFile[(w.Series.Id, w.Path)] is var found ? new SeenFact(w.Series, w.Fact, w.Path, found.Absence, found.Observation) : null!)]);

        void Look(int i) => looked[i] = files[i] is { Full: { } full } file ? LookAt(full, file.Series, progress, cancel) : Absent(files[i].Absence);
    }

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

    private static (Absence?, Observation) LookAt(string path, Series series, SeeingProgress progress, CancellationToken cancel)
    {
        try
        {
            using var file = Files.Open(path);
            using var stream = new HashingStream(file, progress.Read, cancel);
            var check = ContentCheck.Run(stream, series.Kind, series.Expectation, Path.GetFileName(path));
            return (null, new Observation(stream.Finish(), check));
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

    private sealed record WantedFact(Series Series, RegisteredFact Fact, string Path, string? Full, Absence Absence, long Length);
}
