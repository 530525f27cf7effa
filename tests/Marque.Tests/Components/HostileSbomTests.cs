using System.Text;
using Marque.Components;
using Marque.Text;

namespace Marque.Tests.Components;

/// <summary>Files that are wrong, or made to hurt: a clear problem, or a bounded result.</summary>
public sealed class HostileSbomTests
{
    public static TheoryData<SbomFormat> Formats => new(Enum.GetValues<SbomFormat>());

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_cut_off_anywhere_is_refused_or_was_whole(SbomFormat format)
    {
        var bytes = Encoding.UTF8.GetBytes(Samples.Of(format));
        var last = format == SbomFormat.SpdxTagValue ? 0 : bytes.AsSpan().LastIndexOfAny("}>"u8);
        for (var length = 0; length < bytes.Length; length += 7)
        {
            var read = SbomFile.Read(new MemoryStream(bytes, 0, length), "cut");
            // Text without brackets has no end that could be missing.
            if (format == SbomFormat.SpdxTagValue) Assert.True(read.Value is not null || Assert.Single(read.Problems).Message.Length > 0);
            else if (length <= last) Assert.NotEmpty(Assert.Single(read.Problems).Message);
        }
    }

    [Theory]
    [InlineData("", "content.empty")]
    [InlineData("  \n ", "content.empty")]
    [InlineData("{}", "sbom.unknown-kind")]
    [InlineData("[]", "sbom.unknown-kind")]
    [InlineData("{\"payloadType\":\"x\",\"payload\":\"\"}", "sbom.unknown-kind")]
    [InlineData("{\"name\":\"app\",\"lockfileVersion\":3,\"packages\":{}}", "spdx.version")]
    [InlineData("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.8\"}", "cyclonedx.version")]
    [InlineData("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.1\"}", "cyclonedx.version")]
    [InlineData("{\"bomFormat\":\"CycloneDX\"}", "cyclonedx.version")]
    [InlineData("{\"bomFormat\":\"Other\",\"specVersion\":\"1.6\"}", "cyclonedx.format")]
    [InlineData("{\"spdxVersion\":\"SPDX-4.0\"}", "spdx.version")]
    [InlineData("{\"@context\":\"https://example.com\",\"@graph\":[]}", "spdx.version")]
    [InlineData("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\"} trailing", "json.syntax")]
    [InlineData("<html/>", "sbom.unknown-kind")]
    [InlineData("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.9\"/>", "cyclonedx.version")]
    [InlineData("<!DOCTYPE bom [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><components><component><name>&b;</name></component></components></bom>", "xml.dtd")]
    [InlineData("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><components><component><name>&b;</name></component></components></bom>", "xml.entity")]
    [InlineData("<?xml version=\"1.0\"?><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://spdx.org/rdf/terms#\"/>", "sbom.form")]
    [InlineData("SPDXID: \"SPDXRef-DOCUMENT\"\nspdxVersion: \"SPDX-2.3\"\n", "sbom.form")]
    [InlineData("BZh91AY", "sbom.compressed")]
    [InlineData("once upon a time\n", "sbom.unknown-kind")]
    [InlineData("SPDXVersion: SPDX-2.3\nDocumentComment: <text>never ends\n", "spdx.text")]
    [InlineData("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"metadata\":{\"component\":{\"name\":\"a\"},\"component\":{\"name\":\"b\"}}}", "sbom.two-subjects")]
    public void What_cannot_be_read_says_why(string text, string code)
    {
        var problem = Samples.Refused(text);
        Assert.Equal(code, problem.Code);
        Assert.NotEmpty(problem.Message);
    }

    [Fact]
    public void A_reference_that_stands_twice_is_told_and_the_first_is_meant()
    {
        var sbom = Samples.CycloneDx("""{"bom-ref":"a","name":"one"},{"bom-ref":"a","name":"two"},{"bom-ref":"b","name":"three"}""", """ "dependencies":[{"ref":"b","dependsOn":["a"]}] """);
        Assert.Equal("sbom.duplicate-reference", Assert.Single(sbom.Findings).Code);
        Assert.Equal([0], sbom.Graph.DependenciesOf(2));
        Assert.Equal("one", sbom.Find("a")?.Name);
        Assert.Equal("a", sbom.Components[1].Ref);
    }

