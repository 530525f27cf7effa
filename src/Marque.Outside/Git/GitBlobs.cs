using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Marque.Outside.Git;

/// <summary>Reads the bytes of objects from one <c>git cat-file --batch</c>, one after the other.</summary>
internal sealed class GitBlobs : IDisposable
{
    private readonly Process process;
    private readonly Stream output;
    private readonly CancellationToken cancel;
    private readonly CancellationTokenRegistration killing;
    private long left = -1;

    /// <summary>Takes a process over.</summary>
    /// <param name="process">The git that answers.</param>
    /// <param name="cancel">Ends it, also while it is waited for.</param>
    public GitBlobs(Process process, CancellationToken cancel)
    {
        (this.process, this.cancel) = (process, cancel);
        output = process.StandardOutput.BaseStream;
        // git says a line of each object that is broken, and would wait for ever once nobody takes them.
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        killing = cancel.Register(() => GitProgram.Kill(process));
    }

    /// <summary>The bytes of a small object; null when it is none, or larger.</summary>
    public byte[]? Read(string id, int most)
    {
        var length = Open(id);
        if (length < 0) return null;
        if (length > most)
        {
            Drain();
            return null;
        }

        var bytes = new byte[length];
        for (int at = 0, n; at < bytes.Length && (n = Next(bytes.AsSpan(at))) > 0;) at += n;
        Drain();
        return bytes;
    }

    /// <summary>Begins an object; its bytes come from <see cref="Next"/>. Whatever stood open before is read to its end.</summary>
    /// <returns>Its length; -1: there is no such object here.</returns>
    /// <exception cref="IOException">git ended, or answered what it never does.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public long Open(string id)
    {
        Drain();
        if (!GitRepository.IsId(id)) return -1;
        Ask(id);
        // ID SP TYPE SP SIZE LF, or ID SP "missing" LF (git-cat-file(1)).
        var fields = Line().Split(' ');
        if (fields is not [_, "blob", var size] || !long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            if (fields is [_, not "blob", var other] && long.TryParse(other, NumberStyles.None, CultureInfo.InvariantCulture, out left)) Drain();
            return -1;
        }

        left = length;
        return length;
    }

    /// <summary>The next bytes of the open object; 0 at its end.</summary>
    /// <exception cref="IOException">git ended in the middle.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public int Next(Span<byte> into)
    {
        if (left <= 0) return 0;
        var n = output.Read(into[..(int)Math.Min(into.Length, left)]);
        if (n == 0) throw Ended("git ended in the middle of an object");
        left -= n;
        return n;
    }

    public void Dispose()
    {
        killing.Dispose();
        GitProgram.Kill(process);
        process.Dispose();
    }

    private void Ask(string id)
    {
        try
        {
            process.StandardInput.Write($"{id}\n");
            process.StandardInput.Flush();
        }
        catch (IOException e)
        {
            throw Ended($"git ended: {e.Message}");
        }
    }

    // A git that was killed ends like one that fails.
    private Exception Ended(string message) => cancel.IsCancellationRequested ? new OperationCanceledException(cancel) : new IOException(message);

    private void Drain()
    {
        if (left < 0) return;
        var buffer = new byte[16 * 1024];
        while (Next(buffer) > 0)
        {
        }

        // The line end after each object.
        if (output.ReadByte() != '\n') throw Ended("git answered something else than an object");
        left = -1;
    }

    private string Line()
    {
        var line = new StringBuilder();
        for (int b; (b = output.ReadByte()) != '\n';)
        {
            if (b < 0 || line.Length > 4096) throw Ended("git ended, or answered something else than an object");
            line.Append((char)b);
        }

        return line.ToString();
    }
}
