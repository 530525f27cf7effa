using Marque.Text;
using System.Globalization;
using System.Text;

namespace Marque.Bench;

/// <summary>Artefacts of any size, as the tools of the trade write them: one head, one item again and again, one tail.</summary>
/// <param name="Head">What stands before the items.</param>
/// <param name="Item">One item; <c>{0}</c> is its number.</param>
/// <param name="Separator">What stands between items.</param>
/// <param name="Tail">What stands behind them.</param>
internal sealed record SyntheticFacts(string Head, string Item, string Separator, string Tail)
{
    public static readonly SyntheticFacts JUnit = new(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n  <testsuite name=\"gateway\" timestamp=\"2026-11-24T10:00:00\">\n",
        "    <testcase classname=\"gateway.tls.CipherTests\" name=\"rejects_weak_cipher_{0}\" file=\"tests/tls/cipher_tests.py\" line=\"{0}\" time=\"0.0{0}\"/>\n", "", "  </testsuite>\n</testsuites>\n");

    public static readonly SyntheticFacts Trx = new(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<TestRun id=\"5e0f1c2a-0000-0000-0000-000000000000\" xmlns=\"http://microsoft.com/schemas/VisualStudio/TeamTest/2010\">\n  <Results>\n",
        "    <UnitTestResult executionId=\"7a21d1f0-0000-0000-0000-{0:D12}\" testId=\"1b32d1f0-0000-0000-0000-{0:D12}\" testName=\"Gateway.Tls.CipherTests.Rejects_weak_cipher_{0}\" computerName=\"builder\" duration=\"00:00:00.0010000\" startTime=\"2026-11-24T10:00:00.0000000+00:00\" endTime=\"2026-11-24T10:00:00.0010000+00:00\" testType=\"13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b\" outcome=\"Passed\" testListId=\"8c84fa94-04c1-424b-9868-57a2d4851a1d\" relativeResultsDirectory=\"7a21d1f0\">\n      <Output>\n        <StdOut>handshake {0} refused as it should be</StdOut>\n      </Output>\n    </UnitTestResult>\n",
        "", "  </Results>\n  <ResultSummary outcome=\"Completed\"/>\n</TestRun>\n");

    public static readonly SyntheticFacts Log = new(
        "<?xml version=\"1.0\"?>\n<testsuite name=\"gateway\"><testcase name=\"boots\"><system-out><![CDATA[\n", "[ {0,8}] eth0: link up, 1000 Mbps, full duplex, <flow control> off & counters reset\n", "", "]]></system-out></testcase></testsuite>\n");

    public static readonly SyntheticFacts Sarif = new(
        "{\n \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n \"version\": \"2.1.0\",\n \"runs\": [{\n  \"tool\": {\"driver\": {\"name\": \"Scanner\", \"rules\": [{\"id\": \"SEC001\", \"defaultConfiguration\": {\"level\": \"note\"}}]}},\n  \"results\": [\n",
        "   {{\"ruleId\": \"SEC001\", \"ruleIndex\": 0, \"message\": {{\"text\": \"The length {0} is not checked before the copy.\"}}, \"locations\": [{{\"physicalLocation\": {{\"artifactLocation\": {{\"uri\": \"src/net/tls/record_{0}.c\", \"uriBaseId\": \"%SRCROOT%\"}}, \"region\": {{\"startLine\": {0}, \"startColumn\": 5, \"endColumn\": 40}}}}}}], \"partialFingerprints\": {{\"primaryLocationLineHash\": \"39fa2ee980eb94b0:{0}\"}}}}",
        ",\n", "\n  ]\n }]\n}\n");

    public static readonly SyntheticFacts CycloneDx = new(
        "{\n \"bomFormat\": \"CycloneDX\",\n \"specVersion\": \"1.6\",\n \"metadata\": {\"component\": {\"type\": \"firmware\", \"name\": \"gateway\", \"version\": \"2.4.1\"}},\n \"components\": [\n",
        "  {{\"type\": \"library\", \"bom-ref\": \"pkg:npm/package-{0}@1.{0}.0\", \"name\": \"package-{0}\", \"version\": \"1.{0}.0\", \"purl\": \"pkg:npm/package-{0}@1.{0}.0\", \"hashes\": [{{\"alg\": \"SHA-256\", \"content\": \"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824\"}}], \"licenses\": [{{\"license\": {{\"id\": \"MIT\"}}}}]}}",
        ",\n", "\n ]\n}\n");

    public static readonly SyntheticFacts Spdx = new(
        "{\n \"spdxVersion\": \"SPDX-2.3\",\n \"SPDXID\": \"SPDXRef-DOCUMENT\",\n \"name\": \"gateway\",\n \"packages\": [\n",
        "  {{\"SPDXID\": \"SPDXRef-Package-{0}\", \"name\": \"package-{0}\", \"versionInfo\": \"1.{0}.0\", \"downloadLocation\": \"NOASSERTION\", \"licenseConcluded\": \"MIT\", \"externalRefs\": [{{\"referenceCategory\": \"PACKAGE-MANAGER\", \"referenceType\": \"purl\", \"referenceLocator\": \"pkg:npm/package-{0}@1.{0}.0\"}}]}}",
        ",\n", "\n ]\n}\n");

    public static readonly SyntheticFacts Text = new("", "2026-11-24T10:00:00Z worker[{0}] INFO handshake refused: weak cipher, as the policy asks\n", "", "");

    /// <summary>About so many bytes.</summary>
    public byte[] Bytes(long size)
    {
        using var stream = new Endless(this, size);
        var output = new MemoryStream();
        stream.CopyTo(output);
        return output.ToArray();
    }

    /// <summary>The same as a stream that never holds more than one block.</summary>
    public Stream Stream(long size) => new Endless(this, size);

    private sealed class Endless(SyntheticFacts facts, long size) : ForwardStream
    {
        private readonly CompositeFormat item = CompositeFormat.Parse(facts.Item);
        private ReadOnlyMemory<byte> block = Encoding.UTF8.GetBytes(facts.Head);
        private long given;
        private int number;
        private bool ended;

        public override int Read(Span<byte> buffer)
        {
            if (block.IsEmpty && !Next()) return 0;
            var count = Math.Min(buffer.Length, block.Length);
            block.Span[..count].CopyTo(buffer);
            block = block[count..];
            given += count;
            return count;
        }

        private bool Next()
        {
            if (ended) return false;
            ended = given >= size;
            var text = new StringBuilder();
            if (ended) text.Append(facts.Tail);
            else for (var i = 0; i < 64; i++) text.Append(number == 0 ? "" : facts.Separator).AppendFormat(CultureInfo.InvariantCulture, item, number++ % 100_000);
            block = Encoding.UTF8.GetBytes(text.ToString());
            return !block.IsEmpty;
        }
    }
}
