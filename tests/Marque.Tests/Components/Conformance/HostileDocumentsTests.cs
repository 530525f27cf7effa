using System.Text;
using Marque.Components.Conformance;
using Marque.Text;

namespace Marque.Tests.Components.Conformance;

public class HostileDocumentsTests
{
    [Theory]
    [InlineData("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":", "[", "")]
    [InlineData("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":", "[{\"components\":", "")]
    [InlineData("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\">", "<components>", "")]
    [InlineData("{\"@context\":\"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\",\"@graph\":[", "{\"creationInfo\":", "")]
    public void Nesting_without_end_is_refused(string before, string level, string after)
    {
        var result = Checked.Of(before + string.Concat(Enumerable.Repeat(level, 100_000)) + after);
        Assert.False(result.Conforms);
        Assert.Contains(result.Problems, p => p.Demand == Demand.Syntax);
    }

    [Fact]
    public void A_document_cut_anywhere_does_not_conform_and_breaks_nothing()
    {
        var whole = Encoding.UTF8.GetBytes(Checked.Rich);
        for (var length = 0; length < whole.Length - 1; length += 7) Assert.False(Checked.Of(whole[..length]).Conforms, $"{length}");
    }

    [Fact]
    public void The_pieces_in_which_a_file_arrives_do_not_matter()
    {
        // One fault inside alternatives, one behind them, so that bytes are kept and looked at again.
        var document = Checked.With("\"name\": \"ours\"", "\"nome\": \"ours\"").Replace("\"score\": 7.5", "\"score\": \"x\"", StringComparison.Ordinal);
        var padded = document.Replace("\"text\": \"seen\"", $"\"text\": \"{new string('x', 200_000)}\"", StringComparison.Ordinal);
        foreach (var text in new[] { document, padded })
        {
            var expected = Checked.Of(text);
            Assert.Equal(["additionalProperties", "oneOf", "type"], expected.Problems.Select(p => p.Rule));
            foreach (var piece in new[] { 1, 7, 4096 })
            {
                using var file = new Pieces(Encoding.UTF8.GetBytes(text), piece);
                var given = ConformanceCheck.Run(file, TestContext.Current.CancellationToken);
                Assert.Equal(expected.Problems, given.Problems);
                Assert.Equal((expected.Version, expected.Conforms), (given.Version, given.Conforms));
            }
        }
    }

    [Theory]
    [InlineData("\"bom-ref\": \"b\", \"name\": \"b\"", "\"bom-ref\": \"b\", \"name\": \"b\", \"n\\u0061me\": \"c\"", "duplicate-key")]
    [InlineData("\"value\": \"y\"", "\"value\": \"\\ud800\"", "characters")]
    public void What_programs_read_differently_is_told(string old, string with, string rule)
    {
        var problem = Checked.Problem(Checked.With(old, with));
        Assert.Equal((Demand.Syntax, rule), (problem.Demand, problem.Rule));
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_told()
    {
        var bytes = Encoding.UTF8.GetBytes(Checked.Rich);
        bytes[Encoding.UTF8.GetByteCount(Checked.Rich.AsSpan(0, Checked.Rich.IndexOf("\"y\"", StringComparison.Ordinal))) + 1] = 0xFF;
        Assert.Equal("characters", Assert.Single(Checked.Of(bytes).Problems).Rule);
    }

    [Fact]
    public void Fields_and_items_in_great_number_stay_linear_and_are_told_once_each()
    {
        var fields = string.Join(',', Enumerable.Range(0, 200_000).Select(i => $"\"x{i}\":1"));
        var result = Checked.Of($"{{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",{fields},\"x7\":2}}");
        Assert.Equal(200_002, result.Problems.Count + result.Further);
    }

    [Theory]
    [InlineData("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"serialNumber\":\"", "\"}")]
    [InlineData("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><!--", "--></bom>")]
    [InlineData("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><components><component type=\"library\"><name><![CDATA[", "]]></name></component></components></bom>")]
    [InlineData("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\" serialNumber=\"", "\"></bom>")]
    [InlineData("SPDXVersion: SPDX-2.3\nDocumentName: ", "\n")]
    public void A_token_beyond_its_bound_is_refused_before_it_is_gathered(string before, string after)
    {
        using var file = new Filled(before, 40 * 1024 * 1024, after);
        var result = ConformanceCheck.Run(file, TestContext.Current.CancellationToken);
        Assert.Contains(result.Problems, p => p.Rule.EndsWith("-too-long", StringComparison.Ordinal));
        Assert.False(result.Conforms);
    }

    [Fact]
    public void A_check_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => ConformanceCheck.Run(new MemoryStream(Encoding.UTF8.GetBytes(Checked.Rich)), stop.Token));
    }

    // Gives a few bytes at a time and cannot seek.
    private sealed class Pieces(byte[] bytes, int most) : ForwardStream
    {
        private int at;

        public override int Read(Span<byte> buffer)
        {
            var length = Math.Min(Math.Min(most, buffer.Length), bytes.Length - at);
            bytes.AsSpan(at, length).CopyTo(buffer);
            at += length;
            return length;
        }
    }

    // So many letters between two texts; cannot seek either.
    private sealed class Filled(string before, int letters, string after) : ForwardStream
    {
        private long at;

        public override int Read(Span<byte> buffer)
        {
            var length = (int)Math.Min(buffer.Length, before.Length + letters + after.Length - at);
            for (var i = 0; i < length; i++, at++) buffer[i] = at < before.Length ? (byte)before[(int)at] : at < before.Length + letters ? (byte)'x' : (byte)after[(int)(at - before.Length - letters)];
            return length;
        }
    }
}
