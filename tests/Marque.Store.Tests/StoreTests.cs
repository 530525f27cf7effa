using Microsoft.Data.Sqlite;

namespace Marque.Store.Tests;

public sealed class StoreTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Where_nothing_was_written_there_is_no_store_and_reading_makes_none()
    {
        Assert.Null(Store.OpenToRead(folder.At("data")));
        Assert.False(Directory.Exists(folder.At("data")));
    }

    [Fact]
    public void The_data_directory_is_made_with_those_above_it_and_only_its_user_may_enter()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("modes of Unix");
        Stores.ToWrite(folder.At("a/b")).Dispose();
        foreach (var made in new[] { "a", "a/b" }) Assert.Equal(Private, OperatingSystem.IsWindows() ? Private : File.GetUnixFileMode(folder.At(made)));
    }

    [Fact]
    public void What_is_committed_is_there_when_it_is_opened_again_and_what_is_not_is_not()
    {
        using (var store = Stores.ToWrite(folder.Path))
        {
            using (var change = store.Begin())
            {
                store.Put(Stores.Feed("osv", 7) with { ETag = "\"x\"" });
                change.Commit();
            }

            using (store.Begin()) store.Put(Stores.Feed("other", 1));
        }

        using var again = Stores.ToRead(folder.Path);
        Assert.Equal(Stores.Feed("osv", 7) with { ETag = "\"x\"" }, Assert.Single(again.Feeds()));
        Assert.Null(again.FindFeed("other"));
    }

    [Fact]
    public void Commits_return_when_they_are_on_disk()
    {
        Stores.ToWrite(folder.Path).Dispose();
        using var connection = new SqliteConnection($"Data Source={folder.At("marque.db")};Pooling=false");
        connection.Open();
        Assert.Equal("wal", Sql.Scalar<string>(connection, "pragma journal_mode"));
        using var store = Stores.ToWrite(folder.Path);
        Assert.Equal(2, store.Synchronous());
    }

    [Fact]
    public void A_reader_sees_one_moment_and_no_writer_stands_in_its_way()
    {
        using var writer = Stores.ToWrite(folder.Path);
        using (var change = writer.Begin())
        {
            writer.Put(Stores.Feed("osv", 1));
            change.Commit();
        }

        using var reader = Stores.ToRead(folder.Path);
        using (reader.Look())
        {
            Assert.Equal(1, reader.FindFeed("osv")!.Records);
            using (var change = writer.Begin())
            {
                writer.Put(Stores.Feed("osv", 2));
                // Not made yet: another reader sees what was.
                using var other = Stores.ToRead(folder.Path);
                Assert.Equal(1, other.FindFeed("osv")!.Records);
                change.Commit();
            }

            Assert.Equal(1, reader.FindFeed("osv")!.Records);
        }

        Assert.Equal(2, reader.FindFeed("osv")!.Records);
    }

    [Fact]
    public void A_store_of_a_newer_program_is_refused_by_both_and_left_as_it_is()
    {
        Stores.ToWrite(folder.Path).Dispose();
        Execute("insert into schema_version (version) values (9999)");
        var before = File.ReadAllBytes(folder.At("marque.db"));
        Assert.Equal("store.newer", Assert.Throws<StoreException>(() => Stores.ToRead(folder.Path)).Problem.Code);
        Assert.Equal("store.newer", Assert.Throws<StoreException>(() => Stores.ToWrite(folder.Path)).Problem.Code);
        Assert.Equal(before, File.ReadAllBytes(folder.At("marque.db")));
    }

    [Fact]
    public void A_file_that_is_no_database_is_named_as_damaged()
    {
        Directory.CreateDirectory(folder.Path);
        File.WriteAllText(folder.At("marque.db"), new string('x', 5000));
        foreach (var open in new Func<Store>[] { () => Stores.ToRead(folder.Path), () => Stores.ToWrite(folder.Path) })
        {
            var problem = Assert.Throws<StoreException>(open).Problem;
            Assert.Equal(("store.damaged", folder.At("marque.db")), (problem.Code, problem.Place.File));
        }
    }

    [Fact]
    public void Damage_in_the_middle_of_the_database_is_said_when_it_is_met()
    {
        using (var store = Stores.ToWrite(folder.Path))
        {
            Stores.Sbom(store, "p", "1", [.. Enumerable.Range(0, 2000).Select(i => Stores.Npm($"package-{i}", "1.0.0"))]);
        }

        var bytes = File.ReadAllBytes(folder.At("marque.db"));
        bytes.AsSpan(4096).Fill(0x5a);
        File.WriteAllBytes(folder.At("marque.db"), bytes);
        var fault = Assert.ThrowsAny<Exception>(() =>
        {
            using var store = Stores.ToRead(folder.Path);
            return store.Sboms();
        });
        Assert.Equal("store.damaged", StoreException.Of(fault)?.Code);
    }

    [Fact]
    public void A_data_directory_that_may_not_be_written_is_read_all_the_same()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root") Assert.Skip("needs a user whom permissions bind");
        using (var store = Stores.ToWrite(folder.Path))
        using (var change = store.Begin())
        {
            store.Put(Stores.Feed("osv", 3));
            change.Commit();
        }

        Mode(UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            using var reader = Stores.ToRead(folder.Path);
            Assert.Equal(3, reader.FindFeed("osv")!.Records);
            Assert.Equal("store.read-only", Assert.Throws<StoreException>(() => Stores.ToWrite(folder.Path)).Problem.Code);
        }
        finally
        {
            Mode(Private);
        }
    }

    [Fact]
    public void A_disk_that_is_full_loses_nothing_that_was_acknowledged()
    {
        using var store = Stores.ToWrite(folder.Path);
        Stores.Sbom(store, "p", "1", Stores.Npm("a", "1.0.0"));
        store.Limit(pages: 60);
        var fault = Assert.ThrowsAny<Exception>(() => Stores.Sbom(store, "p", "2", [.. Enumerable.Range(0, 5000).Select(i => Stores.Npm($"package-{i}", "1.0.0"))]));
        Assert.Equal("store.full", StoreException.Of(fault)?.Code);
        Assert.Equal("1", Assert.Single(store.Releases()).Version);
        store.Limit(pages: 100_000);
        Stores.Sbom(store, "p", "2", Stores.Npm("b", "1.0.0"));
        Assert.Equal(2, store.Releases().Count);
    }

    public void Dispose() => folder.Dispose();

    private void Mode(UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.Path, mode);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.At("marque.db")};Pooling=false");
        connection.Open();
        Sql.Run(connection, sql);
        Sql.Run(connection, "pragma wal_checkpoint(truncate)");
    }
}
