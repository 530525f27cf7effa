using Marque.Cases;
using Marque.Text;

namespace Marque.Outside;

/// <summary>Reads the YAML files at the known places of a case's folder. Other folders are the case's own business, and never entered.</summary>
internal static class CaseFiles
{
    /// <summary>The most files of one case.</summary>
    public const int MaxFiles = 20_000;

    /// <summary>The most bytes of all files of one case.</summary>
    public const long MaxBytes = 256L * 1024 * 1024;

    // Deep enough for decisions/REQUIREMENT/FILE with groups above.
    internal const int MaxDepth = 8;

    // Folders of which every file counts; the others may hold files of other kinds.
    private static readonly string[] Strict = ["bridges", "catalogs", "controls", "decisions", "editions", "evidence", "releases"];
    private static readonly string[] Loose = ["snapshots", "triage"];

    /// <summary>Whether a folder holds files of the case.</summary>
    internal static bool Enters(string folder) => IsStrict(folder) || Loose.Contains(folder, StringComparer.Ordinal);

    /// <summary>Whether every file of the folder counts.</summary>
    internal static bool IsStrict(string folder) => Strict.Contains(folder, StringComparer.Ordinal);

    /// <summary>The folder that a nearly right name means; null: none.</summary>
    internal static string? Meant(string folder) => Nearest.To(folder, Strict) is { } near && near != folder ? near : null;

    internal static bool IsYaml(string name) => name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    internal static bool IsReadme(string name) => name.StartsWith("README", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the files.</summary>
    /// <param name="root">The folder, links followed.</param>
    /// <param name="shown">What stands before paths in problems; may be empty.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static List<(string Path, ReadOnlyMemory<byte> Bytes)> Read(string root, string shown, List<Problem> problems) => new Walk(root, shown, problems).Run();

    /// <summary>Whether a file at this path would be read as part of the case.</summary>
    /// <param name="path">Path inside the case, with <c>/</c>.</param>
    public static bool IsOfCase(string path)
    {
        var parts = path.Split('/');
        return IsYaml(parts[^1]) && !Array.Exists(parts, p => p.StartsWith('.')) && (parts.Length == 1 || Enters(parts[0]));
    }

    /// <summary>What reading the case would say of a file that it does not read at this path; null: nothing.</summary>
    /// <param name="path">Path inside the case, with <c>/</c>.</param>
    public static Problem? Unread(string path)
    {
        var parts = path.Split('/');
        if (parts.Length == 1 || Array.Exists(parts, p => p.StartsWith('.'))) return null;
        if (!Enters(parts[0])) return Meant(parts[0]) is { } near ? UnknownFolder(parts[0], near) : null;
        if (parts.Length - 1 > MaxDepth) return TooDeep(path);
        return IsStrict(parts[0]) && !IsYaml(parts[^1]) && !IsReadme(parts[^1]) ? NotYaml(path) : null;
    }

    internal static Problem UnknownFolder(string path, string near) => new(new Place(path), "case.unknown-folder", "a case has no such folder", $"did you mean '{near}'?");

    internal static Problem TooDeep(string path) => new(new Place(path), "case.too-deep", $"folders are nested more than {MaxDepth} deep", "move the files up");

    internal static Problem NotYaml(string path) => new(new Place(path), "case.not-yaml", "only YAML files (.yaml) belong here; this one would not be read", "rename it, or move it out: artefacts go into artefacts/");

    private sealed class Walk(string root, string shown, List<Problem> problems)
    {
        private readonly List<(string Path, ReadOnlyMemory<byte> Bytes)> files = [];
        private long bytes;
        private int looked;
        private bool full;

        public List<(string Path, ReadOnlyMemory<byte> Bytes)> Run()
        {
            foreach (var (name, isFolder) in Entries(root, ""))
            {
                if (IsYaml(name)) Take(name);
                else if (isFolder && Enters(name)) Enter(name, 1);
                else if (isFolder && Meant(name) is { } near) Add(UnknownFolder(name, near));
            }

            return files;
        }

        private void Enter(string folder, int depth)
        {
            if (full || !Stays(folder)) return;
            if (depth > MaxDepth)
            {
                Add(TooDeep(folder));
                return;
            }

            foreach (var (name, isFolder) in Entries(Path.Combine(root, folder), folder))
            {
                var path = $"{folder}/{name}";
                if (isFolder) Enter(path, depth + 1);
                else if (IsYaml(name)) Take(path);
                else if (IsStrict(folder.Split('/')[0]) && !IsReadme(name)) Add(NotYaml(path));
            }
        }

        private void Take(string path)
        {
            if (full || !Stays(path)) return;
            if (files.Count == MaxFiles || bytes > MaxBytes)
            {
                full = true;
                Add("", "case.too-large", files.Count == MaxFiles ? $"the case has more than {MaxFiles} files" : $"the files of the case have more than {MaxBytes / 1024 / 1024} MiB", "split the case");
                return;
            }

            if (Files.Read(Path.Combine(root, path), Shown(path), YamlReader.MaxBytes, problems) is not { } content) return;
            bytes += content.Length;
            files.Add((path, content));
        }

        // A link may lead elsewhere within the case, never out of it: a case is what its folder holds.
        private bool Stays(string path)
        {
            if (RealPath.Of(Path.Combine(root, path)) is { } real && RealPath.IsWithin(real, root)) return true;
            Add(path, "case.link", "a link leads out of the case", "put the file itself there");
            return false;
        }

        // In the order of names, so that bounds cut off the same files everywhere. Hidden entries belong to other tools.
        private List<(string Name, bool IsFolder)> Entries(string folder, string path)
        {
            try
            {
                var entries = new List<(string, bool)>();
                foreach (var entry in Directory.EnumerateFileSystemEntries(folder))
                {
                    var name = Path.GetFileName(entry);
                    if (full || name.StartsWith('.')) continue;
                    // Of all folders together: links that go round in the case must come to an end too.
                    if (++looked > 2 * MaxFiles)
                    {
                        full = true;
                        Add(path, "case.too-large", $"the case's folders have more than {2 * MaxFiles} entries", "split the case, and remove links that go round");
                    }

                    entries.Add((name, FileKinds.Of(entry) == FileKind.Directory));
                }

                entries.Sort(static (a, b) => string.CompareOrdinal(a.Item1, b.Item1));
                return entries;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Add(path, "case.unreadable", "the folder cannot be read", "give read permission");
                return [];
            }
        }

        private string Shown(string path) => shown.Length == 0 ? (path.Length == 0 ? "." : path) : path.Length == 0 ? shown : $"{shown}/{path}";

        private void Add(Problem problem) => problems.Add(problem with { Place = new Place(Shown(problem.Place.File)) });

        private void Add(string path, string code, string message, string remedy) => problems.Add(new Problem(new Place(Shown(path)), code, message, remedy));
    }
}
