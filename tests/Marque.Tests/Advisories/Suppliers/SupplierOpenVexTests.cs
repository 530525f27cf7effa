using Marque.Advisories;
using Marque.Advisories.Suppliers;
using Marque.Tests.Advisories.Feeds;
using NodaTime;

namespace Marque.Tests.Advisories.Suppliers;

/// <summary>OpenVEX documents as statements.</summary>
public sealed class SupplierOpenVexTests
{
    private const string Head = "\"@context\":\"https://openvex.dev/ns/v0.2.0\",\"@id\":\"https://example.com/vex-1\",\"author\":\"psirt@example.com\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"version\":3";

    [Fact]
    public void A_document_is_read_with_its_statements()
    {
        var reading = Read(
            """
            {"vulnerability":{"@id":"https://nvd.example/1","name":"CVE-2026-1","aliases":["GHSA-aaaa-bbbb-cccc"]},"timestamp":"2026-02-02T00:00:00+01:00","status":"not_affected","justification":"vulnerable_code_not_present","impact_statement":"removed",
             "products":[{"@id":"pkg:oci/app@sha256:00","identifiers":{"purl":"pkg:oci/app@sha256:00","cpe23":"cpe:2.3:a:example:app:1:*:*:*:*:*:*:*","cpe22":"cpe:/a:example:app:1"},"hashes":{"sha-256":"00ff"},"subcomponents":[{"@id":"pkg:npm/a@1"},{"@id":"https://example.com/b"}]}]},
            {"vulnerability":{"name":"CVE-2026-2"},"status":"affected","action_statement":"Update.","products":[{"@id":"pkg:npm/c"}]}
            """);
        Assert.Equal("", reading.Problem);
        Assert.Empty(reading.Refused);
        Assert.Equal(new SupplierDocument("openvex", "https://example.com/vex-1") { Version = "3", Publisher = "psirt@example.com", Released = Instant.FromUtc(2026, 1, 1, 0, 0) }, reading.Document);
        var first = reading.Statements[0];
        Assert.Equal(["CVE-2026-1", "GHSA-aaaa-bbbb-cccc"], first.Vulnerabilities);
        Assert.Equal((SupplierStatus.NotAffected, "vulnerable_code_not_present", "removed", Instant.FromUtc(2026, 2, 1, 23, 0)), (first.Status, first.Justification, first.Impact, first.At!.Value));
        var product = Assert.Single(first.Products);
        Assert.Equal("pkg:oci/app@sha256:00", Assert.Single(product.Purls).ToString());
        Assert.Equal(["cpe:/a:example:app:1", "cpe:2.3:a:example:app:1:*:*:*:*:*:*:*"], product.Cpes);
        Assert.Equal(["sha-256:00ff"], product.Others);
        Assert.Equal(["pkg:npm/a@1", "id:https://example.com/b"], product.Subcomponents.Select(s => s.Purls.Count > 0 ? s.Purls[0].ToString() : s.Others[0]));
        var second = reading.Statements[1];
        Assert.Equal((SupplierStatus.Affected, "Update.", Instant.FromUtc(2026, 1, 1, 0, 0)), (second.Status, second.Action, second.At!.Value));
    }

    // Before 0.2.0: vulnerability and products as plain texts, subcomponents beside them.
    [Fact]
    public void The_older_form_is_read()
    {
        var statement = Assert.Single(Read("""{"vulnerability":"CVE-2026-1","products":["pkg:apk/wolfi/git@2"],"subcomponents":["pkg:apk/wolfi/curl@1"],"status":"fixed"}""", "https://openvex.dev/ns").Statements);
        Assert.Equal("pkg:apk/wolfi/git@2", Assert.Single(statement.Products[0].Purls).ToString());
        Assert.Equal("pkg:apk/wolfi/curl@1", Assert.Single(statement.Products[0].Subcomponents[0].Purls).ToString());
    }

    [Theory]
    [InlineData("""{"products":["pkg:npm/a"],"status":"fixed"}""", "statement 1", "no vulnerability")]
    [InlineData("""{"vulnerability":{"name":"CVE-2026-1"},"status":"fixed"}""", "CVE-2026-1", "no product")]
    [InlineData("""{"vulnerability":{"name":"CVE-2026-1"},"products":[{}],"status":"fixed"}""", "CVE-2026-1", "no product")]
    [InlineData("""{"vulnerability":{"name":"CVE-2026-1"},"products":["pkg:npm/a"],"status":"ok"}""", "CVE-2026-1", "status is none")]
    [InlineData("""{"vulnerability":{"name":"CVE-2026-1"},"products":["pkg:npm/a"],"status":"not_affected"}""", "CVE-2026-1", "without a justification")]
    [InlineData("""{"vulnerability":{"name":"CVE-2026-1"},"products":["pkg:npm/a"],"status":"not_affected","justification":"trust_me"}""", "CVE-2026-1", "none that OpenVEX knows")]
    public void A_statement_that_is_none_is_told_and_the_others_are_read(string statement, string id, string reason)
    {
        var reading = Read(statement + """,{"vulnerability":{"name":"CVE-2026-9"},"products":["pkg:npm/a"],"status":"under_investigation"}""");
        Assert.Equal(SupplierStatus.UnderInvestigation, Assert.Single(reading.Statements).Status);
        Assert.Equal(id, Assert.Single(reading.Refused).Id);
        Assert.Contains(reason, reading.Refused[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "@context")]
    [InlineData("""{"@context":"https://openvex.dev/nsx"}""", "@context")]
    [InlineData("""{"@context":"https://openvex.dev/ns/v0.2.0"}""", "@id")]
    [InlineData("""{"@context":["https://openvex.dev/ns/v0.2.0"],"@id":"x"}""", "author")]
    [InlineData("""{"@context":"https://openvex.dev/ns/v0.2.0","@id":"x","author":"a","timestamp":"now"}""", "timestamp")]
    [InlineData("""{"@id":"x","@id":"y"}""", "stands twice")]
    [InlineData("{", "JSON")]
    public void A_document_that_is_none_says_why(string text, string problem)
    {
        var reading = SupplierOpenVex.Read(FeedKit.Utf8(text));
        Assert.Null(reading.Document);
        Assert.Contains(problem, reading.Problem, StringComparison.Ordinal);
    }

    private static SupplierReading Read(string statements, string context = "https://openvex.dev/ns/v0.2.0") =>
        SupplierOpenVex.Read(FeedKit.Utf8($"{{{Head.Replace("https://openvex.dev/ns/v0.2.0", context, StringComparison.Ordinal)},\"statements\":[{statements}]}}"));
}
