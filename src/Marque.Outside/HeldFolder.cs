using System.Runtime.InteropServices;

namespace Marque.Outside;

/// <summary>A folder that one process at a time writes into: an advisory lock on the folder itself, which leaves no file behind and ends with the process, however that ends.</summary>
internal sealed partial class HeldFolder : IDisposable
{
    // The same numbers on every Unix: O_RDONLY (POSIX), LOCK_EX (flock(2)), EINTR.
    private const int ReadOnly = 0;
    private const int Exclusive = 2;
    private const int Interrupted = 4;

    private readonly int descriptor;

    private HeldFolder(int descriptor) => this.descriptor = descriptor;

    /// <summary>Whether the system knows such locks and this one is held; without it, others may write at the same time.</summary>
    public bool IsHeld => descriptor >= 0;

    /// <summary>Waits until no other process holds the folder.</summary>
    public static HeldFolder Take(string folder)
    {
        if (OperatingSystem.IsWindows()) return new HeldFolder(-1);
        var opened = Open(folder, ReadOnly);
        if (opened < 0) return new HeldFolder(-1);
        int result;
        do result = Flock(opened, Exclusive);
        while (result != 0 && Marshal.GetLastPInvokeError() == Interrupted);
        if (result == 0) return new HeldFolder(opened);
        _ = Close(opened);
        return new HeldFolder(-1);
    }

    public void Dispose()
    {
        if (descriptor >= 0) _ = Close(descriptor);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Flock(int descriptor, int operation);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
