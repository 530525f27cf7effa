using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>A SARIF rule, as far as it decides the level of results.</summary>
internal sealed record SarifRule(string Id, SarifLevel? Level, bool Enabled);

/// <summary>What one invocation changed about a rule (section 3.20.5).</summary>
internal sealed record SarifOverride(long Invocation, long Extension, long Index, string? Id, SarifLevel? Level, bool Enabled);

/// <summary>The rules of a run: those of the driver (-1) and of each extension.</summary>
internal sealed class SarifRules
{
    /// <summary>The most rules and overrides of one run.</summary>
    public const int Most = 100_000;

    private readonly Dictionary<long, List<SarifRule>> components = [];
    private readonly Dictionary<string, (SarifRule Rule, long Extension, long Index)> byId = new(StringComparer.Ordinal);
    private readonly List<SarifOverride> overrides = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The ids of the rules that every invocation left switched on.</summary>
    public IEnumerable<string> Enabled => components.SelectMany(c => c.Value.Select((rule, index) => (rule, index, c.Key)))
        .Where(r => r.rule.Enabled && !overrides.Any(o => !o.Enabled && Means(o, r.rule, r.Key, r.index))).Select(r => r.rule.Id);

    /// <summary>Reads the list of rules of one component; the scan stands on its start.</summary>
    public void Read(ref JsonScan json, long extension)
    {
        if (!components.TryGetValue(extension, out var list)) components[extension] = list = [];
        while (json.Item())
        {
            if (++Count > Most) throw new Refusal("sarif.too-many-rules", $"a run has more than {Most} rules", json.Line);
            var rule = Rule(ref json);
            byId.TryAdd(rule.Id, (rule, extension, list.Count));
            list.Add(rule);
        }
    }

    /// <summary>Reads the overrides of one invocation; the scan stands on the list's start.</summary>
    public void ReadOverrides(ref JsonScan json, long invocation)
    {
        while (json.Item())
        {
            if (overrides.Count == Most) throw new Refusal("sarif.too-many-rules", $"a run has more than {Most} overrides of rules", json.Line);
            var one = new SarifResult();
            var (level, enabled) = ((SarifLevel?)null, true);
            while (json.Field())
            {
                if (json.Is("descriptor"u8)) { if (json.Enter(JsonTokenType.StartObject)) SarifResult.Rule(ref json, one); }
                else if (json.Is("configuration"u8)) { if (json.Enter(JsonTokenType.StartObject)) (level, enabled) = Configuration(ref json); }
                else json.Skip();
            }

            overrides.Add(new SarifOverride(invocation, one.Extension, one.RuleIndex, one.RuleId, level, enabled));
        }
    }

    /// <summary>The level of a result that states none and whose kind is "fail" (section 3.27.10).</summary>
    public SarifLevel LevelOf(SarifResult result)
    {
        var (rule, extension, index) = Find(result);
        foreach (var change in overrides)
        {
            if (change.Invocation == result.Invocation && result.Invocation >= 0 && change.Level is { } level
                && (rule is null ? change.Id is not null && change.Id == result.RuleId : Means(change, rule, extension, index))) return level;
        }

        return rule?.Level ?? SarifLevel.Warning;
    }

    private (SarifRule? Rule, long Extension, long Index) Find(SarifResult result)
    {
        if (result.RuleIndex >= 0 && components.TryGetValue(result.Extension, out var list) && result.RuleIndex < list.Count) return (list[(int)result.RuleIndex], result.Extension, result.RuleIndex);
        // Section 3.27.5: an id may name a sub-rule, "CA1000/1".
        for (var id = result.RuleId; id is not null; id = id.LastIndexOf('/') is var slash and > 0 ? id[..slash] : null)
        {
            if (byId.TryGetValue(id, out var found)) return found;
        }

        return (null, -1, -1);
    }

    private static bool Means(SarifOverride change, SarifRule rule, long extension, long index) =>
        change.Id is { } id ? id == rule.Id : change.Index >= 0 && change.Index == index && change.Extension == extension;

    private static SarifRule Rule(ref JsonScan json)
    {
        var (id, level, enabled) = ("", (SarifLevel?)null, true);
        while (json.Field())
        {
            if (json.Is("id"u8)) id = json.Text() ?? "";
            else if (json.Is("defaultConfiguration"u8)) { if (json.Enter(JsonTokenType.StartObject)) (level, enabled) = Configuration(ref json); }
            else json.Skip();
        }

        return new SarifRule(id.Length > 1024 ? id[..1024] : id, level, enabled);
    }

    private static (SarifLevel? Level, bool Enabled) Configuration(ref JsonScan json)
    {
        var (level, enabled) = ((SarifLevel?)null, true);
        while (json.Field())
        {
            if (json.Is("level"u8)) level = SarifLevels.Read(ref json);
            else if (json.Is("enabled"u8)) enabled = json.Flag() ?? true;
            else json.Skip();
        }

        return (level, enabled);
    }
}
