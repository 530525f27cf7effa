namespace Marque.Outside;

/// <summary>A small file of a case that documents are made of, such as a logo.</summary>
public static class Attachment
{
    /// <summary>Reads a file inside a case.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="path">Relative to the case, with <c>/</c>.</param>
    /// <param name="most">The most bytes it may have.</param>
    /// <returns>The bytes; or why there are none, in words.</returns>
    public static (byte[]? Bytes, string? Because) Read(CaseFolder folder, string path, int most)
    {
        var (full, absence) = Artefact.Locate(folder.Folder, path);
        if (full is null) return (null, absence.Words());
        try
        {
            using var file = File.OpenRead(full);
            var bytes = new byte[Math.Min(file.Length, (long)most + 1)];
            file.ReadExactly(bytes);
            return bytes.Length > most ? (null, "it is too large") : (bytes, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, e.Message);
        }
    }
}
