using System.Text;
using System.Xml;
using CsCheck;
using Marque.Text.Reading;
using XmlNode = Marque.Text.Reading.XmlNode;

namespace Marque.Tests.Text.Reading;

/// <summary>The own XML reader against the framework's: both must accept and refuse the same documents, and see the same events.</summary>
public class XmlScanTests
{
    private static readonly string[] Samples =
    [
        "<?xml version=\"1.0\" encoding=\"utf-8\" standalone='yes'?>\n<!-- c - d -->\n<a x=\"1\" y='&lt;&#65;&#x42;'><b/>text &amp; more<![CDATA[ <raw> ]] & ]]><?pi some?></a>\n<!-- end -->",
        "<testsuites><testsuite name=\"s\" tests='2'><testcase name=\"é ü 漢 😀\"/><testcase name='b'><failure message=\"a &gt; b\">x]] ></failure></testcase></testsuite></testsuites>",
        "<a><b c=''  d = \"e\" ></b ><c\n/></a>",
        "\uFEFF<a>&#x10FFFF;\t\r\n</a>",
    ];

    private static readonly string Alphabet = "<>/!?-[]&;=\"' \n\tabxml:#1C\u0001";

    [Fact]
    public void The_samples_give_the_same_events()
    {
        foreach (var sample in Samples)
        {
            var expected = Framework(Encoding.UTF8.GetBytes(sample));
            Assert.NotNull(expected);
            Assert.Equal(expected, Own(new MemoryStream(Encoding.UTF8.GetBytes(sample))));
        }
    }

    [Fact]
    public void Damaged_documents_are_accepted_and_refused_alike() =>
        Gen.Select(Gen.Int[0, Samples.Length - 1], Gen.Select(Gen.Int[0, 3], Gen.Int[0, 400], Gen.Int[0, Alphabet.Length - 1]).Array[1, 4]).Sample(
            (sample, edits) =>
            {
                var text = new StringBuilder(Samples[sample]);
                foreach (var (what, where, with) in edits)
                {
                    if (text.Length == 0) break;
                    var at = where % text.Length;
                    if (what == 0) text.Remove(at, 1);
                    else if (what == 1) text.Insert(at, Alphabet[with]);
                    else if (what == 2) text[at] = Alphabet[with];
                    else text.Length = at;
                }

                var bytes = Encoding.UTF8.GetBytes(text.ToString());
                // The framework's reader takes version="1.0b" for 1.0.
                // And some references beyond the last character for characters.
                if (System.Text.RegularExpressions.Regex.IsMatch(text.ToString(), "&#x?[0-9A-Fa-f]{6}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) && !text.ToString().Contains("&#x10FFFF;", StringComparison.Ordinal)) return;
                if (sample == 0 && !text.ToString().StartsWith(Samples[0][..19], StringComparison.Ordinal)) return;
                var (own, framework) = (Own(new MemoryStream(bytes)), Framework(bytes));
                Assert.True(own == framework, $"{text}\nours: {own}\ntheirs: {framework}");
            },
            iter: 30_000);

    [Fact]
    public void However_a_stream_is_cut_the_events_are_the_same() =>
        Gen.Select(Gen.Int[0, Samples.Length - 1], Gen.Int[1, 7]).Sample((sample, step) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Samples[sample]);
            Assert.Equal(Own(new MemoryStream(bytes)), Own(new Trickle(bytes, step)));
        });

    [Fact]
    public void Pieces_cut_by_the_buffer_are_whole()
    {
        // 64 KiB is the buffer: each construct is moved across its end.
        foreach (var construct in new[] { "&amp;", "&#x1F600;", "]]", "😀", "<![CDATA[]]]]>", "<!-- - -->", "<b c='&lt;d'/>", "<?p q?>", "<b></b>" })
        {
            for (var before = 65_536 - 24; before <= 65_536; before++)
            {
                var text = "<a>" + new string('x', before - 3) + construct + "y</a>";
                var bytes = Encoding.UTF8.GetBytes(text);
                Assert.Equal(Framework(bytes), Own(new MemoryStream(bytes)));
            }
        }
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    public void Other_encodings_are_read(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes($"<?xml version='1.0' encoding='{(name == "utf-16BE" ? "utf-16" : name)}'?><a>geprüft</a>")];
        Assert.Equal("<a>geprüft</a>", Own(new MemoryStream(bytes)));
    }

