using System.IO.Compression;
using System.Text;
using Marque.Text;

namespace Marque.Outside.Tests;

public sealed class ReadSbomTests : IDisposable
{
    private const string Bom = """{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"components":[{"type":"library","name":"a","version":"1"}]}""";

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_packed_file_says_what_its_content_says_and_its_digest_is_that_of_the_packed_bytes()
    {
        var packed = Gzip(Encoding.UTF8.GetBytes(Bom));
        var problems = new List<Problem>();
        var read = Read(packed, problems)!;
        Assert.Empty(problems);
        Assert.Equal((Digest.Of(packed), (long)packed.Length, "a"), (read.Sha256, read.Bytes, read.Sbom.Components.Single().Name));
        Assert.True(read.Conformance(problems, new SeeingProgress(), CancellationToken.None)!.Conforms);
        var plain = Read(Encoding.UTF8.GetBytes(Bom), problems)!;
        Assert.Equal(Digest.Of(Encoding.UTF8.GetBytes(Bom)), plain.Sha256);
    }

    [Fact]
    public void A_place_in_a_packed_file_is_one_in_its_content()
    {
        var problems = new List<Problem>();
        Assert.Null(Read(Gzip("{\n\n\"bomFormat\": nothing }"u8.ToArray()), problems));
        Assert.Equal((3, "json.syntax"), (Assert.Single(problems).Place.Line, problems[0].Code));
    }

    [Theory]
    [InlineData("cut off", "it is cut off, or damaged")]
    [InlineData("no more than a head", "it is cut off")]
    [InlineData("damaged", "it is damaged")]
    [InlineData("more behind it", "something that is no gzip stands behind its end")]
    [InlineData("a bomb", "it unpacks to more than 150 times its size")]
    public void A_packed_file_that_is_not_whole_or_means_harm_is_refused_with_a_reason(string what, string reason)
    {
        // Tag-value is whole wherever it is cut: nothing but the packing tells.
        var text = Encoding.UTF8.GetBytes("SPDXVersion: SPDX-2.3\nDocumentName: d\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"PackageName: p{i}\nSPDXID: SPDXRef-{i}\n")));
        var packed = Gzip(text);
        var bytes = what switch
        {
            "cut off" => packed[..^4000],
            "no more than a head" => packed[..12],
            "damaged" => [.. packed[..200], .. new byte[40], .. packed[240..]],
            "more behind it" => [.. packed, .. "PackageName: z\n"u8],
            _ => Gzip(Encoding.ASCII.GetBytes(Bom[..^1] + new string(' ', 100 * 1024 * 1024) + "}")),
        };
        var problems = new List<Problem>();
        Assert.Null(Read(bytes, problems));
        Assert.Equal("sbom.packed", Assert.Single(problems).Code);
        Assert.Contains(reason, problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_one_behind_the_other_are_one_file()
    {
        var bom = Encoding.UTF8.GetBytes(Bom);
        var problems = new List<Problem>();
        Assert.NotNull(Read([.. Gzip(bom[..20]), .. Gzip(bom[20..])], problems));
        Assert.Empty(problems);
    }

    public void Dispose() => folder.Dispose();

    // bgzip ends every file with such a block; its packed bytes end with the zeros that are its checksum and length.
    [Fact]
    public void A_member_of_no_content_may_stand_anywhere()
    {
        var empty = Convert.FromHexString("1f8b08040000000000ff0600424302001b0003000000000000000000");
        var bom = Encoding.UTF8.GetBytes(Bom);
        var problems = new List<Problem>();
        Assert.NotNull(Read([.. empty, .. Gzip(bom[..20]), .. empty, .. empty, .. Gzip(bom[20..]), .. empty], problems));
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData(new byte[] { 7 }, false)]
    [InlineData(new byte[] { 7 }, true)]
    [InlineData(new byte[] { 0 }, false)]
    [InlineData(new byte[] { 0, 7 }, true)]
    public void What_stands_behind_the_last_member_is_refused(byte[] behind, bool isBehindEmpty)
    {
        byte[] empty = isBehindEmpty ? Convert.FromHexString("1f8b08040000000000ff0600424302001b0003000000000000000000") : [];
        var problems = new List<Problem>();
        Assert.Null(Read([.. Gzip(Encoding.UTF8.GetBytes(Bom)), .. empty, .. behind], problems));
        Assert.Contains("something that is no gzip stands behind its end", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    private static byte[] Gzip(byte[] content)
    {
        var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize)) zip.Write(content);
        return packed.ToArray();
    }

    private ReadSbom? Read(byte[] bytes, List<Problem> problems)
    {
        var path = folder.At("bom.json.gz");
        File.WriteAllBytes(path, bytes);
        return ReadSbom.Of(path, "bom.json.gz", problems, new SeeingProgress(), CancellationToken.None);
    }
}
