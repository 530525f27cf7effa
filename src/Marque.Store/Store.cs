using Marque.Text;
using Microsoft.Data.Sqlite;

namespace Marque.Store;

/// <summary>Live state in the data directory: an SQLite database (write-ahead log, every acknowledged change on disk) and blobs by digest.
/// One process writes, any number read at the same time. Not for several threads at once.</summary>
public sealed partial class Store : IDisposable
{
    private const string FileName = "marque.db";

    private readonly SqliteConnection database;
    private readonly WriterLock? held;

    private Store(string folder, SqliteConnection connection, WriterLock? writer)
    {
        (Folder, database, held) = (folder, connection, writer);
        Blobs = new BlobStore(Path.Combine(folder, "blobs"));
        Segments = new BlobStore(Path.Combine(folder, "advisories"));
    }

    /// <summary>The data directory.</summary>
    public string Folder { get; }

    /// <summary>Bytes that are kept as they came: bills of materials.</summary>
    public BlobStore Blobs { get; }

    /// <summary>The files of the advisory index.</summary>
    public BlobStore Segments { get; }

    /// <summary>Whether there is a store in a data directory.</summary>
    /// <param name="folder">Its absolute path.</param>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Opens the store for writing; makes it where there is none.</summary>
    /// <param name="folder">The data directory, absolute.</param>
    /// <param name="patience">How long to wait for another writer.</param>
    /// <param name="waiting">Told once before waiting, with the process that writes.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <exception cref="StoreException">It cannot be opened; the problem says why.</exception>
    public static Store OpenToWrite(string folder, TimeSpan patience, Action<string> waiting, CancellationToken cancel = default)
    {
        try
        {
            PrivateFolder.Make(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(new Problem(new Place(folder), "store.read-only", $"the data directory cannot be made: {e.Message}", "give write permission, or name another with --data"));
        }

        var writer = WriterLock.Take(folder, patience, waiting, cancel);
        try
        {
            var file = Path.Combine(folder, FileName);
            var connection = Connect(file, SqliteOpenMode.ReadWriteCreate);
            var store = new Store(folder, connection, writer);
            try
            {
                Guarded(file, () =>
                {
                    // FULL: a commit returns when its log is on disk. The answer of the first is the mode that it is.
                    Sql.Scalar<string>(connection, "pragma journal_mode = wal");
                    Sql.Run(connection, "pragma synchronous = full");
                    Sql.Run(connection, "pragma foreign_keys = on");
                    Sql.Run(connection, "pragma temp_store = memory");
                    Sql.Run(connection, "pragma cache_size = -65536");
                    Migrations.Apply(connection, file);
                });
                store.Sweep();
                store.Renew();
                return store;
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Opens the store for reading; no writer is in the way.</summary>
    /// <param name="folder">The data directory, absolute.</param>
    /// <returns>Null: there is no store yet.</returns>
    /// <exception cref="StoreException">It cannot be opened; the problem says why.</exception>
    public static Store? OpenToRead(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file)) return null;
        var connection = ReadOnly(file);
        try
        {
            var version = Guarded(file, () => Migrations.Of(connection));
            Migrations.RefuseNewer(version, file);
            if (version < Migrations.Newest)
            {
                // Made by an older program, or by one that was ended before its first table.
                connection.Dispose();
                OpenToWrite(folder, TimeSpan.FromSeconds(10), _ => { }).Dispose();
                connection = ReadOnly(file);
            }

            var store = new Store(folder, connection, null);
            if (!store.IsOlder()) return store;
            connection.Dispose();
            OpenToWrite(folder, TimeSpan.FromSeconds(10), _ => { }).Dispose();
            connection = ReadOnly(file);
            return new Store(folder, connection, null);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Begins a change: all of it counts, on disk, when <see cref="Change.Commit"/> returns, or nothing of it.</summary>
    public Change Begin()
    {
        if (held is null) throw new InvalidOperationException("The store is open for reading.");
        return new Change(database.BeginTransaction(deferred: false));
    }

    /// <summary>Begins to read: all that is read until it is disposed is of one moment.</summary>
    public IDisposable Look()
    {
        var transaction = database.BeginTransaction(deferred: true);
        // The moment is that of the first look.
        Sql.Scalar<long>(database, "select count(*) from schema_version");
        return transaction;
    }

    /// <summary>How far a commit waits for the disk: 2 is FULL.</summary>
    internal long Synchronous() => Sql.Scalar<long>(database, "pragma synchronous");

    /// <summary>The most pages that the database may take, as if the disk ended there.</summary>
    internal void Limit(long pages) => Sql.Run(database, $"pragma max_page_count = {pages}");

    /// <inheritdoc/>
    public void Dispose()
    {
        database.Dispose();
        held?.Dispose();
    }

    private static SqliteConnection Connect(string file, SqliteOpenMode mode, bool immutable = false)
    {
        var source = immutable ? $"file:{Uri.EscapeDataString(file).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1" : file;
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = false, DefaultTimeout = 10 }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new StoreException(StoreException.Said(file, e.SqliteErrorCode, e.Message));
        }
    }

    // In a folder that may not be written the log's index cannot be made. Without a log the file stands still, and is read as it is.
    private static SqliteConnection ReadOnly(string file)
    {
        var connection = Connect(file, SqliteOpenMode.ReadOnly);
        try
        {
            Sql.Scalar<long>(connection, "select count(*) from sqlite_master");
            return connection;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 8 or 14 && !File.Exists(file + "-wal"))
        {
            connection.Dispose();
            return Connect(file, SqliteOpenMode.ReadOnly, immutable: true);
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new StoreException(StoreException.Said(file, e.SqliteErrorCode, e.Message));
        }
    }

    private static void Guarded(string file, Action work) => Guarded(file, () =>
    {
        work();
        return 0;
    });

    private static T Guarded<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw new StoreException(StoreException.Said(file, e.SqliteErrorCode, e.Message));
        }
    }

    // What was written but is named by no row: of a change that never came to its end, or replaced since.
    private void Sweep()
    {
        Blobs.Sweep();
        Segments.Sweep();
    }

    /// <summary>A change that is not yet made; undone when disposed before its commit.</summary>
    public sealed class Change : IDisposable
    {
        private readonly SqliteTransaction transaction;

        internal Change(SqliteTransaction transaction) => this.transaction = transaction;

        /// <summary>Makes it count.</summary>
        public void Commit() => transaction.Commit();

        /// <inheritdoc/>
        public void Dispose() => transaction.Dispose();
    }
}
