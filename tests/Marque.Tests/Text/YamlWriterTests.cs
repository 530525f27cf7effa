using System.Text;
using CsCheck;
using Marque.Tests.Assessments.Kit;
using Marque.Text;
using NodaTime;

namespace Marque.Tests.Text;

public class YamlWriterTests
{
    // What has led writers of YAML astray: indicators, flags of old versions, numbers, dates, blanks, breaks, what is not seen.
    private static readonly string[] Awkward =
    [
        "", " ", "a", "yes", "No", "on", "null", "~", "true", "1", "1.5", "0x1F", "0o17", ".inf", "1e3", "12:30:45", "2.4.1", "2026-11-24", "2026-11-24T10:00:00Z", "- a", "-", "?", ":", "a: b", "a:", "a #b", "#a", "'", "\"",
        "\\", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "{a}", "[a]", "a,b", "--- a", "...", "a\nb", "a\n", "a\n\n", "\na", " a\nb", "a\n  b\n", "a\n \nb", "a\n---\nb", "a\r\nb", "\ta", "a\tb", "a ", "a\u0085b", "a\u2028b", "\u00a0a", "\ufeffa", "é", "\u0007",
        "\U0001F600", "a\n\U0001F600", "\u200b", "<<", "=", "~a", "a\n#b", "a:\nb", "\n", "\n\n", "a\n\t", "\u001b[31m",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(Gen.OneOf(Awkward), Gen.OneOf(Awkward).Array[1, 4].Select(a => string.Concat(a)), Gen.String[Gen.Char[" \n\t:#-a'\"{}[]|>&*!%@`,?~1\r"], 0, 12]);

    private static readonly Gen<YamlNode> Nodes = Gen.Recursive<YamlNode>((depth, inner) => Gen.OneOf(
        Texts.Select(t => (YamlNode)YamlValue.Text(t)),
        Gen.Long.Select(n => (YamlNode)YamlValue.Whole(n)),
        Gen.Bool.Select(f => (YamlNode)YamlValue.Flag(f)),
        depth > 4 ? Texts.Select(t => (YamlNode)YamlValue.Text(t)) : inner.List[0, 4].Select(items => (YamlNode)YamlValue.List(items)),
        depth > 4 ? Texts.Select(t => (YamlNode)YamlValue.Text(t)) : Gen.Select(Texts.HashSet[0, 4], inner.Array[4]).Select(p => (YamlNode)Mapping(p.Item1, p.Item2))));

    [Fact]
    public void What_is_written_is_read_back_as_the_same_values() =>
        Gen.Select(Texts.HashSet[1, 4], Nodes.Array[4]).Select(p => Mapping(p.Item1, p.Item2)).Sample(
            root =>
            {
                var bytes = YamlWriter.File(root, "../schemas/x.json");
                var read = YamlReader.Read("x.yaml", bytes);
                Assert.True(read.Ok, $"{string.Join("; ", read.Problems)}\n{Encoding.UTF8.GetString(bytes)}");
                Assert.Equal(Encoding.UTF8.GetString(CanonicalJson.Of(root)), Encoding.UTF8.GetString(CanonicalJson.Of(read.Value!)));
                Assert.DoesNotContain((byte)'\r', bytes);
            },
            iter: Iterations.Of(3000));

    [Fact]
    public void A_file_reads_as_a_person_would_write_it()
    {
        var root = YamlValue.Map(
            ("series", YamlValue.Text("login-tests")),
            ("title", YamlValue.Text("Login: every interface")),
            ("kind", YamlValue.Maybe(null)),
            ("parts", YamlValue.Texts(["gateway", "cloud"])),
            ("expect", YamlValue.Map(("minTests", YamlValue.Whole(12)))),
            ("facts", YamlValue.List(
            [
                YamlValue.Map(
                    ("release", YamlValue.Text("2.4.1")),
                    ("observedAt", YamlValue.Instant(Instant.FromUtc(2026, 11, 20, 4, 12))),
                    ("validUntil", YamlValue.Date(new LocalDate(2027, 1, 1))),
                    ("note", YamlValue.Text("First line.\nSecond: line.\n"))),
            ])));
        Assert.Equal("""
            # yaml-language-server: $schema=../../schemas/evidence.schema.json
            series: login-tests
            title: "Login: every interface"
            parts:
              - gateway
              - cloud
            expect:
              minTests: 12
            facts:
              - release: "2.4.1"
                observedAt: 2026-11-20T04:12:00Z
                validUntil: 2027-01-01
                note: |
                  First line.
                  Second: line.

            """.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(YamlWriter.File(root, "../../schemas/evidence.schema.json")));
    }

    private static YamlMap Mapping(IEnumerable<string> keys, YamlNode[] values) =>
        YamlValue.Map([.. keys.Where(k => k != "<<").Zip(values, (k, v) => (k, (YamlNode?)v))]);
}
