using Marque.Cases;
using Marque.Text;

namespace Marque.Outside.Git;

/// <summary>The files of a folder as a commit holds them: which of them are the case's, and where a link leads.</summary>
internal sealed class RevisionFiles
{
    // As many as are followed on disk.
    private const int MaxLinks = 40;
    private const int MaxTarget = 4096;

    private readonly Dictionary<string, GitEntry> entries = new(StringComparer.Ordinal);
    private readonly GitBlobs blobs;
    private readonly string root;
    private readonly string shown;
    private readonly List<Problem> problems;

    /// <summary>Indexes the entries of a folder.</summary>
    /// <param name="all">The entries of the commit at and below it.</param>
    /// <param name="blobs">Reads what links say.</param>
    /// <param name="root">The folder: empty, or ending in <c>/</c>.</param>
    /// <param name="shown">What stands before paths in problems.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public RevisionFiles(IEnumerable<GitEntry> all, GitBlobs blobs, string root, string shown, List<Problem> problems)
    {
        (this.blobs, this.root, this.shown, this.problems) = (blobs, root, shown, problems);
        foreach (var entry in all)
        {
            if (entry.Path.StartsWith(root, StringComparison.Ordinal)) entries[entry.Path[root.Length..]] = entry;
        }
    }

    /// <summary>The YAML files of the case, as <see cref="CaseFiles"/> takes them from a folder.</summary>
    public List<(string Path, ReadOnlyMemory<byte> Bytes)> OfCase()
    {
        var files = new List<(string, ReadOnlyMemory<byte>)>();
        var misspelt = new HashSet<string>(StringComparer.Ordinal);
        long bytes = 0;
        foreach (var path in entries.Keys.Order(StringComparer.Ordinal))
        {
            var parts = path.Split('/');
            if (parts.Any(p => p.StartsWith('.'))) continue;
            var isYaml = CaseFiles.IsYaml(path);
            if (parts.Length > 1 && !CaseFiles.Enters(parts[0]))
            {
                if (misspelt.Add(parts[0]) && CaseFiles.Meant(parts[0]) is { } near) Add(CaseFiles.UnknownFolder(parts[0], near));
                continue;
            }

            if (parts.Length - 1 > CaseFiles.MaxDepth) Add(CaseFiles.TooDeep(path));
            else if (!isYaml && parts.Length > 1 && CaseFiles.IsStrict(parts[0]) && !CaseFiles.IsReadme(parts[^1])) Add(CaseFiles.NotYaml(path));
            if (!isYaml || parts.Length - 1 > CaseFiles.MaxDepth) continue;
            if (files.Count == CaseFiles.MaxFiles || bytes > CaseFiles.MaxBytes)
            {
                Add("", "case.too-large", files.Count == CaseFiles.MaxFiles ? $"the case has more than {CaseFiles.MaxFiles} files" : $"the files of the case have more than {CaseFiles.MaxBytes / 1024 / 1024} MiB", "split the case");
                break;
            }

            if (Follow(path) is not { } entry) Add(path, "case.link", "a link leads out of the case", "put the file itself there");
            else if (blobs.Read(entry.Id, YamlReader.MaxBytes) is { } content)
            {
                bytes += content.Length;
                files.Add((path, content));
            }
            else Add(path, "file.too-large", entry.Length > YamlReader.MaxBytes ? $"the file has {entry.Length / 1024 / 1024} MiB" : "the revision's objects are not all here (a shallow or partial clone)", entry.Length > YamlReader.MaxBytes ? $"at most {YamlReader.MaxBytes / 1024 / 1024} MiB are read" : "fetch them");
        }

        return files;
    }

    /// <summary>The file at a path, links within the folder followed; null: there is none, or a link leads out of it.</summary>
    public GitEntry? Follow(string path)
    {
        var links = 0;
        for (var at = path; ;)
        {
            // A link on the way to the file, or the file itself.
            var link = Prefixes(at).FirstOrDefault(p => entries.TryGetValue(p, out var e) && e.IsLink);
            if (link is null) return entries.TryGetValue(at, out var entry) && entry.IsFile ? entry : null;
            if (++links > MaxLinks || blobs.Read(entries[link].Id, MaxTarget) is not { } target) return null;
            if (Within(Parent(link), System.Text.Encoding.UTF8.GetString(target)) is not { } real) return null;
            at = real + at[link.Length..];
        }
    }

    /// <summary>A relative path resolved against a folder; null: it is absolute, or leads out of the root.</summary>
    internal static string? Within(string folder, string path)
    {
        if (path.StartsWith('/') || path.Contains('\0', StringComparison.Ordinal)) return null;
        var parts = folder.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('/', parts);
    }

    private static IEnumerable<string> Prefixes(string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1)) yield return path[..slash];
        yield return path;
    }

    private static string Parent(string path) => path.LastIndexOf('/') is var slash && slash < 0 ? "" : path[..slash];

    private void Add(Problem problem) => problems.Add(problem with { Place = problem.Place with { File = $"{shown}{root}{problem.Place.File}" } });

    private void Add(string path, string code, string message, string remedy) => problems.Add(new Problem(new Place($"{shown}{root}{path}"), code, message, remedy));
}
