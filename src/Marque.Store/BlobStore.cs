using System.Globalization;
using Marque.Outside;
using Marque.Text;

namespace Marque.Store;

/// <summary>Bytes by their SHA-256 digest, each once, in folders by its first two digits. A blob is written whole or not at all, and never over another.</summary>
public sealed class BlobStore
{
    private readonly string folder;

    /// <summary>The blobs in a folder, which is made with the first of them.</summary>
    /// <param name="folder">Its absolute path.</param>
    internal BlobStore(string folder) => this.folder = folder;

    /// <summary>The path of a blob, whether it is there or not.</summary>
    /// <param name="digest">Its digest.</param>
    public string PathOf(Digest digest)
    {
        var hex = digest.ToString();
        return Path.Combine(folder, hex[..2], hex[2..]);
    }

    /// <summary>Whether the blob is there.</summary>
    /// <param name="digest">Its digest.</param>
    public bool Has(Digest digest) => File.Exists(PathOf(digest));

    /// <summary>Opens a blob for reading; null: it is not there.</summary>
    /// <param name="digest">Its digest.</param>
    public Stream? Open(Digest digest)
    {
        try
        {
            return new FileStream(PathOf(digest), new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read, BufferSize = 0 });
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Keeps bytes. When it returns they are on disk.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>Their digest.</returns>
    public Digest Put(ReadOnlySpan<byte> bytes)
    {
        var digest = Digest.Of(bytes);
        if (Has(digest)) return digest;
        using var file = New();
        file.Stream.Write(bytes);
        file.Finish(digest);
        return digest;
    }

    /// <summary>A blob to be written piece by piece, and named when its digest is known.</summary>
    public UnfinishedBlob New() => new(this, folder);

    /// <summary>Removes a blob that nobody reads.</summary>
    /// <returns>Whether it is gone.</returns>
    internal bool Remove(Digest digest)
    {
        var path = PathOf(digest);
        try
        {
            using (new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 }))
            {
                File.Delete(path);
            }

            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody reads it; the next writer tries again.
            return false;
        }
    }

    /// <summary>The digests of all blobs.</summary>
    internal IEnumerable<Digest> All()
    {
        if (!Directory.Exists(folder)) yield break;
        foreach (var first in Directory.EnumerateDirectories(folder))
        {
            foreach (var file in Directory.EnumerateFiles(first))
            {
                if (Digest.TryParse(Path.GetFileName(first) + Path.GetFileName(file), out var digest)) yield return digest;
            }
        }
    }

    /// <summary>Removes what processes that were ended left half-written. Only for the one writer.</summary>
    internal void Sweep()
    {
        if (!Directory.Exists(folder)) return;
        foreach (var left in Directory.EnumerateFiles(folder, "*.tmp")) File.Delete(left);
    }

    /// <summary>A blob that is not whole yet.</summary>
    public sealed class UnfinishedBlob : IDisposable
    {
        private static int count;

        private readonly BlobStore blobs;
        private readonly string path;

        internal UnfinishedBlob(BlobStore blobs, string folder)
        {
            this.blobs = blobs;
            PrivateFolder.Make(folder);
            path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Interlocked.Increment(ref count)}.tmp"));
            Stream = new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 });
        }

        /// <summary>What is written to it.</summary>
        public FileStream Stream { get; }

        /// <summary>Gives it its name, when its bytes are on disk.</summary>
        /// <param name="digest">The digest of what was written.</param>
        public void Finish(Digest digest)
        {
            Stream.Flush(flushToDisk: true);
            Stream.Dispose();
            var target = blobs.PathOf(digest);
            var parent = Path.GetDirectoryName(target)!;
            PrivateFolder.Make(parent);
            // The same digest is the same bytes: what stands there stays.
            if (!File.Exists(target)) File.Move(path, target);
            FolderNames.Flush(parent);
        }

        /// <summary>Removes it, unless it was finished.</summary>
        public void Dispose()
        {
            Stream.Dispose();
            File.Delete(path);
        }
    }
}
