namespace Marque.Fuzz;

/// <summary>A file for readers that read files, removed when the program ends.</summary>
internal sealed class Scratch
{
    private readonly string path;

    private Scratch()
    {
        path = Path.Combine(Directory.CreateTempSubdirectory("marque-fuzz-").FullName, "input");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    public static Scratch File { get; } = new();

    /// <summary>Its path, with these bytes in it.</summary>
    public string With(ReadOnlySpan<byte> bytes)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        file.Write(bytes);
        return path;
    }
}
