using System.Globalization;
using System.Text;
using CsCheck;
using Marque.Facts;

namespace Marque.Tests.Facts;

/// <summary>Laws that hold for every kind, whatever the bytes.</summary>
public class HostileContentTests
{
    private const string Key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea";

    // A contradicting sample of each structured kind, with the expectation that it contradicts.
    private static readonly (FactKind Kind, byte[] Bytes, Expectation Expect)[] Contradicting =
    [
        Sample(FactKind.JUnit, """<?xml version="1.0"?><testsuites><testsuite name="s" tests="2" failures="1"><testcase classname="A" name="a"/><testcase classname="A" name="b"><failure message="no &amp; never">x</failure></testcase></testsuite></testsuites>"""),
        Sample(FactKind.Trx, """<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results><UnitTestResult testName="A" outcome="Passed"/><UnitTestResult testName="B" outcome="Failed"/></Results><ResultSummary outcome="Failed"><Counters total="2" failed="1"/></ResultSummary></TestRun>"""),
        Sample(FactKind.XUnit, """<assemblies><assembly name="a" total="2" failed="1"><collection><test name="A" result="Pass"/><test name="B" result="Fail"/></collection></assembly></assemblies>"""),
        Sample(FactKind.NUnit, """<test-run total="2" failed="1" result="Failed"><test-suite name="S"><test-case name="A" result="Passed"/><test-case name="B" result="Failed"/></test-suite></test-run>"""),
        Sample(FactKind.Cobertura, """<coverage line-rate="0.5"><packages><package><classes><class name="A"><lines><line number="1" hits="1"/><line number="2" hits="0"/></lines></class></classes></package></packages></coverage>""", new Expectation { MinLineRate = 0.9 }),
        Sample(FactKind.Sarif, """{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"S","rules":[{"id":"R1","defaultConfiguration":{"level":"error"}}]}},"results":[{"ruleId":"R1","message":{"text":"weak"}},{"ruleId":"R1","suppressions":[{"kind":"inSource"}]}]}]}"""),
        Sample(FactKind.ThreatDragon, """{"version":"2.0","summary":{"title":"G"},"detail":{"diagrams":[{"cells":[{"data":{"type":"tm.Process","threats":[{"title":"T","status":"Open"}]}}]}]}}""", new Expectation { ThreatsTreated = true }),
        Sample(FactKind.Pytm, """{"name":"G","elements":[{"name":"a"}],"findings":[{"id":"1","response":""}]}""", new Expectation { ThreatsTreated = true }),
        Sample(FactKind.Attestation, """{"payload":"eyJfdHlwZSI6Imh0dHBzOi8vaW4tdG90by5pby9TdGF0ZW1lbnQvdjEiLCJzdWJqZWN0IjpbeyJuYW1lIjoiYSJ9XSwicHJlZGljYXRlVHlwZSI6InQifQ==","payloadType":"application/vnd.in-toto+json","signatures":[{"sig":"AAAA"}]}""", new Expectation { SignerKeys = [Key] }),
        Sample(FactKind.GitCommit, "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor A <a@example.com> 1 +0000\ncommitter A <a@example.com> 1 +0000\n\nmessage\n", new Expectation { SignerKeys = [Key] }),
    ];

    // The other kinds, and one with deep and odd content.
    private static readonly (FactKind Kind, byte[] Bytes, Expectation Expect)[] Others =
    [
        Sample(FactKind.CycloneDx, """{"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"component":{"name":"g","version":"1"}},"components":[{"name":"a","components":[{"name":"b"}]}]}"""),
        Sample(FactKind.Spdx, """{"spdxVersion":"SPDX-2.3","name":"d","packages":[{"SPDXID":"p","name":"a"}],"documentDescribes":["p"],"relationships":[{"spdxElementId":"SPDXRef-DOCUMENT","relationshipType":"DESCRIBES","relatedSpdxElement":"p"}]}"""),
        Sample(FactKind.Spdx, """{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[{"type":"software_Package","spdxId":"p","name":"a"},{"type":"SpdxDocument","rootElement":["p"]}]}"""),
        Sample(FactKind.Threagile, "threagile_version: 1.0.0\ntitle: G\ntechnical_assets:\n  A:\n    id: a\nrisk_tracking:\n  x@a:\n    status: unchecked\n", new Expectation { ThreatsTreated = true }),
        Sample(FactKind.Markdown, "# Policy\n\nReport to *psirt@example.com*.\n", new Expectation { Contains = ["report"], Excludes = ["draft"] }),
        Sample(FactKind.Text, "10:00 started\n10:01 passed\n"),
        Sample(FactKind.WebPage, "<!DOCTYPE html><html><title>T</title><body><!-- c --><p class='x'>a &amp; b &copy; <script>y</script></p>"),
        Sample(FactKind.GitTag, "object 4b825dc642cb6eb9a060e54bf8d69288fbee4904\ntype commit\ntag v1\ntagger A <a@example.com> 1 +0000\n\nmessage\n-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n", new Expectation { SignerKeys = [Key] }),
        (FactKind.Docx, DocumentsTests.Docx(("word/document.xml", "<w:document xmlns:w='w'><w:p><w:t>words &lt; more</w:t></w:p></w:document>")), Expectation.None),
        (FactKind.Pdf, DocumentsTests.PdfWith("BT /F1 12 Tf 72 720 Td (some words here) Tj ET"), Expectation.None),
    ];

