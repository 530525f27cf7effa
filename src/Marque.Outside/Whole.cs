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
        try
        {
            Directory.CreateDirectory(folder);
            using var file = new Unfinished(Path.Combine(folder, name));
            file.Stream.Write(content);
            file.Finish(replace: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(new Place($"{shown}/{name}"), "file.unwritable", $"the file cannot be written: {Files.Because(e)}", "name a folder that can be written, with --out"));
        }
    }
}