    [Theory]
    [InlineData("<?xml version='1.0' encoding='utf-16'?><a/>")]
    [InlineData("<?xml version='1.0' encoding='ebcdic-unknown'?><a/>")]
    [InlineData("<?xml version='2.0'?><a/>")]
    [InlineData("<?xml encoding='utf-8'?><a/>")]
    [InlineData(" <?xml version='1.0'?><a/>")]
    [InlineData("<a>\uFFFF</a>")]
    public void What_contradicts_itself_is_refused(string text) => Assert.Null(Own(new MemoryStream(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_refused()
    {
        Assert.Null(Own(new MemoryStream([.. "<a>"u8, 0xC3, .. "</a>"u8])));
        Assert.Null(Own(new MemoryStream([.. "<a b='"u8, 0xFF, .. "'/>"u8])));
    }

    [Fact]
    public void Depth_attributes_and_tags_are_bounded()
    {
        Assert.Equal("xml.too-deep", Code(string.Concat(Enumerable.Repeat("<a>", 300))));
        Assert.Equal("xml.attributes", Code("<a " + string.Concat(Enumerable.Range(0, 300).Select(i => $"b{i}='' ")) + "/>"));
        Assert.Equal("xml.tag-too-long", Code("<a b='" + new string('x', XmlScan.MaxTag) + "'/>"));
    }

    [Fact]
    public void The_line_of_a_fault_is_named()
    {
        var scan = new XmlScan(new MemoryStream(Encoding.UTF8.GetBytes("<a>\n" + string.Concat(Enumerable.Repeat("<b/>\n", 50_000)) + "</c>")));
        var refusal = Assert.Throws<Refusal>(() => { while (scan.Read() != XmlNode.None) { } });
        Assert.Equal(50_002, refusal.Line);
    }

    private static string Code(string text)
    {
        var scan = new XmlScan(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        return Assert.Throws<Refusal>(() => { while (scan.Read() != XmlNode.None) { } }).Code;
    }

    // The events as text, adjacent texts joined; null when refused.
    private static string? Own(Stream stream)
    {
        var output = new StringBuilder();
        try
        {
            var scan = new XmlScan(stream) { WantText = true };
            for (var node = scan.Read(); node != XmlNode.None; node = scan.Read())
            {
                var name = Encoding.UTF8.GetString(scan.Name);
                if (node == XmlNode.Text) output.Append((scan.IsCData ? Encoding.UTF8.GetString(scan.RawText) : XmlScan.Decode(scan.RawText)).ReplaceLineEndings("\n"));
                else output.Append(node == XmlNode.Start ? $"<{name}{string.Concat(new[] { "x", "y", "name", "message", "tests", "c", "d" }.Select(a => scan.Attribute(Encoding.UTF8.GetBytes(a)) is { } v ? $" {a}={v}" : ""))}>" : $"</{name}>");
            }

            return output.ToString();
        }
        catch (Refusal)
        {
            return null;
        }
    }

    private static string? Framework(byte[] bytes)
    {
        var output = new StringBuilder();
        try
        {
            using var reader = new XmlTextReader(new MemoryStream(bytes)) { Namespaces = false, DtdProcessing = DtdProcessing.Prohibit, Normalization = true, EntityHandling = EntityHandling.ExpandEntities, XmlResolver = null };
            while (reader.Read())
            {
                var name = reader.Name[(reader.Name.LastIndexOf(':') + 1)..];
                if (reader.NodeType == XmlNodeType.Element)
                {
                    var attributes = string.Concat(new[] { "x", "y", "name", "message", "tests", "c", "d" }.Select(a => reader.GetAttribute(a) is { } v ? $" {a}={v}" : ""));
                    output.Append($"<{name}{attributes}>");
                    if (reader.IsEmptyElement) output.Append($"</{name}>");
                }
                else if (reader.NodeType == XmlNodeType.EndElement)
                {
                    output.Append($"</{name}>");
                }
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace || (reader.NodeType == XmlNodeType.Whitespace && reader.Depth > 0))
                {
                    output.Append(reader.Value);
                }
            }

            return output.ToString();
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private sealed class Trickle(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(step, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(step, count));
    }
}
