using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Marque.Outside;

/// <summary>What stands at a path, links followed.</summary>
public enum FileKind
{
    /// <summary>Nothing, or a link to nothing.</summary>
    Missing,

    /// <summary>A regular file.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A pipe, socket or device: opening one may block for ever, or have effects.</summary>
    Special,

    /// <summary>Something that may not be looked at.</summary>
    Denied,
}

/// <summary>Tells what stands at a path before anything is opened.</summary>
internal static partial class FileKinds
{
    // statx(2): the same structure on every architecture of Linux.
    private const int AtFdCwd = -100;
    private const uint MaskType = 1;
    private const int ModeOffset = 28;
    private const int Denied = 13;
    private const int NotThere = 2;
    private const int NotADirectory = 20;

    public static FileKind Of(string path)
    {
        if (OperatingSystem.IsLinux() && FromStatx(path) is { } kind) return kind;
        // Elsewhere pipes and devices cannot be told from files without native code of each system.
        if (Directory.Exists(path)) return FileKind.Directory;
        return File.Exists(path) ? FileKind.File : FileKind.Missing;
    }

    private static FileKind? FromStatx(string path)
    {
        Span<byte> buffer = stackalloc byte[256];
        try
        {
            if (StatX(AtFdCwd, path, 0, MaskType, buffer) != 0)
            {
                return Marshal.GetLastPInvokeError() switch
                {
                    Denied => FileKind.Denied,
                    NotThere or NotADirectory => FileKind.Missing,
                    _ => null,
                };
            }
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }

        return (BinaryPrimitives.ReadUInt16LittleEndian(buffer[ModeOffset..]) & 0xF000) switch
        {
            0x8000 => FileKind.File,
            0x4000 => FileKind.Directory,
            _ => FileKind.Special,
        };
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatX(int directory, string path, int flags, uint mask, Span<byte> buffer);
}
