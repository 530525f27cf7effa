using System.IO.Compression;
using System.Text;
using CsCheck;
using Marque.Frozen;

namespace Marque.Tests.Frozen;

/// <summary>The container against another implementation of ZIP: that of .NET.</summary>
public sealed class ContainerTests
{
    private const long GiB = 1L << 30;

    private static readonly Gen<string> Name = Gen.Int[0, 40].Select(Gen.OneOf(Gen.Const("a"), Gen.Const("Ü"), Gen.Const("b/c"), Gen.Const("日本"), Gen.Const("x.y")), (i, s) => $"{s}{i}");

    [Fact]
    public void What_is_packed_is_unpacked_by_another_program() =>
        Gen.Select(Name, Gen.Byte.Array[0, 300]).Array[0, 20].Sample(members =>
        {
            var distinct = members.DistinctBy(m => m.Item1).ToDictionary(m => m.Item1, m => m.Item2, StringComparer.Ordinal);
            using var stream = new MemoryStream(Write(distinct));
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            Assert.Equal(distinct.Keys.Order(StringComparer.Ordinal), zip.Entries.Select(e => e.FullName));
            foreach (var entry in zip.Entries)
            {
                using var content = entry.Open();
                using var bytes = new MemoryStream();
                content.CopyTo(bytes);
                Assert.Equal(distinct[entry.FullName], bytes.ToArray());
                Assert.Equal(Crc(bytes.ToArray()), entry.Crc32);
                Assert.Equal(entry.Length, entry.CompressedLength);
                Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime);
            }
        }, iter: 200);

    [Fact]
    public void The_order_in_which_members_are_given_does_not_matter()
    {
        var members = new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["b"] = [1], ["a/z"] = [2, 3], ["a"] = [] };
        Assert.Equal(Write(members), Write(members.Reverse().ToDictionary(m => m.Key, m => m.Value, StringComparer.Ordinal)));
    }

    [Fact]
    public void A_small_file_has_no_field_of_ZIP64_and_the_bytes_that_the_specification_gives()
    {
        // APPNOTE 6.3.10, 4.3.7 and 4.3.12 and 4.3.16, by hand; the CRC-32 of "1" is 83DCEFB7.
        var expected = "504B0304" + "1400" + "0008" + "0000" + "0000" + "2100" + "B7EFDC83" + "01000000" + "01000000" + "0100" + "0000" + "61" + "31"
            + "504B0102" + "1403" + "1400" + "0008" + "0000" + "0000" + "2100" + "B7EFDC83" + "01000000" + "01000000" + "0100" + "0000" + "0000" + "0000" + "0000" + "0000A481" + "00000000" + "61"
            + "504B0506" + "0000" + "0000" + "0100" + "0100" + "2F000000" + "20000000" + "0000";
        Assert.Equal(expected, Convert.ToHexString(Write(new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["a"] = "1"u8.ToArray() })));
    }

    [Theory]
    [InlineData(65_534, false)]
    [InlineData(65_535, true)]
    [InlineData(70_000, true)]
    public void More_members_than_the_old_format_counts_are_read_back(int count, bool needsZip64)
    {
        var members = Enumerable.Range(0, count).ToDictionary(i => $"m{i:D6}", _ => Array.Empty<byte>(), StringComparer.Ordinal);
        var bytes = Write(members);
        Assert.Equal(needsZip64, bytes.AsSpan().IndexOf("PK\u0006\u0006"u8) >= 0);
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        Assert.Equal(count, zip.Entries.Count);
        Assert.Equal($"m{count - 1:D6}", zip.Entries[^1].FullName);
    }

    [Theory]
    [InlineData((4 * GiB) - 2, 10)]
    [InlineData((4 * GiB) - 1, 10)]
    [InlineData(4 * GiB, 10)]
    [InlineData(9 * GiB, 5 * GiB)]
    public void Members_larger_and_farther_than_four_gibibytes_are_read_back(long first, long second)
    {
        var container = new Container([new("a.bin", first), new("b.bin", second), new("c.txt", 5)]);
        using var stream = new SparseStream();
        for (var i = 0; i < 3; i++) stream.Put(container.OffsetOf(i), container.HeaderOf(i, i == 2 ? Crc("hello"u8) : 0));
        stream.Put(container.OffsetOf(2) + container.HeaderOf(2, 0).Length, "hello"u8.ToArray());
        stream.Put(container.DirectoryOffset, container.Directory([0, 0, Crc("hello"u8)]));
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        Assert.Equal([first, second, 5], zip.Entries.Select(e => e.Length));
        using var reader = new StreamReader(zip.Entries[2].Open(), Encoding.UTF8);
        Assert.Equal("hello", reader.ReadToEnd());
        using var large = zip.Entries[0].Open();
        Assert.Equal(0, large.ReadByte());
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("/x")]
    [InlineData("a//b")]
    [InlineData("a\\b")]
    [InlineData("C:x")]
    [InlineData("nul.txt")]
    [InlineData("a/.")]
    public void A_name_that_leads_elsewhere_is_no_member(string name) => Assert.Throws<ArgumentException>(() => new Container([new(name, 0)]));

    [Fact]
    public void Two_members_of_one_name_are_refused() => Assert.Throws<ArgumentException>(() => new Container([new("a", 0), new("a", 1)]));

    private static byte[] Write(Dictionary<string, byte[]> contents)
    {
        var container = new Container([.. contents.Select(c => new Member(c.Key, c.Value.Length))]);
        using var to = new MemoryStream();
        for (var i = 0; i < container.Members.Count; i++)
        {
            var content = contents[container.Members[i].Name];
            Assert.Equal(to.Position, container.OffsetOf(i));
            to.Write(container.HeaderOf(i, Crc(content)));
            to.Write(content);
        }

        Assert.Equal(to.Position, container.DirectoryOffset);
        to.Write(container.Directory([.. container.Members.Select(m => Crc(contents[m.Name]))]));
        return to.ToArray();
    }

    // ISO 3309, bit by bit: as in the specification, not as in the program.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
