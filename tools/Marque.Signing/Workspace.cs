using System.Text;
using Marque.Cases;
using Marque.Legal;
using Marque.Text;

namespace Marque.Signing;

/// <summary>The folder of the example cases, read once; changes stay in memory until they are saved.</summary>
public sealed class Workspace
{
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> before = new(StringComparer.Ordinal);

    private Workspace(string folder, LegalSet law)
    {
        Folder = folder;
        Law = law;
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The legal set beside it.</summary>
    public LegalSet Law { get; }

    /// <summary>The names of the case folders, those of processes first: products stand on them.</summary>
    public IReadOnlyList<string> Cases => [.. files.Keys.Where(p => p.EndsWith("/" + CaseFile.Main, StringComparison.Ordinal)).Select(p => p[..^(CaseFile.Main.Length + 1)]).OrderBy(IsProduct).ThenBy(c => c, StringComparer.Ordinal)];

    /// <summary>The files whose text is another than on disk.</summary>
    public IReadOnlyList<string> Changed => [.. files.Where(f => before[f.Key] != f.Value).Select(f => f.Key).Order(StringComparer.Ordinal)];

    /// <summary>Reads the YAML files of the cases in the folder, and the legal set of the repository that holds it.</summary>
    public static Workspace Open(string folder)
    {
        folder = Path.GetFullPath(folder);
        var repository = new DirectoryInfo(folder);
        while (repository is not null && !Directory.Exists(Path.Combine(repository.FullName, "legal"))) repository = repository.Parent;
        var legal = Path.Combine(repository?.FullName ?? throw new DirectoryNotFoundException($"no folder legal above {folder}"), "legal");
        var law = LegalSets.Read(Directory.EnumerateFiles(legal, "*.json", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(legal, f).Replace('\\', '/'), f => (ReadOnlyMemory<byte>)System.IO.File.ReadAllBytes(f), StringComparer.Ordinal));
        var workspace = new Workspace(folder, law.Value ?? throw new InvalidDataException(string.Join('\n', law.Problems)));
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (!path.Split('/').Contains("artefacts", StringComparer.Ordinal)) workspace.before[path] = workspace.files[path] = System.IO.File.ReadAllText(file);
        }

        return workspace;
    }

    /// <summary>The paths of a case's files, with the case's name before them.</summary>
    public IReadOnlyList<string> FilesOf(string name) => [.. files.Keys.Where(p => p.StartsWith(name + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The text of a file, or null.</summary>
    public string? Text(string path) => files.GetValueOrDefault(path);

    /// <summary>The tree of a file.</summary>
    public YamlNode Tree(string path) => YamlReader.Read(path, Encoding.UTF8.GetBytes(files[path])) is { Value: { } node } ? node : throw new InvalidDataException(string.Join('\n', YamlReader.Read(path, Encoding.UTF8.GetBytes(files[path])).Problems));

    /// <summary>Puts edits into a file.</summary>
    public void Edit(string path, IEnumerable<Splice> splices) => files[path] = Splice.Apply(files[path], splices);

    /// <summary>A case with its process cases, as the files now stand.</summary>
    public Read<Case> Read(string name)
    {
        var processes = new Dictionary<string, CaseSource>(StringComparer.Ordinal);
        foreach (var other in Cases.Where(c => !IsProduct(c))) processes["../" + other] = Source(other);
        var read = CaseFile.Read(Source(name) with { Processes = processes });
        // A process case is read here for itself.
        return read with { Problems = [.. read.Problems.Where(p => p.Code != "case.no-product" || IsProduct(name))] };
    }

    /// <summary>Whether a case is about a product.</summary>
    public bool IsProduct(string name) => Tree($"{name}/{CaseFile.Main}") is YamlMap map && map["product"] is not null;

    /// <summary>Writes what changed.</summary>
    public void Save()
    {
        foreach (var path in Changed) System.IO.File.WriteAllText(Path.Combine(Folder, path), files[path]);
    }

    private CaseSource Source(string name) => new(name, [.. FilesOf(name).Select(p => (p[(name.Length + 1)..], (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(files[p])))]);
}
