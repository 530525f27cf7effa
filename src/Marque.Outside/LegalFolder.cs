using Marque.Legal;
using Marque.Text;

namespace Marque.Outside;

/// <summary>Reads the files of a legal set from a folder that a person names.</summary>
public static class LegalFolder
{
    private const int MaxBytes = 16 * 1024 * 1024;

    private const int MaxDepth = 8;

    /// <summary>The JSON files below the folder by their path with <c>/</c>.</summary>
    /// <param name="named">The folder as named.</param>
    /// <param name="from">The working directory.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static Dictionary<string, ReadOnlyMemory<byte>> Read(string named, string from, List<Problem> problems)
    {
        var files = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var root = Path.GetFullPath(named, from);
        if (FileKinds.Of(root) == FileKind.Directory) Enter(root, "", 0);
        else problems.Add(new Problem(new Place(named), "legal.not-found", "there is no such folder", "name the folder that holds manifest.json"));
        return files;

        void Enter(string folder, string prefix, int depth)
        {
            try
            {
                foreach (var full in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
                {
                    var name = Path.GetFileName(full);
                    var path = prefix + name;
                    if (name.StartsWith('.') || files.Count > LegalSets.MaxFiles) continue;
                    var kind = FileKinds.Of(full);
                    if (kind == FileKind.Directory && depth < MaxDepth) Enter(full, path + "/", depth + 1);
                    else if (kind != FileKind.Directory && name.EndsWith(".json", StringComparison.Ordinal) && Files.Read(full, $"{named}/{path}", MaxBytes, problems) is { } bytes) files[path] = bytes;
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add(new Problem(new Place($"{named}/{prefix}"), "legal.unreadable", "the folder cannot be read", "give read permission"));
            }
        }
    }
}
