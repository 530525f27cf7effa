using System.Security.Cryptography;
using CsCheck;
using Marque.Text;

namespace Marque.Outside.Tests;

public sealed class HashingStreamTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void The_digest_is_of_the_whole_file_however_little_of_it_was_read()
    {
        var path = folder.At("file");
        Gen.Select(Gen.Int[0, 300_000], Gen.Int[0, 300_000], Gen.Int[1, 70_000], Gen.Int).Sample((size, read, chunk, seed) =>
        {
            var content = new byte[size];
#pragma warning disable CA5394 // Bytes of a test, reproducible by their seed.
            new Random(seed).NextBytes(content);
#pragma warning restore CA5394
            File.WriteAllBytes(path, content);
            using var file = Files.Open(path);
            long counted = 0;
            using var stream = new HashingStream(file, n => counted += n, CancellationToken.None);
            var buffer = new byte[chunk];
            var got = new MemoryStream();
            while (got.Length < read && stream.Read(buffer) is var n and > 0) got.Write(buffer, 0, n);
            Assert.Equal(Digest.FromBytes(SHA256.HashData(content)), stream.Finish());
            Assert.Equal(size, counted);
            Assert.True(content.AsSpan().StartsWith(got.ToArray()));
        }, iter: 60, threads: 1);
    }

    public void Dispose() => folder.Dispose();
}
