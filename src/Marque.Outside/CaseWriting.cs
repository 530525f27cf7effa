using Marque.Cases;
using Marque.Text;

namespace Marque.Outside;

/// <summary>Writes changes into a case's folder. A reader, and whoever comes after a crash, sees of each file the old bytes or the new ones.</summary>
public static class CaseWriting
{
    // Hidden, so that no reader of cases takes it for a file of the case.
    private const string Prefix = ".";
    private const string Suffix = ".marque-new";

    /// <summary>Writes all changes, or none: the bytes on disk must still be those that each change was made for. New contents are on disk before the first
    /// name is taken over; what fails then is taken back.</summary>
    /// <param name="folder">The folder of the case; made when it does not exist.</param>
    /// <param name="changes">The changes.</param>
    /// <returns>Why nothing was written; empty when all is written.</returns>
    public static IReadOnlyList<Problem> Write(string folder, IReadOnlyList<FileChange> changes)
    {
        var problems = new List<Problem>();
        if (RealPath.Of(folder) is not { } root) return [new Problem(new Place(folder), "file.link", "the way to the folder goes in a circle, or may not be read", "name the folder itself")];
        var made = new List<string>();
        try
        {
            Make(root, made);
            using var held = HeldFolder.Take(root);
            var writes = changes.Select(c => Check(root, c, problems)).OfType<Pending>().ToList();
            foreach (var twice in changes.GroupBy(c => c.Path, StringComparer.Ordinal).Where(g => g.Skip(1).Any())) problems.Add(new Problem(new Place(twice.Key), "file.twice", "two changes of the same file at once", "make them one after the other"));
            if (problems.Count == 0) Commit(writes, held.IsHeld, made, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(new Place(folder), "file.unwritable", $"the folder cannot be written: {Files.Because(e)}", "give write permission"));
        }

        if (problems.Count > 0) Unmake(made);
        return problems;
    }

    /// <summary>The bytes that stand at a path of the case now.</summary>
    /// <param name="folder">The folder of the case.</param>
    /// <param name="path">Path inside the case, with <c>/</c>.</param>
    /// <param name="most">The most bytes read.</param>
    /// <param name="problems">Receives what is wrong, a path out of the case above all.</param>
    /// <param name="exists">Whether a file is there.</param>
    public static byte[]? BytesAt(string folder, string path, int most, List<Problem> problems, out bool exists)
    {
        exists = false;
        if (RealPath.Of(folder) is not { } root || Locate(root, path, problems) is not { } real || FileKinds.Of(real) == FileKind.Missing) return null;
        var bytes = Files.Read(real, path, most, problems);
        exists = bytes is not null;
        return bytes;
    }

    private static string? Locate(string root, string path, List<Problem> problems)
    {
        var place = new Place(path);
        var written = Path.Combine(root, path);
        if (Path.IsPathRooted(path) || path.Contains('\\', StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal) || path.Any(char.IsControl) || Array.Exists(path.Split('/'), p => p is "" or "." or ".." || p.Equals(".git", StringComparison.OrdinalIgnoreCase)))
        {
            problems.Add(new Problem(place, "file.path", "this is no path inside the case", "name the file relative to the case, with '/'"));
            return null;
        }

        if (RealPath.Of(written) is { } real && RealPath.IsWithin(real, root) && real != root) return real;
        problems.Add(new Problem(place, "case.link", "a link leads out of the case; nothing is written through it", "put the file itself there"));
        return null;
    }

