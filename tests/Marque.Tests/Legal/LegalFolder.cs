using System.Collections.Frozen;
using Marque.Legal;

namespace Marque.Tests.Legal;

/// <summary>The repository's legal set, and what stands beside the repository.</summary>
internal static class LegalFolder
{
    public static string Repository { get; } = FindRepository();

    /// <summary>The files of <c>legal/</c> as the reader takes them.</summary>
    public static FrozenDictionary<string, ReadOnlyMemory<byte>> Files { get; } = Read();

    /// <summary>The set read from them.</summary>
    public static LegalSet Set { get; } = LegalSets.Read(Files).Value ?? throw new InvalidOperationException(string.Join('\n', LegalSets.Read(Files).Problems));

    /// <summary>A file of the reference material beside the repository; skips the test where it is absent.</summary>
    public static byte[] Reference(string path)
    {
        var full = Path.Combine(Repository, "..", "shared", "reference", path);
        Assert.SkipUnless(File.Exists(full), $"the reference file {path} is not beside the repository");
        return File.ReadAllBytes(full);
    }

    private static FrozenDictionary<string, ReadOnlyMemory<byte>> Read()
    {
        var folder = Path.Combine(Repository, "legal");
        return Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .ToFrozenDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f), StringComparer.Ordinal);
    }

    private static string FindRepository()
    {
        var from = new DirectoryInfo(AppContext.BaseDirectory);
        while (from is not null && !File.Exists(Path.Combine(from.FullName, "Marque.slnx"))) from = from.Parent;
        return from?.FullName ?? throw new InvalidOperationException($"no Marque.slnx above {AppContext.BaseDirectory}");
    }
}
