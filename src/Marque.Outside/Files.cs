using Marque.Text;
using Microsoft.Win32.SafeHandles;

namespace Marque.Outside;

/// <summary>Reads whole small files within a bound; what is wrong is a problem, never an exception.</summary>
public static class Files
{
    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="shown">The name used in problems.</param>
    /// <param name="most">The most bytes read.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The bytes, or null with a problem.</returns>
    public static byte[]? Read(string path, string shown, int most, List<Problem> problems)
    {
        var wrong = Read(path, most, out var bytes);
        if (wrong is not { } what) return bytes;
        problems.Add(new Problem(new Place(shown), what.Code, what.Message, what.Remedy));
        return null;
    }

    /// <summary>Opens the file at <paramref name="path"/> as a stream from its beginning, for readers that take files of any size.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="shown">The name used in problems.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The stream, or null with a problem.</returns>
    public static Stream? Stream(string path, string shown, List<Problem> problems)
    {
        var wrong = WhyNot(FileKinds.Of(path));
        try
        {
            // No buffer of its own: the readers have one.
            if (wrong is null) return new FileStream(Open(path), FileAccess.Read, bufferSize: 0);
        }
        catch (UnauthorizedAccessException)
        {
            wrong = WhyNot(FileKind.Denied);
        }
        catch (Exception e) when (e is IOException or NotSupportedException)
        {
            wrong = ("file.unreadable", $"the file cannot be read: {Because(e)}", "");
        }

        problems.Add(new Problem(new Place(shown), wrong!.Value.Code, wrong.Value.Message, wrong.Value.Remedy));
        return null;
    }

    /// <summary>Opens a regular file for reading.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    internal static SafeFileHandle Open(string path) => File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);

    /// <summary>Why a path is no file that can be read; null for a file.</summary>
    internal static (string Code, string Message, string Remedy)? WhyNot(FileKind kind) => kind switch
    {
        FileKind.File => null,
        FileKind.Missing => ("file.missing", "there is no such file", "create it, or correct the name"),
        FileKind.Directory => ("file.directory", "this is a directory where a file is expected", "name a file"),
        FileKind.Special => ("file.special", "this is a pipe, socket or device, not a file", "put a regular file there"),
        _ => ("file.unreadable", "the file may not be read", "give read permission"),
    };

    private static (string Code, string Message, string Remedy)? Read(string path, int most, out byte[]? bytes)
    {
        bytes = null;
        if (WhyNot(FileKinds.Of(path)) is { } wrong) return wrong;
        try
        {
            using var file = Open(path);
            var length = RandomAccess.GetLength(file);
            if (length > most) return TooLarge(length, most);
            // A byte more than it had: a file that grew meanwhile is not cut off unseen.
            var buffer = new byte[length + 1];
            var read = 0;
            for (int n; read < buffer.Length && (n = RandomAccess.Read(file, buffer.AsSpan(read), read)) > 0;) read += n;
            if (read == buffer.Length) return ("file.changed", "the file grew while it was read", "run again when nothing writes it");
            bytes = buffer.AsSpan(0, read).ToArray();
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return ("file.unreadable", "the file may not be read", "give read permission");
        }
        catch (Exception e) when (e is IOException or NotSupportedException)
        {
            return ("file.unreadable", $"the file cannot be read: {Because(e)}", "");
        }
    }

    private static (string Code, string Message, string Remedy) TooLarge(long length, int most) =>
        ("file.too-large", $"the file has {Size(length)}", $"at most {Size(most)} are read");

    private static string Size(long bytes) => bytes >= 1024 * 1024 ? $"{bytes / 1024 / 1024} MiB" : $"{bytes} bytes";

    /// <summary>Why a file could not be read or written, in the words of the system without the absolute path that .NET adds to them.</summary>
    public static string Because(Exception e)
    {
        var text = e.Message;
        var at = text.IndexOf(" : '", StringComparison.Ordinal);
        return (at < 0 ? text : text[..at]).TrimEnd('.');
    }
}
