using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Marque.Outside.Signing;

/// <summary>A secret as a file that lies on no disk (memfd_create(2)): for libraries that read a PIN from a file, and would print one that stands in an argument.</summary>
[SupportedOSPlatform("linux")]
internal sealed partial class SecretFile : IDisposable
{
    // MFD_CLOEXEC: programs that are started do not get it.
    private const uint CloseOnExec = 1;

    private readonly SafeFileHandle handle;

    /// <exception cref="IOException">There is no such file to be had.</exception>
    public SecretFile(string secret)
    {
        var descriptor = Create("marque", CloseOnExec);
        if (descriptor < 0) throw new IOException("no file in memory can be made");
        handle = new SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.Write(handle, Encoding.UTF8.GetBytes(secret), 0);
        Path = $"/proc/self/fd/{descriptor}";
    }

    /// <summary>Where this process finds it.</summary>
    public string Path { get; }

    public void Dispose() => handle.Dispose();

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Create(string name, uint flags);
}
