using System.Text;
using Marque.Facts;

namespace Marque.Tests.Facts;

public class KindDetectionTests
{
    [Theory]
    [InlineData("<?xml version=\"1.0\"?>\n<!-- made by a runner -->\n<testsuites/>", FactKind.JUnit)]
    [InlineData("<testsuite name='a'/>", FactKind.JUnit)]
    [InlineData("<TestRun xmlns='http://microsoft.com/schemas/VisualStudio/TeamTest/2010'/>", FactKind.Trx)]
    [InlineData("<assemblies/>", FactKind.XUnit)]
    [InlineData("<test-run id='2'/>", FactKind.NUnit)]
    [InlineData("<test-results/>", FactKind.NUnit)]
    [InlineData("<?xml version='1.0'?><!DOCTYPE coverage SYSTEM \"http://cobertura.sourceforge.net/xml/coverage-04.dtd\"><coverage line-rate='1'/>", FactKind.Cobertura)]
    [InlineData("<coverage generated='1'/>", null)]
    [InlineData("<!DOCTYPE HTML>\n<html>", FactKind.WebPage)]
    [InlineData("<HTML><body>", FactKind.WebPage)]
    [InlineData("<svg/>", null)]
    [InlineData("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"runs\":[]}", FactKind.Sarif)]
    [InlineData("{\"runs\":[],\"version\":\"2.1.0\"}", FactKind.Sarif)]
    [InlineData("{\"bomFormat\":\"CycloneDX\"}", FactKind.CycloneDx)]
    [InlineData("{\"files\":[{\"SPDXID\":\"a\"}]", FactKind.Spdx)]
    [InlineData("{\"@context\":[\"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\"],\"@graph\":[]}", FactKind.Spdx)]
    [InlineData("{\"payload\":\"AAAA", FactKind.Attestation)]
    [InlineData("{\"payloadType\":\"t\",\"payload\":\"\",\"signatures\":[]}\n{\"payloadType\":\"t\"}", FactKind.Attestation)]
    [InlineData("{\"mediaType\":\"m\",\"dsseEnvelope\":{}}", FactKind.Attestation)]
    [InlineData("{\"summary\":{},\"detail\":{}}", FactKind.ThreatDragon)]
    [InlineData("{\"otmVersion\":\"0.2.0\"}", FactKind.ThreatDragon)]
    [InlineData("{\"name\":\"m\",\"elements\":[],\"findings\":[]}", FactKind.Pytm)]
    [InlineData("{\"hello\":1}", null)]
    [InlineData("threagile_version: 1.0.0\ntitle: x", FactKind.Threagile)]
    [InlineData("# comment\n\nthreagile_version: 1.0.0", FactKind.Threagile)]
    [InlineData("# Policy\n\n- one\n", FactKind.Markdown)]
    [InlineData("# 10:00 started\nfinished", FactKind.Text)]
    [InlineData("tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor", FactKind.GitCommit)]
    [InlineData("object 4b825dc642cb6eb9a060e54bf8d69288fbee4904\ntype commit", FactKind.GitTag)]
    [InlineData("tree of life\n", FactKind.Text)]
    [InlineData("%PDF-1.7\n", FactKind.Pdf)]
    [InlineData("\u001b[32mpassed\u001b[0m\n", FactKind.Text)]
    [InlineData("\u0001\u0002", null)]
    [InlineData("", null)]
    public void The_content_tells_the_kind(string content, FactKind? kind)
    {
        Assert.Equal(kind, KindDetection.Detect(Encoding.UTF8.GetBytes(content), null));
        // A name that lies changes nothing beyond text.
        if (kind is not (FactKind.Text or FactKind.Markdown)) Assert.Equal(kind, KindDetection.Detect(Encoding.UTF8.GetBytes(content), "report.txt"));
        if (content.Length > 0) Assert.Equal(kind, KindDetection.Detect([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(content)], null));
    }

    [Theory]
    [InlineData("plain words", "POLICY.MD", FactKind.Markdown)]
    [InlineData("# Policy\n\n- one\n", "log.txt", FactKind.Text)]
    [InlineData("<!-- front -->\n# Policy", "policy.md", FactKind.Markdown)]
    [InlineData("<p align=center>x</p>", "README.md", FactKind.Markdown)]
    public void The_name_only_breaks_ties_between_texts(string content, string name, FactKind kind) => Assert.Equal(kind, KindDetection.Detect(Encoding.UTF8.GetBytes(content), name));

    [Fact]
    public void UTF_16_reports_are_recognised() => Assert.Equal(FactKind.Trx, KindDetection.Detect([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<TestRun/>")], null));

    [Fact]
    public void Word_documents_are_recognised() => Assert.Equal(FactKind.Docx, KindDetection.Detect(DocumentsTests.Docx(("word/document.xml", "<a/>")), null));

    [Fact]
    public void Nothing_is_known_of_unknown_bytes()
    {
        Checked.Is(Outcome.Unreadable, "content.unknown-kind", Checked.Of(null, [0, 1, 2, 3]));
        Checked.Is(Outcome.Vacuous, "content.empty", Checked.Of(null, []));
        Checked.Is(Outcome.Vacuous, "content.empty", Checked.Of(FactKind.Pdf, []));
    }

    [Theory]
    [InlineData(FactKind.JUnit, "<testsuite><testcase name='a'/></testsuite>", "contains")]
    [InlineData(FactKind.Text, "all is well", "tests")]
    [InlineData(FactKind.CycloneDx, """{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{}]}""", "signerKeys")]
    public void An_expectation_that_the_kind_cannot_answer_is_not_met(FactKind kind, string content, string expectation)
    {
        Checked.Supports(Checked.Of(kind, content));
        var check = Checked.Of(kind, content, new Expectation { Contains = expectation == "contains" ? ["a"] : [], Tests = expectation == "tests" ? ["a"] : [], SignerKeys = expectation == "signerKeys" ? ["k"] : [] });
        Checked.Is(Outcome.Vacuous, "expectation.not-checked", check);
        Assert.Contains($"'{expectation}'", check.Findings[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_bytes_are_checked_alike_whether_their_kind_is_given_or_found() =>
        Assert.Equal(Checked.Of(FactKind.JUnit, "<testsuite><testcase/></testsuite>").Counts, Checked.Of(null, Encoding.UTF8.GetBytes("<testsuite><testcase/></testsuite>")).Counts);
}
