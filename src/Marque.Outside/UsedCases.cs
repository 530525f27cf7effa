using Marque.Cases;
using Marque.Text;

namespace Marque.Outside;

/// <summary>Where the process cases lie that a <c>marque.yaml</c> uses. Only they may lie outside of the case, and only as written there.</summary>
internal static class UsedCases
{
    // A product stands on a handful of processes.
    private const int MaxUses = 64;

    /// <summary>The folder of each used case by the path written in <c>uses</c>.</summary>
    /// <param name="root">The folder of the case, links followed.</param>
    /// <param name="files">The case's files.</param>
    /// <param name="problems">Receives a problem for each path that is refused.</param>
    public static Dictionary<string, string> Find(string root, List<(string Path, ReadOnlyMemory<byte> Bytes)> files, List<Problem> problems)
    {
        var folders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (place, path) in Written(files))
        {
            if (folders.ContainsKey(path)) continue;
            if (folders.Count == MaxUses)
            {
                problems.Add(new Problem(place, "case.uses", $"more than {MaxUses} process cases are used", "merge some of them"));
                break;
            }

            if (WhyNot(root, path, out var folder) is { } wrong) problems.Add(new Problem(place, wrong.Code, wrong.Message, wrong.Remedy));
            else folders[path] = folder;
        }

        return folders;
    }

    // Wrong shapes are told by the reader of the case.
    internal static IEnumerable<(Place Place, string Path)> Written(List<(string Path, ReadOnlyMemory<byte> Bytes)> files)
    {
        var main = files.Find(f => f.Path == CaseFile.Main);
        if (main.Path is null || YamlReader.Read(CaseFile.Main, main.Bytes.Span).Value is not YamlMap map) return [];
        IReadOnlyList<YamlNode> entries = map["uses"] switch
        {
            YamlList list => list.Items,
            YamlMap single => [single],
            _ => [],
        };
        return entries.OfType<YamlMap>().Select(e => (e.Place, (e["path"] as YamlScalar)?.Value ?? "")).Where(e => e.Item2.Length > 0);
    }

    private static (string Code, string Message, string Remedy)? WhyNot(string root, string path, out string folder)
    {
        folder = "";
        if (path.StartsWith('/') || Path.IsPathRooted(path) || path.Contains('\\', StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal) || path.Any(char.IsControl))
            return ("case.uses", "the path of a process case is absolute, or not written with '/'", "write it relative to this case, such as ../sdl");
        var written = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, root));
        if (RealPath.Of(written) is not { } real || (real != written && !RealPath.IsWithin(real, root)))
            return ("case.link", "a link in the path of the process case leads elsewhere", "write the path of the folder itself");
        if (real == root) return ("case.uses", "the case uses itself", "name the folder of the process case");
        folder = real;
        return FileKinds.Of(real) switch
        {
            FileKind.Directory => null,
            FileKind.Missing => ("case.process-missing", $"there is no process case at '{path}'", "correct the path, relative to this case"),
            _ => ("case.uses", $"'{path}' is not a folder that can be read", "name the folder of the process case"),
        };
    }
}
