using System.Globalization;
using Marque.Text;

namespace Marque.Store;

/// <summary>One writer at a time: a lock on a file that ends with its process, however that ends; another file says whose it is.</summary>
internal sealed class WriterLock : IDisposable
{
    // How the system says that another holds it: ERROR_SHARING_VIOLATION; EWOULDBLOCK of Linux and of macOS.
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int WouldBlock = 11;
    private const int WouldBlockOnMac = 35;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private readonly FileStream file;
    private readonly string name;

    private WriterLock(FileStream held, string holder) => (file, name) = (held, holder);

    /// <summary>Takes the lock, waiting for another writer to end.</summary>
    /// <param name="folder">The data directory.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="waiting">Told once, with the process that holds it, before waiting.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <exception cref="StoreException">It is still held, or the directory may not be written.</exception>
    public static WriterLock Take(string folder, TimeSpan patience, Action<string> waiting, CancellationToken cancel)
    {
        var path = Path.Combine(folder, "writer.lock");
        var holder = Path.Combine(folder, "writer.pid");
        for (var left = patience; ; left -= Step)
        {
            if (Try(path) is { } held)
            {
                Name(holder);
                return new WriterLock(held, holder);
            }

            if (left == patience && patience > TimeSpan.Zero) waiting(Holder(holder));
            if (left <= TimeSpan.Zero) throw new StoreException(new Problem(new Place(folder), "store.locked", $"{Holder(holder)} is writing into this data directory", "run again when it has ended"));
            if (cancel.WaitHandle.WaitOne(Step)) throw new OperationCanceledException(cancel);
        }
    }

    public void Dispose()
    {
        try
        {
            File.Delete(name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It only names the process, which the next one does anew.
        }

        file.Dispose();
    }

    private static FileStream? Try(string path)
    {
        try
        {
            return new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 });
        }
        catch (UnauthorizedAccessException)
        {
            throw new StoreException(new Problem(new Place(path), "store.read-only", "the data directory may not be written", "give write permission, or name another with --data"));
        }
        catch (IOException e) when (e.HResult is SharingViolation or WouldBlock or WouldBlockOnMac)
        {
            return null;
        }
        catch (IOException e)
        {
            throw new StoreException(new Problem(new Place(path), "store.read-only", $"the data directory cannot be written: {e.Message}", "see to its disk and permissions, or name another with --data"));
        }
    }

    private static void Name(string holder)
    {
        try
        {
            File.WriteAllText(holder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The lock is what counts.
        }
    }

    private static string Holder(string holder)
    {
        try
        {
            return int.TryParse(File.ReadAllText(holder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? $"process {pid.ToString(CultureInfo.InvariantCulture)}" : "another process";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }
}
