using System.Text;
using System.Text.Json;
using Marque.Facts;

namespace Marque.Conformance.Facts;

/// <summary>SARIF logs of the standard and of the SDK (corpus "sarif").</summary>
public class StaticAnalysis
{
    [Fact]
    public void Every_log_of_version_2_1_0_is_read_and_every_other_version_refused()
    {
        var complaints = new List<string>();
        var folder = Corpora.Folder("sarif");
        var (read, refused) = (0, 0);
        foreach (var file in Corpora.Files("sarif", ".sarif", ".sarif.json"))
        {
            var name = Path.GetRelativePath(folder, file);
            using var content = File.OpenRead(file);
            var check = ContentCheck.Run(content, FactKind.Sarif, Expectation.None);
            var expected = Independent(file);
            if (expected is null)
            {
                refused++;
                if (check.Outcome != Outcome.Unreadable) complaints.Add($"{name}: must be refused, is {check.Outcome}");
                continue;
            }

            read++;
            var ours = (check.Count("runs"), check.Count("results"), check.Count("errors"), check.Count("warnings"), check.Count("notes"), check.Count("suppressed"));
            if (ours != expected.Value) complaints.Add($"{name}: (runs, results, errors, warnings, notes, suppressed) are {ours}, expected {expected}; {(check.Findings.Count == 0 ? null : check.Findings[0])}");
            if ((expected.Value.Item3 > 0) != (check.Outcome == Outcome.Contradicts)) complaints.Add($"{name}: {check.Outcome} with {expected.Value.Item3} errors");
            if (expected.Value.Item2 > 0 && check.Outcome == Outcome.Vacuous && !check.Findings.Any(f => f.Code == "sarif.no-successful-invocation")) complaints.Add($"{name}: vacuous with results");
        }

        Assert.True(read > 250 && refused > 20, $"{read} read, {refused} refused");
        Corpora.None(complaints, $"{read + refused} logs");
    }

    // The same figures, found with the whole document in memory; null when the log must be refused.
    private static (long?, long?, long?, long?, long?, long?)? Independent(string file)
    {
        try
        {
            var bytes = File.ReadAllBytes(file).AsMemory();
            if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 256 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.String || version.GetString() != "2.1.0" || !root.TryGetProperty("runs", out var runs)) return null;
            var (results, levels, suppressed) = (0L, new long[4], 0L);
            foreach (var run in Items(runs))
            {
                foreach (var result in run.TryGetProperty("results", out var list) ? Items(list) : [])
                {
                    results++;
                    if (result.TryGetProperty("baselineState", out var state) && state.GetString() == "absent") continue;
                    var suppressions = result.TryGetProperty("suppressions", out var s) ? Items(s).ToList() : [];
                    if (suppressions.Count > 0 && suppressions.TrueForAll(x => !x.TryGetProperty("status", out var status) || status.GetString() == "accepted")) suppressed++;
                    else levels[Array.IndexOf(Words, Level(run, result))]++;
                }
            }

            return (Items(runs).Count(), results, levels[3], levels[2], levels[1], suppressed);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static readonly string[] Words = ["none", "note", "warning", "error"];

    // SARIF 2.1.0, section 3.27.10.
    private static string Level(JsonElement run, JsonElement result)
    {
        if (result.TryGetProperty("level", out var level) && level.ValueKind == JsonValueKind.String) return level.GetString()!;
        if (result.TryGetProperty("kind", out var kind) && kind.GetString() != "fail") return "none";
        var (index, extension, id) = (-1, -1, result.TryGetProperty("ruleId", out var text) ? text.GetString() : null);
        if (result.TryGetProperty("ruleIndex", out var number)) index = number.GetInt32();
        if (result.TryGetProperty("rule", out var reference))
        {
            if (reference.TryGetProperty("index", out number)) index = number.GetInt32();
            if (reference.TryGetProperty("id", out text)) id ??= text.GetString();
            if (reference.TryGetProperty("toolComponent", out var component) && component.TryGetProperty("index", out number)) extension = number.GetInt32();
        }

        var tool = run.GetProperty("tool");
        var rules = extension < 0 ? Rules(tool.GetProperty("driver")) : tool.TryGetProperty("extensions", out var extensions) && extension < extensions.GetArrayLength() ? Rules(extensions[extension]) : [];
        var rule = index >= 0 && index < rules.Count ? rules[index] : rules.Find(r => r.TryGetProperty("id", out var ruleId) && id is not null && (ruleId.GetString() == id || id.StartsWith(ruleId.GetString() + "/", StringComparison.Ordinal)));
        var invocations = run.TryGetProperty("invocations", out var all) ? Items(all).ToList() : [];
        var invocation = result.TryGetProperty("provenance", out var provenance) && provenance.TryGetProperty("invocationIndex", out number) ? number.GetInt32() : invocations.Count == 1 ? 0 : -1;
        if (invocation >= 0 && invocation < invocations.Count)
        {
            foreach (var change in Items(invocations[invocation].TryGetProperty("ruleConfigurationOverrides", out var overrides) ? overrides : default))
            {
                var descriptor = change.GetProperty("descriptor");
                var means = descriptor.TryGetProperty("id", out text) ? text.GetString() == id || id?.StartsWith(text.GetString() + "/", StringComparison.Ordinal) == true : descriptor.GetProperty("index").GetInt32() == index;
                if (means && change.GetProperty("configuration").TryGetProperty("level", out level)) return level.GetString()!;
            }
        }

        return rule.ValueKind == JsonValueKind.Object && rule.TryGetProperty("defaultConfiguration", out var configuration) && configuration.TryGetProperty("level", out level) ? level.GetString()! : "warning";
    }

    private static List<JsonElement> Rules(JsonElement component) => component.TryGetProperty("rules", out var rules) ? [.. Items(rules)] : [];

    private static IEnumerable<JsonElement> Items(JsonElement list) => list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object) : [];
}
