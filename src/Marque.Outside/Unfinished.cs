using System.Globalization;

namespace Marque.Outside;

/// <summary>A file that is not whole yet, beside the one whose name it takes when it is. What ended processes left there is removed.</summary>
internal sealed class Unfinished : IDisposable
{
    private const string Suffix = ".tmp";

    private readonly string target;
    private readonly string path;

    /// <summary>Makes it, empty and held, so that nobody takes it for left behind.</summary>
    /// <param name="target">The file that it is to be, absolute.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public Unfinished(string target)
    {
        this.target = target;
        Clean();
        path = $"{Start}{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}{Suffix}";
        // Made anew, never through what stands there: a link would lead elsewhere.
        Stream = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 });
    }

    /// <summary>What is written to it.</summary>
    public FileStream Stream { get; }

    private string Start => Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.");

    /// <summary>Gives it the name, when its bytes are on disk.</summary>
    /// <param name="replace">Whether a file of that name may be replaced, also one that came meanwhile.</param>
    public void Finish(bool replace)
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(path, target, replace);
        FolderNames.Flush(Path.GetDirectoryName(target)!);
    }

    /// <summary>Removes it, unless it was finished.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        TryDelete(path);
    }

    private void Clean()
    {
        foreach (var left in Directory.EnumerateFiles(Path.GetDirectoryName(target)!).Where(IsOurs)) TryRemove(left);
    }

    private bool IsOurs(string file) => file.StartsWith(Start, StringComparison.Ordinal) && file.EndsWith(Suffix, StringComparison.Ordinal) && file.Length > Start.Length + Suffix.Length && file[Start.Length..^Suffix.Length].All(char.IsAsciiDigit);

    // A file that a process still writes is held by it.
    private static void TryRemove(string left)
    {
        try
        {
            if (new FileInfo(left).LinkTarget is null && FileKinds.Of(left) == FileKind.File)
            {
                using var nobodys = new FileStream(left, FileMode.Open, FileAccess.Write, FileShare.None);
            }

            TryDelete(left);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Held by another process, or not ours to open.
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What could not be written can rarely be removed; the problem is told already.
        }
    }
}
