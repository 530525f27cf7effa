using Marque.Outside;

namespace Marque.Store;

/// <summary>Folders that their user alone may enter.</summary>
internal static class PrivateFolder
{
    /// <summary>Makes the folder and those above it, with mode 0700; one that is there stays as it is.</summary>
    public static void Make(string folder)
    {
        if (Directory.Exists(folder)) return;
        if (Path.GetDirectoryName(folder) is { } parent) Make(parent);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (Path.GetDirectoryName(folder) is { } above) FolderNames.Flush(above);
    }
}
