using Marque.Legal;

namespace Marque.Bench;

/// <summary>The legal set of the repository.</summary>
internal static class LegalFiles
{
    /// <summary>The repository's root: the folder with <c>Marque.slnx</c>, from the program's folder upwards.</summary>
    public static string Root { get; } = Find();

    public static LegalSet Read()
    {
        var folder = Path.Combine(Root, "legal");
        var files = Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f), StringComparer.Ordinal);
        return LegalSets.Read(files).Value ?? throw new InvalidOperationException("The legal set of the repository does not read.");
    }

    private static string Find()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Marque.slnx"))) at = Path.GetDirectoryName(at) ?? throw new InvalidOperationException("Run the benchmark from its repository.");
        return at;
    }
}
