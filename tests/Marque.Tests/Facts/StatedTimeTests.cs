using System.Text;
using Marque.Facts;
using NodaTime.Text;

namespace Marque.Tests.Facts;

public class StatedTimeTests
{
    [Theory]
    [InlineData(FactKind.JUnit, """<testsuites><testsuite timestamp="2026-11-20T04:12:00Z"/><testsuite timestamp="2026-11-20T06:12:00.25+01:00"/></testsuites>""", "2026-11-20T05:12:00Z")]
    [InlineData(FactKind.Trx, """<TestRun><Times creation="2026-11-20T04:00:00+01:00" finish="2026-11-20T04:12:00.1234567+01:00"/></TestRun>""", "2026-11-20T03:12:00Z")]
    [InlineData(FactKind.NUnit, """<test-run start-time="2026-11-20 04:00:00Z" end-time="2026-11-20 04:12:00Z"/>""", "2026-11-20T04:12:00Z")]
    [InlineData(FactKind.Cobertura, """<coverage timestamp="1795147920"/>""", "2026-11-20T04:12:00Z")]
    [InlineData(FactKind.Cobertura, """<coverage timestamp="1795147920123"/>""", "2026-11-20T04:12:00Z")]
    [InlineData(FactKind.Sarif, """{"version":"2.1.0","runs":[{"invocations":[{"startTimeUtc":"2026-11-20T04:00:00Z","endTimeUtc":"2026-11-20T04:12:00Z"}]}]}""", "2026-11-20T04:12:00Z")]
    [InlineData(FactKind.CycloneDx, """{"metadata":{"timestamp":"2026-11-20T04:12:00Z","component":{"timestamp":"2027-01-01T00:00:00Z"}}}""", "2026-11-20T04:12:00Z")]
    [InlineData(FactKind.Spdx, """{"creationInfo":{"created":"2026-11-20T04:12:00Z"}}""", "2026-11-20T04:12:00Z")]
    [InlineData(FactKind.Spdx, """{"@graph":[{"type":"CreationInfo","created":"2026-11-20T04:12:00Z"}]}""", "2026-11-20T04:12:00Z")]
    [InlineData(FactKind.GitCommit, "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor A <a@example.com> 1 +0000\ncommitter A B <a@example.com> 1795147920 +0100\n\nx\n", "2026-11-20T04:12:00Z")]
    public void The_latest_time_that_a_content_names_is_found(FactKind kind, string content, string at) => Assert.Equal(InstantPattern.ExtendedIso.Parse(at).Value, Read(kind, content)!.At);

    [Theory]
    [InlineData(FactKind.JUnit, """<testsuite timestamp="2026-11-20T04:12:00"/>""")]
    [InlineData(FactKind.JUnit, """<testsuites><testsuite timestamp="2026-11-20T04:12:00"/><testsuite timestamp="2026-11-20T03:00:00Z"/></testsuites>""")]
    [InlineData(FactKind.XUnit, """<assemblies><assembly run-date="2026-11-20" run-time="04:12:00"/></assemblies>""")]
    public void A_time_without_zone_is_no_instant(FactKind kind, string content)
    {
        var stated = Read(kind, content)!;
        Assert.Null(stated.At);
        Assert.Equal("2026-11-20T04:12:00", stated.Local!.Value.ToString("s", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(FactKind.JUnit, """<testsuite/>""")]
    [InlineData(FactKind.JUnit, """<testsuite timestamp="yesterday"/>""")]
    [InlineData(FactKind.JUnit, "no xml")]
    [InlineData(FactKind.Sarif, "{")]
    [InlineData(FactKind.GitCommit, "tree")]
    [InlineData(FactKind.Markdown, "2026-11-20T04:12:00Z")]
    public void Nothing_is_guessed(FactKind kind, string content) => Assert.Null(Read(kind, content));

    private static StatedTime? Read(FactKind kind, string content) => StatedTime.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), kind);
}
