namespace Marque.Conformance;

/// <summary>The third-party test data beside the repository. Where it is absent, the test skips with a notice.</summary>
public static class Corpora
{
    /// <summary>The folder of one corpus.</summary>
    public static string Folder(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Marque.slnx"))) root = root.Parent;
        var folder = Path.Combine(root?.Parent?.FullName ?? "/", "shared", "corpora", name);
        Assert.SkipUnless(Directory.Exists(folder), $"the corpus '{name}' is not here (../shared/corpora)");
        return folder;
    }

    /// <summary>Its files that end so, in ordinal order.</summary>
    public static IReadOnlyList<string> Files(string name, params string[] endings) =>
        [.. Directory.EnumerateFiles(Folder(name), "*", SearchOption.AllDirectories).Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal))).Order(StringComparer.Ordinal)];

    /// <summary>Fails with every complaint, not only the first.</summary>
    public static void None(IReadOnlyCollection<string> complaints, string of) => Assert.True(complaints.Count == 0, $"{complaints.Count} of {of}:\n{string.Join('\n', complaints.Take(60))}");
}
