using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>What counts of one SARIF result.</summary>
internal sealed record SarifResult
{
    /// <summary>The level it states; null when the rule decides.</summary>
    public SarifLevel? Level { get; set; }

    /// <summary>The rule's id, or null.</summary>
    public string? RuleId { get; set; }

    /// <summary>The rule's index in its component, or -1.</summary>
    public long RuleIndex { get; set; } = -1;

    /// <summary>The index of the tool extension whose rule it is; -1 for the driver.</summary>
    public long Extension { get; set; } = -1;

    /// <summary>The index of the invocation that found it, or -1.</summary>
    public long Invocation { get; set; } = -1;

    /// <summary>Whether it is suppressed: there are suppressions, all of them accepted or without status (section 3.27.23).</summary>
    public bool Suppressed { get; set; }

    /// <summary>Whether the baseline says it is gone (section 3.27.24).</summary>
    public bool Absent { get; set; }

    /// <summary>Its line in the log.</summary>
    public int Line { get; set; }

    /// <summary>Its message; null while nobody asked for it.</summary>
    public string? Message { get; set; }

    /// <summary>Reads a result; the scan stands on its start.</summary>
    /// <param name="json">The scan.</param>
    /// <param name="buffers">Where texts wait.</param>
    /// <param name="wantMessage">Whether to keep the message in <see cref="SarifBuffers.Message"/>.</param>
    public static SarifResult Read(ref JsonScan json, SarifBuffers buffers, bool wantMessage)
    {
        var result = new SarifResult();
        buffers.Message.Keep(default);
        var (fails, seen) = (true, 0);
        while (json.Field())
        {
            if (json.Is("ruleId"u8)) { Once(ref json, ref seen, 1, "ruleId"); result.RuleId = buffers.Rule(ref json) ?? result.RuleId; }
            else if (json.Is("level"u8)) { Once(ref json, ref seen, 2, "level"); result.Level = SarifLevels.Read(ref json); }
            else if (json.Is("kind"u8)) { Once(ref json, ref seen, 4, "kind"); json.Read(); fails = json.Token != JsonTokenType.String || json.Is("fail"u8); json.Leave(); }
            else if (json.Is("ruleIndex"u8)) { result.RuleIndex = json.Number() ?? -1; }
            else if (json.Is("rule"u8)) { if (json.Enter(JsonTokenType.StartObject)) Rule(ref json, result); }
            else if (json.Is("suppressions"u8)) { Once(ref json, ref seen, 8, "suppressions"); result.Suppressed = Suppressions(ref json); }
            else if (json.Is("baselineState"u8)) { Once(ref json, ref seen, 16, "baselineState"); result.Absent = json.Text() == "absent"; }
            else if (json.Is("provenance"u8)) { if (json.Enter(JsonTokenType.StartObject)) Provenance(ref json, result); }
            else if (wantMessage && json.Is("message"u8)) { if (json.Enter(JsonTokenType.StartObject)) MessageText(ref json, buffers.Message); }
            else json.Skip();
        }

        // Section 3.27.10: any kind but "fail" has the level "none". A level that is stated all the same is believed, against the tool's interest.
        if (!fails) result.Level ??= SarifLevel.None;
        return result;
    }

    // Two values for a field that decides would let a reader choose.
    private static void Once(ref JsonScan json, ref int seen, int bit, string name)
    {
        if ((seen & bit) != 0) throw new Refusal("sarif.duplicate-field", $"a result has '{name}' twice", json.Line);
        seen |= bit;
    }

    internal static void Rule(ref JsonScan json, SarifResult result)
    {
        while (json.Field())
        {
            if (json.Is("id"u8)) result.RuleId = json.Text() is { } id && result.RuleId is null ? id : result.RuleId;
            else if (json.Is("index"u8)) result.RuleIndex = json.Number() ?? result.RuleIndex;
            else if (json.Is("toolComponent"u8)) { if (json.Enter(JsonTokenType.StartObject)) result.Extension = ComponentIndex(ref json); }
            else json.Skip();
        }
    }

    // A reference without index means the driver.
    internal static long ComponentIndex(ref JsonScan json)
    {
        var index = -1L;
        while (json.Field())
        {
            if (json.Is("index"u8)) index = json.Number() ?? -1;
            else json.Skip();
        }

        return index;
    }

    private static void Provenance(ref JsonScan json, SarifResult result)
    {
        while (json.Field())
        {
            if (json.Is("invocationIndex"u8)) result.Invocation = json.Number() ?? -1;
            else json.Skip();
        }
    }

    private static bool Suppressions(ref JsonScan json)
    {
        if (!json.Enter(JsonTokenType.StartArray)) return false;
        var (any, all) = (false, true);
        while (json.Item())
        {
            any = true;
            while (json.Field())
            {
                if (json.Is("status"u8)) all &= json.Text() is null or "accepted";
                else json.Skip();
            }
        }

        return any && all;
    }

    private static void MessageText(ref JsonScan json, Kept message)
    {
        while (json.Field())
        {
            if (json.Is("text"u8)) json.Text(message);
            else json.Skip();
        }
    }
}

/// <summary>What readers of results use again and again.</summary>
internal sealed class SarifBuffers
{
    private readonly Kept rule = new();
    private readonly Interned rules = new();

    /// <summary>The message of the result just read.</summary>
    public Kept Message { get; } = new();

    /// <summary>Behind a field's name: a rule's id, cut after 1,024 bytes.</summary>
    public string? Rule(ref JsonScan json)
    {
        json.Text(rule);
        return rules.Of(rule.Bytes[..Math.Min(rule.Bytes.Length, 1024)]);
    }
}
