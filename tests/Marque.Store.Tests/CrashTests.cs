using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Marque.Store.Tests;

public sealed class CrashTests : IDisposable
{
    private static readonly int Kills = Environment.GetEnvironmentVariable("MARQUE_TEST_FULL") == "1" ? 100 : 8;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_writer_that_is_killed_loses_nothing_acknowledged_and_leaves_nothing_half_done()
    {
        for (var i = 0; i < Kills; i++)
        {
            using var child = Child.Start("crash", folder.Path);
            var last = child.Acknowledged();
            var start = Stopwatch.GetTimestamp();
            // Some time into its work, another at each turn.
            while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < RandomNumberGenerator.GetInt32(120)) last = child.Acknowledged() ?? last;
            last = child.Kill() ?? last;
            Assert.NotNull(last);
            Whole(last.Value);
        }
    }

    [Fact]
    public void What_a_killed_writer_left_half_written_is_swept_by_the_next()
    {
        Directory.CreateDirectory(folder.At("advisories"));
        File.WriteAllText(folder.At("advisories/123-1.tmp"), "half");
        using (var store = Stores.ToWrite(folder.Path))
        {
            var nobodys = store.WriteSegment(output => output.Write("a segment without a row"u8));
            Assert.False(File.Exists(folder.At("advisories/123-1.tmp")));
            Assert.Equal(1, store.CollectSegments());
            Assert.False(store.Segments.Has(nobodys));
        }
    }

    public void Dispose() => folder.Dispose();

    private void Whole(long acknowledged)
    {
        using (var connection = new SqliteConnection($"Data Source={folder.At("marque.db")};Pooling=false"))
        {
            connection.Open();
            Assert.Equal("ok", Sql.Scalar<string>(connection, "pragma integrity_check"));
            Assert.Empty(Sql.Rows(connection, "pragma foreign_key_check", row => row.GetString(0)));
        }

        using var store = Stores.ToRead(folder.Path);
        var there = store.FindFeed("osv")!.Records;
        // One more than was said may be there: it was made, and its word was cut off.
        Assert.InRange(there, acknowledged, acknowledged + 1);
        Assert.Equal(there, store.Sboms().Count);
        Assert.Equal(there, store.Releases().Count);
        Assert.Equal(there, store.SegmentRows().Count);
        foreach (var sbom in store.Sboms()) Assert.Equal(sbom.Sha256, Text.Digest.Of(File.ReadAllBytes(store.Blobs.PathOf(sbom.Sha256))));
        foreach (var (_, digest) in store.SegmentRows()) Assert.Equal(digest, Text.Digest.Of(File.ReadAllBytes(store.Segments.PathOf(digest))));
    }
}
