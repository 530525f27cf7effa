using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>One run of a SARIF log. Its fields come in any order, so results that the rules decide wait, summed by rule, until the run is read.</summary>
internal sealed class SarifRun(Expectation expect, Weighing weighing, SarifTotals totals)
{
    /// <summary>The most rules that results of one run may name while they wait.</summary>
    public const int MaxWaiting = 65_536;

    private readonly SarifRules rules = new();
    private readonly Dictionary<(string? Id, long Index, long Extension, long Invocation), Waiting> waiting = [];
    private readonly HashSet<string> found = new(StringComparer.Ordinal);
    private readonly SarifBuffers buffers = new();
    private readonly SarifLevel most = SarifLevels.Of(expect.MaxLevel);
    private string? tool;
    private string? fullName;
    private long results;
    private long artifacts = -1;
    private bool hasResults;
    private bool external;
    private int invocations;
    private int successful;
    private int line;

    /// <summary>Reads the run; the scan stands on its start.</summary>
    public void Read(ref JsonScan json)
    {
        line = json.Line;
        while (json.Field())
        {
            if (json.Is("results"u8)) { if (json.Enter(JsonTokenType.StartArray)) Results(ref json); }
            else if (json.Is("tool"u8)) { if (json.Enter(JsonTokenType.StartObject)) Tool(ref json); }
            else if (json.Is("invocations"u8)) { if (json.Enter(JsonTokenType.StartArray)) Invocations(ref json); }
            else if (json.Is("artifacts"u8)) { if (json.Enter(JsonTokenType.StartArray)) artifacts = Math.Max(0, artifacts) + Count(ref json); }
            else if (json.Is("externalPropertyFileReferences"u8)) { if (json.Enter(JsonTokenType.StartObject)) References(ref json); }
            else json.Skip();
        }
    }

    /// <summary>Adds the run to the totals, and says whether it proves anything.</summary>
    public void Judge()
    {
        foreach (var wait in waiting.Values)
        {
            // A single invocation is the one that found everything.
            if (wait.First.Invocation < 0 && invocations == 1) wait.First.Invocation = 0;
            var level = rules.LevelOf(wait.First);
            buffers.Message.Keep(default);
            Add(level, wait.First, wait.Open);
        }

        totals.Runs++;
        totals.Results += results;
        totals.RuleCount += rules.Count;
        totals.Artifacts += Math.Max(0, artifacts);
        if (totals.Runs == 1) weighing.Names("tool", tool);
        if (expect.Tool is { } asked && !Same(asked, tool) && !Same(asked, fullName)) return;
        totals.ToolSeen = true;
        if (Empty() is { } reason)
        {
            if (totals.Empty.Count < Weighing.MaxEach) totals.Empty.Add((reason.Code, $"{tool ?? "a tool without name"}: {reason.Text}", line));
            return;
        }

        totals.Sound++;
        if (invocations > successful) weighing.Note("sarif.invocation-failed", $"{tool}: {invocations - successful} of {invocations} invocations were not successful", line);
        if (expect.Rules.Count == 0) return;
        foreach (var id in rules.Enabled.Concat(found)) totals.Rules.Add(id);
    }

    private (string Code, string Text)? Empty() => this switch
    {
        { invocations: > 0, successful: 0 } => ("sarif.no-successful-invocation", "no invocation was successful"),
        { hasResults: false, external: true } => ("sarif.external-results", "the results are in another file"),
        { hasResults: false } => ("sarif.no-results", "the run has no list of results; it describes no scan"),
        { results: 0, artifacts: 0 } => ("sarif.nothing-analysed", "the list of analysed artifacts is empty"),
        { results: 0, artifacts: < 0, rules.Count: 0 } => ("sarif.nothing-analysed", "no result, no rule, no artifact: nothing shows that anything was analysed"),
        _ => null,
    };

    private void Results(ref JsonScan json)
    {
        hasResults = true;
        while (json.Item())
        {
            var at = weighing.Wants(Outcome.Contradicts) ? json.Line : 0;
            var result = SarifResult.Read(ref json, buffers, at > 0);
            result.Line = at;
            results++;
            if (expect.Rules.Count > 0 && result.RuleId is { } id && expect.Rules.Contains(id, StringComparer.Ordinal)) found.Add(id);
            if (result.Absent) continue;
            if (result.Suppressed) totals.Suppressed++;
            else if (result.Level is { } level) Add(level, result, 1);
            else Wait(result);
        }
    }

    private void Wait(SarifResult result)
    {
        var key = (result.RuleId, result.RuleIndex, result.Extension, result.Invocation);
        if (!waiting.TryGetValue(key, out var wait))
        {
            if (waiting.Count == MaxWaiting) throw new Refusal("sarif.too-many-rules", $"results of one run name more than {MaxWaiting} rules", result.Line);
            result.Message = buffers.Message.Text(400);
            waiting[key] = wait = new Waiting(result);
        }

        wait.Open++;
    }

    private void Add(SarifLevel level, SarifResult result, long count)
    {
        switch (level)
        {
            case SarifLevel.Error: totals.Errors += count; break;
            case SarifLevel.Warning: totals.Warnings += count; break;
            case SarifLevel.Note: totals.Notes += count; break;
            default: return;
        }

        if (level <= most) return;
        result.Message ??= buffers.Message.Text(400);
        var word = level == SarifLevel.Error ? "error" : level == SarifLevel.Warning ? "warning" : "note";
        if (!weighing.Wants(Outcome.Contradicts)) weighing.OneMore(Outcome.Contradicts);
        else weighing.Contradicts("sarif." + word, $"{(count == 1 ? word : $"{count} {word}s")} of {result.RuleId ?? "a rule without id"}{(result.Message is null ? "" : ": " + result.Message)}", result.Line);
    }

    private void Tool(ref JsonScan json)
    {
        var extension = 0;
        while (json.Field())
        {
            if (json.Is("driver"u8))
            {
                if (json.Enter(JsonTokenType.StartObject)) Component(ref json, -1);
            }
            else if (json.Is("extensions"u8))
            {
                if (!json.Enter(JsonTokenType.StartArray)) continue;
                while (json.Item()) Component(ref json, extension++);
            }
            else
            {
                json.Skip();
            }
        }
    }

    private void Component(ref JsonScan json, int extension)
    {
        while (json.Field())
        {
            if (json.Is("rules"u8)) { if (json.Enter(JsonTokenType.StartArray)) rules.Read(ref json, extension); }
            else if (extension < 0 && json.Is("name"u8)) tool = json.Text();
            else if (extension < 0 && json.Is("fullName"u8)) fullName = json.Text();
            else json.Skip();
        }
    }

    private void Invocations(ref JsonScan json)
    {
        while (json.Item())
        {
            while (json.Field())
            {
                if (json.Is("executionSuccessful"u8)) successful += json.Flag() == true ? 1 : 0;
                else if (json.Is("ruleConfigurationOverrides"u8)) { if (json.Enter(JsonTokenType.StartArray)) rules.ReadOverrides(ref json, invocations); }
                else json.Skip();
            }

            invocations++;
        }
    }

    private void References(ref JsonScan json)
    {
        while (json.Field())
        {
            external |= json.Is("results"u8);
            json.Skip();
        }
    }

    private static long Count(ref JsonScan json)
    {
        var count = 0L;
        while (json.Item())
        {
            json.Leave();
            count++;
        }

        return count;
    }

    private static bool Same(string asked, string? name) => asked.Equals(name, StringComparison.OrdinalIgnoreCase);

    private sealed class Waiting(SarifResult first)
    {
        public SarifResult First { get; } = first;

        public long Open { get; set; }
    }
}
