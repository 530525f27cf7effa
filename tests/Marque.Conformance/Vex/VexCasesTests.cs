using System.Text.Json;
using Json.Schema;
using Marque.Advisories.Suppliers;
using Marque.Cases.Declared;
using Marque.Components.Purls;
using Marque.Triage.Vex;
using NodaTime;

namespace Marque.Conformance.Vex;

/// <summary>VEX documents of others: what they state is read, and what Marque writes is what their schema allows.</summary>
public sealed class VexCasesTests
{
    [Fact]
    public void Every_analysis_of_the_cyclonedx_vex_cases_is_read_with_its_state()
    {
        var folder = Path.Combine(Corpora.Folder("cyclonedx-bom-examples"), "VEX");
        var complaints = new List<string>();
        var statements = 0;
        foreach (var path in Directory.EnumerateFiles(folder, "vex*.json", SearchOption.AllDirectories))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var vulnerabilities = json.RootElement.GetProperty("vulnerabilities").EnumerateArray().ToList();
            var reading = SupplierVex.Read(File.ReadAllBytes(path));
            var name = Path.GetRelativePath(folder, path);
            if (reading.Refused.Count > 0 || reading.Problem.Length > 0) complaints.Add($"{name}: {reading.Problem}{string.Join("; ", reading.Refused)}");
            var stated = vulnerabilities.Select(v => $"{v.GetProperty("id").GetString()} {Word(v.GetProperty("analysis").GetProperty("state").GetString()!)} {(v.GetProperty("analysis").TryGetProperty("justification", out var j) ? j.GetString() : "")}").ToList();
            var read = reading.Statements.Select(s => $"{s.Vulnerabilities[0]} {s.Status.Word()} {s.Justification}").ToList();
            if (!stated.SequenceEqual(read)) complaints.Add($"{name}: {string.Join(", ", read)} and not {string.Join(", ", stated)}");
            statements += read.Count;
        }

        Assert.True(statements >= 20, $"only {statements} statements were read");
        Corpora.None(complaints, $"{statements} statements");
    }

    [Fact]
    public void What_is_written_as_OpenVex_is_what_its_schema_allows()
    {
        var schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(Corpora.Folder("openvex"), "openvex_json_schema.json")));
        var product = new VexProduct("Valve", "2.4.1", Purl.Read("pkg:generic/example-ab/valve@2.4.1").Purl!);
        var statements = Enum.GetValues<TriageStatus>().SelectMany((status, i) => Justification.All.Select((label, j) => new VexStatement([$"CVE-2026-{(i * 100) + j:0000}", "GHSA-1"], product, j % 2 == 0 ? Purl.Read("pkg:npm/left@1.0.0").Purl : null, status)
        {
            Justification = status == TriageStatus.NotAffected ? label : null,
            Impact = j % 3 == 0 ? "Impact." : null,
            At = Instant.FromUtc(2026, 11, 1, 0, 0),
        }));
        var written = OpenVexWriter.Write(new VexDocument("https://example.com/vex/1", new VexAuthor("Example AB", null, null), Instant.FromUtc(2026, 11, 24, 0, 0), [.. statements]) { Version = 2, First = Instant.FromUtc(2026, 10, 1, 0, 0) }, "Marque");
        var result = schema.Evaluate(JsonDocument.Parse(written.Bytes).RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(result.IsValid, string.Join('\n', (result.Details ?? []).Where(d => d.Errors is not null).Take(5).Select(d => $"{d.InstanceLocation}: {string.Join("; ", d.Errors!.Values)}")));
    }

    private static string Word(string state) => state switch
    {
        "exploitable" => "affected",
        "in_triage" => "under_investigation",
        "resolved" or "resolved_with_pedigree" => "fixed",
        _ => "not_affected",
    };
}
