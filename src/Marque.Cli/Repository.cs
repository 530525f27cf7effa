namespace Marque.Cli;

/// <summary>Where a case lies in its repository.</summary>
internal static class Repository
{
    /// <summary>The folder relative to the nearest folder above that holds <c>.git</c>, with <c>/</c>; empty when it is that folder, or there is none.</summary>
    public static string PathOf(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            var git = Path.Combine(at, ".git");
            if (!Directory.Exists(git) && !File.Exists(git)) continue;
            var path = Path.GetRelativePath(at, folder).Replace(Path.DirectorySeparatorChar, '/');
            return path == "." ? "" : path;
        }

        return "";
    }
}
