using System.IO.Hashing;
using System.Security.Cryptography;
using Marque.Frozen;
using Marque.Text;
using Microsoft.Win32.SafeHandles;

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
        var problems = new List<Problem>();
        try
        {
            using var file = new Unfinished(target);
            Write(file.Stream, members, progress, problems, cancel);
            // A file that came meanwhile is not replaced without leave.
            if (problems.Count == 0) file.Finish(replace);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(place, "file.unwritable", $"the file cannot be written: {Files.Because(e)}", "name a file in a folder that can be written, with --out"));
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
            if (Copy(member, to, buffer, progress, problems, cancel) is not { } sum) continue;

            sums[i] = sum;
            // The checksum stands before the bytes it is of.
            to.Position = header;
            to.Write(container.HeaderOf(i, sum));
        }

        to.Position = container.DirectoryOffset;
        to.Write(container.Directory(sums));
    }

    /// <summary>The CRC-32 of the member's bytes; null with a problem when they cannot be read, or are not those announced.</summary>
    private static uint? Copy(Packed member, FileStream to, byte[] buffer, SeeingProgress progress, List<Problem> problems, CancellationToken cancel)
    {
        var crc = new Crc32();
        if (member.File is null)
        {
            crc.Append(member.Bytes.Span);
            to.Write(member.Bytes.Span);
            progress.Read((int)member.Size);
            return crc.GetCurrentHashAsUInt32();
        }

        if (OpenedOf(member, problems) is not { } file) return null;
        using var opened = file;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long done = 0;
        for (int n; (n = Next(file, buffer, done, member, problems)) != 0;)
        {
            cancel.ThrowIfCancellationRequested();
            if (n < 0) return null;
            done += n;
            if (done > member.Size) return Changed(member, problems);
            crc.Append(buffer.AsSpan(0, n));
            hash.AppendData(buffer, 0, n);
            to.Write(buffer, 0, n);
            progress.Read(n);
        }

        return done == member.Size && Digest.FromBytes(hash.GetHashAndReset()) == member.Sha256 ? crc.GetCurrentHashAsUInt32() : Changed(member, problems);
    }

    private static SafeFileHandle? OpenedOf(Packed member, List<Problem> problems)
    {
        try
        {
            return Files.Open(member.File!);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            Changed(member, problems);
        }
        catch (IOException e)
        {
            Unreadable(member, e, problems);
        }

        return null;
    }

    // The bytes read; -1 with a problem. What fails here is the artefact's fault, not the container's.
    private static int Next(SafeFileHandle file, byte[] buffer, long offset, Packed member, List<Problem> problems)
    {
        try
        {
            return RandomAccess.Read(file, buffer, offset);
        }
        catch (IOException e)
        {
            Unreadable(member, e, problems);
            return -1;
        }
    }

    private static uint? Changed(Packed member, List<Problem> problems)
    {
        problems.Add(new Problem(new Place(member.Name), "file.changed", "the artefact has changed since it was looked at", "run the command again when nothing writes it"));
        return null;
    }

    private static void Unreadable(Packed member, IOException e, List<Problem> problems) =>
        problems.Add(new Problem(new Place(member.Name), "file.unreadable", $"the artefact cannot be read: {Files.Because(e)}", "check the disk that holds it, and run the command again"));
}
