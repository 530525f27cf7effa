namespace Marque.Store.Tests;

public sealed class BlobStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Bytes_come_back_by_their_digest()
    {
        using var store = Stores.ToWrite(folder.Path);
        var digest = store.Blobs.Put("abc"u8);
        // FIPS 180-4, the example of one block.
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", digest.ToString());
        using var stream = store.Blobs.Open(digest);
        using var reader = new StreamReader(stream!);
        Assert.Equal("abc", reader.ReadToEnd());
        Assert.Null(store.Blobs.Open(Text.Digest.Of("other"u8)));
    }

    [Fact]
    public void A_blob_that_is_there_is_never_written_again()
    {
        using var store = Stores.ToWrite(folder.Path);
        var path = store.Blobs.PathOf(store.Blobs.Put("abc"u8));
        var before = File.GetLastWriteTimeUtc(path);
        File.SetLastWriteTimeUtc(path, before.AddDays(-1));
        store.Blobs.Put("abc"u8);
        Assert.Equal(before.AddDays(-1), File.GetLastWriteTimeUtc(path));
        using (var file = store.Blobs.New())
        {
            file.Stream.Write("abc"u8);
            file.Finish(Text.Digest.Of("abc"u8));
        }

        Assert.Equal(before.AddDays(-1), File.GetLastWriteTimeUtc(path));
        Assert.Single(Directory.EnumerateFiles(folder.At("blobs"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_segment_that_somebody_reads_is_not_removed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "an open file is not removed there anyway");
        using var store = Stores.ToWrite(folder.Path);
        var digest = store.WriteSegment(output => output.Write("segment"u8));
        using (store.Segments.Open(digest)) Assert.Equal(0, store.CollectSegments());
        Assert.True(store.Segments.Has(digest));
        Assert.Equal(1, store.CollectSegments());
    }

    public void Dispose() => folder.Dispose();
}