    [Fact]
    public void A_reference_that_leads_nowhere_is_told_once_and_one_to_another_file_is_not()
    {
        var sbom = Samples.CycloneDx("""{"bom-ref":"a","name":"one"}""", """ "dependencies":[{"ref":"a","dependsOn":["gone","urn:cdx:f08a6ccd-4dce-4759-bd84-c626675d60a7/1#b"]},{"ref":"gone"}],"compositions":[{"aggregate":"complete","assemblies":["lost"]}],"vulnerabilities":[{"id":"CVE-2026-1","affects":[{"ref":"nobody"}]}] """);
        Assert.Equal(["'gone'", "'nobody'", "'lost'"], sbom.Findings.Select(f => f.Message[f.Message.IndexOf('\'', StringComparison.Ordinal)..]));
        Assert.All(sbom.Findings, f => Assert.Equal("sbom.lost-reference", f.Code));
    }

    [Fact]
    public void Circles_and_self_dependencies_are_found()
    {
        var sbom = Samples.CycloneDx("""{"bom-ref":"a","name":"a"},{"bom-ref":"b","name":"b"},{"bom-ref":"c","name":"c"},{"bom-ref":"d","name":"d"}""",
            """ "dependencies":[{"ref":"a","dependsOn":["b"]},{"ref":"b","dependsOn":["c"]},{"ref":"c","dependsOn":["a","d"]},{"ref":"d","dependsOn":["d"]}] """);
        Assert.Equal("sbom.self-dependency", Assert.Single(sbom.Findings).Code);
        Assert.Equal([3], sbom.Graph.SelfDependent);
        Assert.Equal([0, 1, 2], Assert.Single(sbom.Graph.Cycles));
    }

    [Fact]
    public void A_field_that_stands_twice_is_told_and_nothing_of_a_list_is_lost()
    {
        var sbom = Samples.CycloneDx("""{"name":"one","name":"two","cpe":"x","hashes":[{"alg":"MD5","content":"00"}],"hashes":[{"alg":"MD5","content":"01"}]}""", """ "components":[{"name":"three"}] """);
        Assert.Equal(["two", "three"], sbom.Components.Select(c => c.Name));
        Assert.Equal(["00", "01"], sbom.Components[0].Hashes.Select(h => h.Value));
        Assert.Equal(2, sbom.Findings.Count(f => f.Code == "sbom.duplicate-field"));
    }

    [Fact]
    public void Half_a_surrogate_pair_and_wrong_bytes_are_told_and_replaced()
    {
        var sbom = Samples.CycloneDx("""{"name":"a\ud800b","bom-ref":"\udc00"},{"n\u0061me":"escaped \ud83d\ude00"},{"\ud800":1,"name":"c"}""");
        Assert.Equal(["a\uFFFDb", "escaped \U0001F600", "c"], sbom.Components.Select(c => c.Name));
        var bytes = Encoding.Latin1.GetBytes("""{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"name":"ÿ"}]}""");
        var read = SbomFile.Read(new MemoryStream(bytes), "sbom").Value;
        Assert.Equal("\uFFFD", read?.Components[0].Name);
        Assert.Equal("sbom.damaged-text", Assert.Single(read!.Findings).Code);
    }

    [Fact]
    public void Values_of_another_kind_are_passed_over_and_told()
    {
        var sbom = Samples.CycloneDx("""{"name":1,"version":["x"],"purl":null,"hashes":{},"licenses":"MIT","components":7,"supplier":"x"}""", """ "dependencies":{},"services":1,"vulnerabilities":"none","extra":{"a":[]} """);
        Assert.Single(sbom.Components);
        Assert.Equal("", sbom.Components[0].Name);
        Assert.Equal(9, sbom.Findings.Count(f => f.Code == "sbom.wrong-kind"));
        Assert.Equal(1, sbom.Findings.Count(f => f.Code == "sbom.unknown-field"));
    }

    [Fact]
    public void Components_two_hundred_levels_deep_are_refused_and_a_hundred_are_read()
    {
        static string Nested(int levels) => string.Concat(Enumerable.Repeat("""{"name":"n","components":[""", levels)) + string.Concat(Enumerable.Repeat("]}", levels));
        var sbom = Samples.CycloneDx(Nested(100));
        Assert.Equal(100, sbom.Components.Count);
        Assert.Equal(98, sbom.Components[99].Parent?.Index);
        Assert.Equal(99, sbom.Graph.DepthOf(99));
        Assert.Equal("json.syntax", Samples.Refused($$"""{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{{Nested(200)}}]}""").Code);
        var xml = "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><components>" + string.Concat(Enumerable.Repeat("<component><name>n</name><components>", 200)) + string.Concat(Enumerable.Repeat("</components></component>", 200)) + "</components></bom>";
        Assert.Equal("xml.too-deep", Samples.Refused(xml).Code);
    }

