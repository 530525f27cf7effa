using System.Runtime.InteropServices;

namespace Marque.Outside;

/// <summary>The names in a folder: a file that is on disk is lost all the same when its name is not. Also compiled into the store, which knows nothing else of this project.</summary>
internal static partial class FolderNames
{
    // O_RDONLY (POSIX).
    private const int ReadOnly = 0;

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
