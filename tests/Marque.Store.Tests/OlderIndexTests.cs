using Marque.Advisories;
using Marque.Components.Purls;
using Marque.Text;

namespace Marque.Store.Tests;

/// <summary>An advisory index that an older program wrote is written anew from the records it keeps; one of a newer program is refused.</summary>
public sealed class OlderIndexTests : IDisposable
{
    // Layout 1, written by the program that had it: UBUNTU-1 (feed osv-ubuntu) on openssl with libssl3 in its list, GHSA-1 (feed osv-npm) on left, and GHSA-2 deleted.
    private static readonly byte[] Older = Convert.FromBase64String(
        "TUFSUUFEVgHfId1JZnw3FwAAAAAAAAAAAQAAAAi1lOI5eIj7DgAAAAEAAAABAAAAAQAAADUAAAAAAAAAAAAAAAAA+LTISN4IAAAAAAAAAAAlAQAAJQEAAO3XkAkAAAAAAAAAADUAAAABAAAAAQAAAAAA+LTISN4IAAAlAQAAAAC5AAAAuQAA" +
        "AI4le9IZAAAANQAAACUAAAABAAAAAAAAAAAAAAAAAAAAAgDeAQAAAAAAAAAAAAAAAAAAAAAwAAAAWgAAAAAAAAAAAAAAAAAAANDW4Y6uYPEPAAAAAAAAAAA/I3L917nbVgEAAAAAAAAAj+dNxQ2O55ACAAAAAAAAAAIHb3N2LW5wbQpvc3Yt" +
        "dWJ1bnR1A25wbQRsZWZ0AAAAAAAGVWJ1bnR1B29wZW5zc2wJMjIuMDQ6TFRTQb5kPxKQTrMRAAAACFVCVU5UVS0xAAAAAAAAAADjztV9DwAAAAZHSFNBLTEAAAAAAAAAAMrCemQPAAAABkdIU0EtMgAAAAAAAAAA6XzFRC0AAAAQVWJ1bnR1" +
        "OjIyLjA0OkxUUwdvcGVuc3NsAAEAAAIAATABBTMuMC0yAAAAAABz6WKGHQAAAANucG0EbGVmdAABAQACAAEwAQUyLjAuMAAAAAAAeyJpZCI6IlVCVU5UVS0xIiwibW9kaWZpZWQiOiIyMDI2LTAxLTAxVDAwOjAwOjAwWiIsImFmZmVjdGVk" +
        "IjpbeyJwYWNrYWdlIjp7ImVjb3N5c3RlbSI6IlVidW50dToyMi4wNDpMVFMiLCJuYW1lIjoib3BlbnNzbCJ9LCJyYW5nZXMiOlt7InR5cGUiOiJFQ09TWVNURU0iLCJldmVudHMiOlt7ImludHJvZHVjZWQiOiIwIn0seyJmaXhlZCI6IjMu" +
        "MC0yIn1dfV0sImVjb3N5c3RlbV9zcGVjaWZpYyI6eyJiaW5hcmllcyI6W3siYmluYXJ5X25hbWUiOiJsaWJzc2wzIiwiYmluYXJ5X3ZlcnNpb24iOiIzLjAtMiJ9XX19XX17ImlkIjoiR0hTQS0xIiwibW9kaWZpZWQiOiIyMDI2LTAxLTAx" +
        "VDAwOjAwOjAwWiIsImFmZmVjdGVkIjpbeyJwYWNrYWdlIjp7ImVjb3N5c3RlbSI6Im5wbSIsIm5hbWUiOiJsZWZ0In0sInJhbmdlcyI6W3sidHlwZSI6IlNFTVZFUiIsImV2ZW50cyI6W3siaW50cm9kdWNlZCI6IjAifSx7ImZpeGVkIjoi" +
        "Mi4wLjAifV19XX1dfQkAAAAIAAAAAAAAACgAAAAAAAAAJf+CPTAAAAAAAAAAEAAAAAAAAADRe7BvQAAAAAAAAACQAAAAAAAAAOm6YkXQAAAAAAAAADAAAAAAAAAAm3djHgABAAAAAAAAFAAAAAAAAAAW9hh8FAEAAAAAAAArAAAAAAAAAPB5" +
        "S3c/AQAAAAAAAEcAAAAAAAAAAAAAAIYBAAAAAAAAWgAAAAAAAAAAAAAA4AEAAAAAAADeAQAAAAAAAAAAAAADAAAAAAAAAAAAAACWBAAAAAAAABmcfbVNQVJRQURWAQ==");

    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_older_one_is_written_anew_whoever_opens_it(bool toWrite)
    {
        var digest = With(Older);
        using var store = toWrite ? Stores.ToWrite(folder.Path) : Stores.ToRead(folder.Path);
        using var advisories = store.OpenAdvisories();
        Assert.Equal([7L], advisories.Segments);
        var (_, now) = Assert.Single(store.SegmentRows());
        Assert.NotEqual(digest, now);
        Assert.False(store.Segments.Has(digest));
        var at = Assert.Single(advisories.Index.ById("GHSA-1"));
        Assert.Equal("osv-npm", advisories.Index.Source(at));
        // What layout 1 did not know is known now.
        Assert.Equal("UBUNTU-1", Assert.Single(Match.Component(advisories.Index, Purl.Read("pkg:deb/ubuntu/libssl3@3.0-1?distro=ubuntu-22.04").Purl!).Findings).Vulnerability);
        Assert.Equal(2, advisories.Index.Statistics().Records);
    }

    [Fact]
    public void A_damaged_older_one_is_left_and_told()
    {
        var damaged = (byte[])Older.Clone();
        damaged[20] ^= 1;
        With(damaged);
        using var store = Stores.ToWrite(folder.Path);
        Assert.Equal("store.damaged", Assert.Throws<StoreException>(store.OpenAdvisories).Problem.Code);
    }

    [Fact]
    public void One_of_a_newer_program_is_refused_and_left()
    {
        var newer = (byte[])Older.Clone();
        newer[7] = 200;
        var digest = With(newer);
        using var store = Stores.ToWrite(folder.Path);
        var problem = Assert.Throws<StoreException>(store.OpenAdvisories).Problem;
        Assert.Equal("store.newer", problem.Code);
        Assert.Contains("layout 200", problem.Message, StringComparison.Ordinal);
        Assert.True(store.Segments.Has(digest));
    }

    public void Dispose() => folder.Dispose();

    private Digest With(byte[] segment)
    {
        using var store = Stores.ToWrite(folder.Path);
        var digest = store.WriteSegment(output => output.Write(segment));
        using var change = store.Begin();
        for (var number = 0; number < 7; number++) store.AddSegment(digest, 3);
        change.Commit();
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={folder.At("marque.db")};Pooling=false");
        connection.Open();
        Sql.Run(connection, "delete from segment where id < 7");
        return digest;
    }
}