    private static readonly (FactKind Kind, byte[] Bytes, Expectation Expect)[] All = [.. Contradicting, .. Others];

    [Fact]
    public void The_samples_are_what_they_are_meant_to_be()
    {
        foreach (var (kind, bytes, expect) in Contradicting) Assert.True(Checked.Of(kind, bytes, expect).Outcome == Outcome.Contradicts, kind.ToString());
        foreach (var (kind, bytes, expect) in Others) Assert.True(Checked.Of(kind, bytes, expect).Outcome != Outcome.Unreadable, kind.ToString());
    }

    [Fact]
    public void No_truncation_turns_a_contradiction_into_support()
    {
        foreach (var (kind, bytes, expect) in Contradicting)
        {
            for (var length = 0; length < bytes.Length; length++)
            {
                var outcome = Checked.Of(kind, bytes[..length], expect).Outcome;
                Assert.True(outcome != Outcome.Supports, $"{kind} cut to {length} of {bytes.Length} bytes supports");
            }
        }
    }

    [Fact]
    public void Damaged_content_never_throws() =>
        Gen.Select(Gen.Int[0, All.Length - 1], Gen.Select(Gen.Int[0, 4], Gen.Int[0, 5000], Gen.Byte).Array[1, 6]).Sample(
            (sample, edits) =>
            {
                var (kind, original, expect) = All[sample];
                var bytes = Damage(original, edits);
                var check = Checked.Of(kind, bytes, expect);
                Assert.All(check.Findings, f => Assert.True(f.Text.Length <= 310 && !f.Text.Any(char.IsControl), f.Text));
                Checked.Of((FactKind?)null, bytes, expect);
            },
            iter: 4000);

    [Fact]
    public void Content_registered_as_another_kind_never_throws()
    {
        foreach (var (_, bytes, expect) in All)
        {
            foreach (var kind in Enum.GetValues<FactKind>()) Checked.Of(kind, bytes, expect);
        }
    }

    [Fact]
    public void Arbitrary_bytes_never_throw() =>
        Gen.Select(Gen.Enum<FactKind>(), Gen.Byte.Array[0, 300]).Sample((kind, bytes) => { Checked.Of(kind, bytes); }, iter: 5000);

    [Fact]
    public void The_result_does_not_depend_on_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var expected = All.Select(s => Text(Checked.Of(s.Kind, s.Bytes, s.Expect))).ToList();
            foreach (var name in new[] { "tr-TR", "de-DE", "ar-SA", "fa-IR" })
            {
                var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
                culture.NumberFormat.NumberDecimalSeparator = ",";
                culture.NumberFormat.NegativeSign = "~";
                culture.TextInfo.ListSeparator = name;
                CultureInfo.CurrentCulture = culture;
                Assert.Equal(expected, All.Select(s => Text(Checked.Of(s.Kind, s.Bytes, s.Expect))));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void However_the_stream_is_cut_the_result_is_the_same()
    {
        foreach (var (kind, bytes, expect) in All)
        {
            using var trickle = new OneByteAtATime(bytes);
            Assert.Equal(Text(Checked.Of(kind, bytes, expect)), Text(ContentCheck.Run(trickle, kind, expect)));
            Assert.Equal(bytes.Length, trickle.Position);
        }
    }

    [Theory]
    [InlineData(FactKind.Sarif)]
    [InlineData(FactKind.CycloneDx)]
    [InlineData(FactKind.Spdx)]
    [InlineData(FactKind.ThreatDragon)]
    [InlineData(FactKind.Pytm)]
    [InlineData(FactKind.Attestation)]
    public void Deep_nesting_is_refused(FactKind kind)
    {
        var check = Checked.Of(kind, "{\"a\":" + new string('[', 100_000));
        Assert.Equal(Outcome.Unreadable, check.Outcome);
        Assert.Equal(Outcome.Unreadable, Checked.Of(kind, "{\"components\":" + string.Concat(Enumerable.Repeat("[{\"components\":", 5000))).Outcome);
    }

    [Fact]
    public void A_text_longer_than_the_bound_is_refused()
    {
        var bytes = new byte[40 * 1024 * 1024];
        bytes.AsSpan().Fill((byte)'x');
        Encoding.ASCII.GetBytes("{\"version\":\"").CopyTo(bytes, 0);
        Checked.Is(Outcome.Unreadable, "json.token-too-long", Checked.Of(FactKind.Sarif, bytes));
    }

    private static byte[] Damage(byte[] original, (int What, int Where, byte With)[] edits)
    {
        var bytes = original.ToList();
        foreach (var (what, where, with) in edits)
        {
            if (bytes.Count == 0) break;
            var at = where % bytes.Count;
            switch (what)
            {
                case 0: bytes.RemoveAt(at); break;
                case 1: bytes.Insert(at, with); break;
                case 2: bytes[at] = with; break;
                case 3: bytes.RemoveRange(at, bytes.Count - at); break;
                default: bytes.InsertRange(at, bytes.GetRange(0, Math.Min(at, 64))); break;
            }
        }

        return [.. bytes];
    }

    private static string Text(Marque.Facts.Check check) => $"{check.Kind} {check.Outcome} {string.Join(' ', check.Counts)} {string.Join(' ', check.Findings)} {string.Join(' ', check.Identity)}";

    private static (FactKind, byte[], Expectation) Sample(FactKind kind, string text, Expectation? expect = null) => (kind, Encoding.UTF8.GetBytes(text), expect ?? Expectation.None);

    private sealed class OneByteAtATime(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }
}
