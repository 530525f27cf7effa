using Marque.Text;

namespace Marque.Outside;

/// <summary>Writes whole files: a reader sees the old one or the new one, never half of it.</summary>
public static class Whole
{
    /// <summary>Writes a file, making its folder if needed.</summary>
    /// <param name="folder">Absolute path of the folder.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="shown">The folder's name in problems.</param>
    /// <param name="content">The content.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static void Write(string folder, string name, string shown, ReadOnlySpan<byte> content, List<Problem> problems)
    {
        var target = Path.Combine(folder, name);
        var temporary = Path.Combine(folder, $".{name}.{Environment.ProcessId}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(new Place($"{shown}/{name}"), "file.unwritable", $"the file cannot be written: {Files.Because(e)}", "name a folder that can be written, with --out"));
            TryDelete(temporary);
        }
    }

    internal static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What could not be written can rarely be removed; the problem is told already.
        }
    }
}