    private static Pending? Check(string root, FileChange change, List<Problem> problems)
    {
        var place = new Place(change.Path);
        if (Locate(root, change.Path, problems) is not { } real) return null;
        var kind = FileKinds.Of(real);
        if (change.Before is not { } before)
        {
            if (kind == FileKind.Missing) return new Pending(real, change);
            problems.Add(new Problem(place, "file.exists", "something stands there already", "run the command again, or move it away"));
            return null;
        }

        if (kind == FileKind.Missing) problems.Add(new Problem(place, "file.changed", "the file has gone meanwhile", "run the command again"));
        else if (Files.Read(real, change.Path, Math.Max(YamlReader.MaxBytes, before.Length), problems) is { } now)
        {
            if (!now.AsSpan().SequenceEqual(before.Span)) problems.Add(new Problem(place, "file.changed", "the file has changed meanwhile", "run the command again"));
            else if (new FileInfo(real).IsReadOnly) problems.Add(new Problem(place, "file.unwritable", "the file is write-protected", "give write permission"));
            else return new Pending(real, change);
        }

        return null;
    }

    private static void Commit(List<Pending> writes, bool held, List<string> made, List<Problem> problems)
    {
        var done = new List<Pending>();
        var at = "";
        try
        {
            foreach (var folder in writes.GroupBy(w => Path.GetDirectoryName(w.Full)!, StringComparer.Ordinal))
            {
                at = folder.First().Change.Path;
                Make(folder.Key, made);
                // Nobody else writes now: what an earlier process left behind when it was ended is of no use.
                if (held) Clean(folder.Key);
            }

            foreach (var write in writes)
            {
                at = write.Change.Path;
                Stage(write.Temporary, write.Change.After, write.Change.Before is null ? null : write.Full);
            }

            foreach (var write in writes)
            {
                at = write.Change.Path;
                File.Move(write.Temporary, write.Full, overwrite: write.Change.Before is not null);
                done.Add(write);
            }

            foreach (var folder in writes.Select(w => Path.GetDirectoryName(w.Full)!).Concat(made.Select(m => Path.GetDirectoryName(m) ?? m)).Distinct(StringComparer.Ordinal)) FolderNames.Flush(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(new Place(at), "file.unwritable", $"the file cannot be written: {Files.Because(e)}", "nothing was written; give write permission and room"));
            foreach (var write in done) TakeBack(write, problems);
            foreach (var write in writes) TryDelete(write.Temporary);
        }
    }

    private static void TakeBack(Pending write, List<Problem> problems)
    {
        try
        {
            if (write.Change.Before is { } before)
            {
                Stage(write.Temporary, before, write.Full);
                File.Move(write.Temporary, write.Full, overwrite: true);
            }
            else File.Delete(write.Full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(new Place(write.Change.Path), "file.half-written", $"this file was written and cannot be taken back: {Files.Because(e)}", "restore it, by git for instance"));
        }
    }

    // Made anew, never through what stands there: a link would lead elsewhere.
    private static void Stage(string temporary, ReadOnlyMemory<byte> content, string? like)
    {
        File.Delete(temporary);
        using var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        if (like is not null && !OperatingSystem.IsWindows()) File.SetUnixFileMode(file.SafeFileHandle, File.GetUnixFileMode(like));
        file.Write(content.Span);
        file.Flush(flushToDisk: true);
    }

    private static void Make(string folder, List<string> made)
    {
        if (Directory.Exists(folder)) return;
        if (Path.GetDirectoryName(folder) is { } above) Make(above, made);
        Directory.CreateDirectory(folder);
        made.Add(folder);
    }

    private static void Unmake(List<string> made)
    {
        for (var i = made.Count - 1; i >= 0; i--)
        {
            try
            {
                Directory.Delete(made[i]);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Not empty, or gone: not ours to remove.
                return;
            }
        }
    }

    private static void Clean(string folder)
    {
        foreach (var left in Directory.EnumerateFiles(folder, $"{Prefix}*{Suffix}")) TryDelete(left);
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file that no reader takes for one of the case; the next write tries again.
        }
    }

    private sealed record Pending(string Full, FileChange Change)
    {
        public string Temporary { get; } = Path.Combine(Path.GetDirectoryName(Full)!, $"{Prefix}{Path.GetFileName(Full)}{Suffix}");
    }
}