    [Fact]
    public void Findings_are_bounded_and_counted()
    {
        var sbom = Samples.CycloneDx(string.Join(',', Enumerable.Repeat("""{"bom-ref":"a"}""", 5000)));
        Assert.Equal(4999, sbom.FindingCount);
        Assert.Equal(100, sbom.Findings.Count);
    }

    [Fact]
    public void A_very_long_text_is_cut_and_told()
    {
        var sbom = Samples.CycloneDx($$"""{"name":"{{new string('x', 200_000)}}é"}""");
        Assert.Equal(64 * 1024, sbom.Components[0].Name.Length);
        Assert.Equal("sbom.long-text", Assert.Single(sbom.Findings).Code);
    }

    [Fact]
    public void A_chain_of_300000_components_is_read_and_its_depth_computed()
    {
        const int Count = 300_000;
        var sbom = SbomFile.Read(new Chain(Count), "chain").Value;
        Assert.NotNull(sbom);
        Assert.Equal(Count, sbom.Components.Count);
        Assert.Empty(sbom.Findings);
        Assert.Equal(Count - 1, sbom.Graph.DepthOf(Count - 1));
        // The last leads back to the second: one circle of all but the first.
        Assert.Equal(Count - 1, Assert.Single(sbom.Graph.Cycles).Count);
    }

    [Fact]
    public void One_gigabyte_of_what_is_not_kept_is_read_in_little_memory()
    {
        using var content = new Repeated("""{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"name":"a","evidence":[""", """{"identity":{"field":"purl","confidence":0.5,"methods":[{"technique":"filename"}]}},""", "0]}]}", 1L << 30);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sbom = SbomFile.Read(content, "large").Value;
        var after = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("a", Assert.Single(sbom!.Components).Name);
        Assert.InRange(after - before, 0, 8 * 1024 * 1024);
    }

    [Fact]
    public void Too_much_text_is_refused()
    {
        using var content = new Repeated("""{"bomFormat":"CycloneDX","specVersion":"1.6","components":[""", $$"""{"name":"{{new string('n', 60_000)}}"},""", """{"name":"last"}]}""", 2L << 30);
        Assert.Equal("sbom.too-much-text", Assert.Single(SbomFile.Read(content, "large").Problems).Code);
    }

    // Components one after the other, each depending on the next, the last on the second.
    private sealed class Chain(int count) : ForwardStream
    {
        private ReadOnlyMemory<byte> block = Encoding.UTF8.GetBytes("""{"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"component":{"bom-ref":"c0","name":"c"}},"components":[""");
        private int next = 1;

        public override int Read(Span<byte> buffer)
        {
            if (block.IsEmpty && !Next()) return 0;
            var length = Math.Min(buffer.Length, block.Length);
            block.Span[..length].CopyTo(buffer);
            block = block[length..];
            return length;
        }

        private bool Next()
        {
            if (next > 2 * count) return false;
            var text = new StringBuilder();
            for (var i = 0; i < 1000 && next <= 2 * count; i++, next++)
            {
                if (next < count) text.Append($$"""{{(next > 1 ? "," : "")}}{"bom-ref":"c{{next}}","name":"c"}""");
                else if (next == count) text.Append("""],"dependencies":[{"ref":"c0","dependsOn":["c1"]}""");
                else if (next < 2 * count) text.Append($$""",{"ref":"c{{next - count}}","dependsOn":["c{{(next - count == count - 1 ? 1 : next - count + 1)}}"]}""");
                else text.Append("]}");
            }

            block = Encoding.UTF8.GetBytes(text.ToString());
            return true;
        }
    }

    private sealed class Repeated(string head, string item, string tail, long size) : ForwardStream
    {
        private readonly byte[] many = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(item, Math.Max(1, 60_000 / item.Length))));
        private ReadOnlyMemory<byte> block = Encoding.UTF8.GetBytes(head);
        private long given;
        private bool ended;

        public override int Read(Span<byte> buffer)
        {
            if (block.IsEmpty)
            {
                if (ended) return 0;
                ended = given >= size;
                block = ended ? Encoding.UTF8.GetBytes(tail) : many;
            }

            var length = Math.Min(buffer.Length, block.Length);
            block.Span[..length].CopyTo(buffer);
            block = block[length..];
            given += length;
            return length;
        }
    }
}
