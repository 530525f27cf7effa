using System.Runtime.InteropServices;

namespace Marque.Store;

/// <summary>Folders that their user alone may enter.</summary>
internal static partial class PrivateFolder
{
    // O_RDONLY (POSIX).
    private const int ReadOnly = 0;

    /// <summary>Makes the folder and those above it, with mode 0700; one that is there stays as it is.</summary>
    public static void Make(string folder)
    {
        if (Directory.Exists(folder)) return;
        if (Path.GetDirectoryName(folder) is { } parent) Make(parent);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (Path.GetDirectoryName(folder) is { } above) Flush(above);
    }

    /// <summary>Sees to it that names made in a folder outlive a power failure, where the system can.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var opened = Open(folder, ReadOnly);
        if (opened < 0) return;
        _ = Fsync(opened);
        _ = Close(opened);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
