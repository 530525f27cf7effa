using System.Globalization;
using System.Numerics;
using System.Text;
using CsCheck;
using Marque.Ledger;

namespace Marque.Tests.Ledger;

public class DsseTests
{
    private const string Published = """
        {"payload": "aGVsbG8gd29ybGQ=",
         "payloadType": "http://example.com/HelloWorld",
         "signatures": [{"sig": "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA=="}]}
        """;

    // DSSE 1.0.2, protocol, test vectors.
    private static PublicKey PublishedKey
    {
        get
        {
            byte[] point = [4, .. Coordinate("46950820868899156662930047687818585632848591499744589407958293238635476079160"), .. Coordinate("5640078356564379163099075877009565129882514886557779369047442380624545832820")];
            var key = PublicKey.OfP256(point);
            Assert.NotNull(key);
            return key;
        }
    }

    [Fact]
    public void The_encoding_before_signing_is_the_published_one() =>
        Assert.Equal("DSSEv1 29 http://example.com/HelloWorld 11 hello world", Encoding.UTF8.GetString(Dsse.Pae("http://example.com/HelloWorld", "hello world"u8)));

    [Fact]
    public void The_length_of_the_type_is_in_bytes() => Assert.Equal("DSSEv1 2 é 0 ", Encoding.UTF8.GetString(Dsse.Pae("é", [])));

    [Fact]
    public void The_published_envelope_verifies_with_its_key_only()
    {
        var envelope = Read(Published);
        Assert.Equal("hello world", Encoding.UTF8.GetString(envelope.Payload.Span));
        Assert.Equal(PublishedKey, Assert.Single(envelope.Verify(PublishedKey)));
        Assert.Empty(envelope.Verify(PublicKeyTests.Ed25519(Convert.FromHexString("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))));
    }

    [Fact]
    public void Another_type_or_payload_does_not_verify()
    {
        Assert.Empty(Read(Published.Replace("HelloWorld", "HelloWorlD", StringComparison.Ordinal)).Verify(PublishedKey));
        Assert.Empty(Read(Published.Replace("aGVsbG8gd29ybGQ=", "aGVsbG8gd29ybGR=", StringComparison.Ordinal).Replace("d29ybGR=", "d29ybGE=", StringComparison.Ordinal)).Verify(PublishedKey));
    }

    [Fact]
    public void Base64_may_be_URL_safe() =>
        Assert.Single(Read(Published.Replace("F+FnZ+O8", "F-FnZ-O8", StringComparison.Ordinal)).Verify(PublishedKey));

    [Fact]
    public void One_key_counts_once_however_often_it_signed_or_is_given()
    {
        var twice = Published.Replace("[{", "[{\"keyid\":\"other\",\"sig\":\"AAAA\"},{", StringComparison.Ordinal);
        Assert.Equal(2, Read(twice).Signatures.Count);
        Assert.Single(Read(twice).Verify(PublishedKey, PublishedKey));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"payload\":\"!\",\"payloadType\":\"a\",\"signatures\":[]}")]
    [InlineData("{\"payload\":\"\",\"payloadType\":1,\"signatures\":[]}")]
    [InlineData("{\"payload\":\"\",\"payloadType\":\"a\",\"signatures\":{}}")]
    [InlineData("{\"payload\":\"\",\"payloadType\":\"a\",\"signatures\":[1]}")]
    [InlineData("{\"payload\":\"\",\"payloadType\":\"\\ud800\",\"signatures\":[]}")]
    [InlineData("{\"payload\":\"\",\"payload\":\"\",\"payloadType\":\"a\",\"signatures\":[]}")]
    public void What_is_no_envelope_is_a_problem(string json) => Assert.StartsWith("dsse.", Assert.Single(Dsse.Read("a.json", Encoding.UTF8.GetBytes(json)).Problems).Code, StringComparison.Ordinal);

    [Fact]
    public void A_damaged_envelope_never_throws_and_never_verifies_another_payload()
    {
        var bytes = Encoding.UTF8.GetBytes(Published);
        var key = PublishedKey;
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte).Sample(
            (at, with) =>
            {
                var damaged = bytes.ToArray();
                damaged[at] = with;
                var read = Dsse.Read("a.json", damaged).Value;
                return read is null || read.Verify(key).Count == 0 || read.Payload.Span.SequenceEqual("hello world"u8);
            },
            iter: 3000);
    }

    private static Dsse Read(string json)
    {
        var read = Dsse.Read("a.json", Encoding.UTF8.GetBytes(json));
        Assert.Empty(read.Problems);
        return read.Value!;
    }

    private static byte[] Coordinate(string number)
    {
        var bytes = BigInteger.Parse(number, CultureInfo.InvariantCulture).ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }
}
