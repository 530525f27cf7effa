namespace Marque.Outside;

/// <summary>Paths with their links followed, so that what leaves a folder is seen whatever way it leaves.</summary>
internal static class RealPath
{
    // As many as Linux follows (path_resolution(7)).
    private const int MaxLinks = 40;

    /// <summary>The absolute path with every link followed; parts that do not exist stay as written. Null: the links go in a circle, or a part may not be read.</summary>
    public static string? Of(string path)
    {
        var links = 0;
        var full = Path.GetFullPath(path);
        var root = Path.GetPathRoot(full) ?? "/";
        var at = root;
        var rest = new Stack<string>(full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse());
        while (rest.TryPop(out var name))
        {
            if (name == ".") continue;
            if (name == "..")
            {
                at = Path.GetDirectoryName(at) ?? root;
                continue;
            }

            var next = Path.Combine(at, name);
            string? target;
            try
            {
                target = new FileInfo(next).LinkTarget;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null;
            }

            if (target is null)
            {
                at = next;
                continue;
            }

            if (++links > MaxLinks) return null;
            if (Path.IsPathRooted(target))
            {
                root = Path.GetPathRoot(target) ?? "/";
                at = root;
                target = target[root.Length..];
            }

            foreach (var part in target.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse()) rest.Push(part);
        }

        return at;
    }

    /// <summary>Whether <paramref name="path"/> is <paramref name="folder"/> or below it; both as <see cref="Of"/> gives them.</summary>
    public static bool IsWithin(string path, string folder) =>
        path == folder || (path.StartsWith(folder, StringComparison.Ordinal) && (Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar));
}
