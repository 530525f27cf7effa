using System.Security.Cryptography;
using System.Text;
using Marque.Cases;
using Marque.Facts;
using Marque.Text;

namespace Marque.Outside;

/// <summary>Results of content checks, kept in the data directory by the digest of what was checked. A file is hashed on every run; only what is already known about
/// exactly these bytes, under exactly this series as declared, by exactly this build of the program, need not be worked out again. The folder may be deleted at any time.</summary>
public sealed class CheckedBefore
{
    private const int MaxBytes = 1024 * 1024;

    // Another build may check differently, so it does not believe what this one found.
    private static readonly byte[] Build = typeof(ContentCheck).Module.ModuleVersionId.ToByteArray();

    private readonly string folder;
    private bool refused;

    private CheckedBefore(string folder) => this.folder = folder;

    /// <summary>The results kept in a data directory; it is made when the first one is.</summary>
    /// <param name="data">The data directory.</param>
    public static CheckedBefore In(string data) => new(Path.Combine(data, "checks"));

    /// <summary>What is known about the bytes of this digest; null when they were not checked yet.</summary>
    internal Check? Find(Digest content, Series series, string fileName)
    {
        try
        {
            using var file = Files.Open(PathOf(content, series, fileName));
            var length = RandomAccess.GetLength(file);
            if (length > MaxBytes) return null;
            var bytes = new byte[length];
            return RandomAccess.Read(file, bytes, 0) == length ? CheckRecord.Read(bytes) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a result; where that is not possible, nothing is lost but time.</summary>
    internal void Keep(Digest content, Series series, string fileName, Check check)
    {
        if (Volatile.Read(ref refused)) return;
        var path = PathOf(content, series, fileName);
        var draft = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(draft, CheckRecord.Write(check));
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Volatile.Write(ref refused, true);
        }
    }

    private string PathOf(Digest content, Series series, string fileName)
    {
        using var key = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> bytes = stackalloc byte[32];
        key.AppendData(Build);
        content.CopyTo(bytes);
        key.AppendData(bytes);
        // The digest of a series is over all that it declares but its facts: kind and expectation are in it.
        series.Digest.CopyTo(bytes);
        key.AppendData(bytes);
        key.AppendData(Encoding.UTF8.GetBytes(fileName));
        key.GetHashAndReset(bytes);
        var name = Convert.ToHexStringLower(bytes);
        return Path.Combine(folder, name[..2], name);
    }
}
