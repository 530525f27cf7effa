using System.IO.Hashing;
using System.Security.Cryptography;
using Marque.Frozen;
using Marque.Text;

namespace Marque.Outside;

/// <summary>What a member of a container is made of.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Sha256">The digest its bytes must have.</param>
public sealed record Packed(string Name, long Size, Digest Sha256)
{
    /// <summary>The bytes; empty when they come from a file.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The file that holds them, absolute; null: <see cref="Bytes"/>.</summary>
    public string? File { get; init; }

    /// <summary>A member of bytes.</summary>
    public static Packed Of(string name, ReadOnlyMemory<byte> bytes) => new(name, bytes.Length, Digest.Of(bytes.Span)) { Bytes = bytes };
}

/// <summary>Writes a container: streamed, whole or not at all. Files are read once more and must still have the digest they had when they were looked at.</summary>
public static class Packing
{
    // Large blocks: SHA-256 and disk at their full rate.
    private const int Block = 1024 * 1024;

    /// <summary>Writes the container.</summary>
    /// <param name="target">The file to write, absolute.</param>
    /// <param name="shown">Its name in problems.</param>
    /// <param name="members">The members.</param>
    /// <param name="replace">Whether an existing file may be replaced.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Ends the run; nothing is left.</param>
    /// <returns>Why nothing was written; empty when all is written.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IReadOnlyList<Problem> Write(string target, string shown, IReadOnlyList<Packed> members, bool replace, SeeingProgress progress, CancellationToken cancel = default)
    {
        var place = new Place(shown);
        var kind = FileKinds.Of(target);
        if (kind == FileKind.File && !replace) return [new Problem(place, "file.exists", "the file exists", "name another with --out, or replace it with --force")];
        if (kind is not (FileKind.File or FileKind.Missing)) return [new Problem(place, "file.unwritable", "a file cannot be written there", "name a file with --out")];
        if (FileKinds.Of(Path.GetDirectoryName(target)!) != FileKind.Directory) return [new Problem(place, "file.no-folder", "its folder does not exist", "make the folder, or name another with --out")];
        foreach (var member in members) progress.Expect(member.Size);
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Environment.ProcessId}.tmp");
        var problems = new List<Problem>();
        try
        {
            using (var file = new FileStream(temporary, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 }))
            {
                Write(file, members, progress, problems, cancel);
                if (problems.Count == 0) file.Flush(flushToDisk: true);
            }

            // A file that came meanwhile is not replaced without leave.
            if (problems.Count == 0) File.Move(temporary, target, replace);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(place, "file.unwritable", $"the file cannot be written: {Files.Because(e)}", "name a file in a folder that can be written, with --out"));
        }
        finally
        {
            Whole.TryDelete(temporary);
        }

        return problems;
    }

    private static void Write(FileStream to, IReadOnlyList<Packed> members, SeeingProgress progress, List<Problem> problems, CancellationToken cancel)
    {
        var container = new Container([.. members.Select(m => new Member(m.Name, m.Size))]);
        var byName = members.ToDictionary(m => m.Name, StringComparer.Ordinal);
        var sums = new uint[container.Members.Count];
        var buffer = new byte[Block];
        for (var i = 0; i < sums.Length; i++)
        {
            var member = byName[container.Members[i].Name];
            var header = container.OffsetOf(i);
            to.Position = header;
            to.Write(container.HeaderOf(i, 0));
            if (Copy(member, to, buffer, progress, cancel) is not { } sum)
            {
                problems.Add(new Problem(new Place(member.Name), "file.changed", "the artefact has changed since it was looked at", "run the command again when nothing writes it"));
                continue;
            }

            sums[i] = sum;
            // The checksum stands before the bytes it is of.
            to.Position = header;
            to.Write(container.HeaderOf(i, sum));
        }

        to.Position = container.DirectoryOffset;
        to.Write(container.Directory(sums));
    }

    /// <summary>The CRC-32 of the member's bytes; null when they are not those announced.</summary>
    private static uint? Copy(Packed member, FileStream to, byte[] buffer, SeeingProgress progress, CancellationToken cancel)
    {
        var crc = new Crc32();
        if (member.File is null)
        {
            crc.Append(member.Bytes.Span);
            to.Write(member.Bytes.Span);
            progress.Read((int)member.Size);
            return crc.GetCurrentHashAsUInt32();
        }

        try
        {
            using var file = Files.Open(member.File);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long done = 0;
            for (int n; (n = RandomAccess.Read(file, buffer, done)) > 0;)
            {
                cancel.ThrowIfCancellationRequested();
                done += n;
                if (done > member.Size) return null;
                crc.Append(buffer.AsSpan(0, n));
                hash.AppendData(buffer, 0, n);
                to.Write(buffer, 0, n);
                progress.Read(n);
            }

            return done == member.Size && Digest.FromBytes(hash.GetHashAndReset()) == member.Sha256 ? crc.GetCurrentHashAsUInt32() : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
