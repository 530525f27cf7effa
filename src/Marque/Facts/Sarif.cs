using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>SARIF 2.1.0 (OASIS standard, with errata 01): the runs, one by one, in constant memory.</summary>
/// <remarks>
/// A run proves nothing when it is no scan (<c>results</c> absent, section 3.14.23), when no invocation was successful (3.20.14), or when it analysed nothing:
/// no result, and either an empty list of artifacts or neither artifacts nor rules. A log proves nothing when none of its runs does. Results that the baseline
/// marks as absent (3.27.24) are not findings of this run.
/// </remarks>
internal static class Sarif
{
    public static Check Run(Stream content, Expectation expect)
    {
        var json = new JsonScan(content);
        var weighing = new Weighing();
        var totals = new SarifTotals();
        string? version = null;
        var hasRuns = false;
        json.Root();
        while (json.Field())
        {
            if (json.Is("version"u8))
            {
                version = json.Text() ?? "";
                if (version != "2.1.0") throw new Refusal("sarif.version", $"the log's version is '{version}'; 2.1.0 is read", json.Line);
            }
            else if (json.Is("runs"u8))
            {
                if (hasRuns) throw new Refusal("sarif.duplicate-field", "'runs' stands a second time", json.Line);
                hasRuns = true;
                if (!json.Enter(JsonTokenType.StartArray)) continue;
                while (json.Item())
                {
                    var run = new SarifRun(expect, weighing, totals);
                    run.Read(ref json);
                    run.Judge();
                }
            }
            else
            {
                json.Skip();
            }
        }

        while (json.Read())
        {
        }

        if (version is null) throw new Refusal("sarif.version", "the log has no version; this is not SARIF 2.1.0", json.Line);
        if (!hasRuns) throw new Refusal("sarif.runs", "the log has no runs", json.Line);
        return Done(weighing, totals, expect);
    }

    private static Check Done(Weighing weighing, SarifTotals totals, Expectation expect)
    {
        if (totals.Runs == 0)
        {
            weighing.Vacuous("sarif.no-run", "the log holds no run");
        }
        else if (totals.Sound == 0)
        {
            foreach (var (code, text, line) in totals.Empty) weighing.Vacuous(code, text, line);
        }
        else
        {
            foreach (var (code, text, line) in totals.Empty) weighing.Note(code, text, line);
        }

        if (expect.Tool is { } tool && totals.Runs > 0 && !totals.ToolSeen) weighing.Vacuous("sarif.tool-missing", $"no run is by the tool '{tool}'");
        foreach (var rule in expect.Rules)
        {
            if (!totals.Rules.Contains(rule)) weighing.Vacuous("sarif.rule-missing", $"no sound run has the rule '{rule}' switched on");
        }

        return weighing.Done(FactKind.Sarif, ("runs", totals.Runs), ("results", totals.Results), ("errors", totals.Errors), ("warnings", totals.Warnings), ("notes", totals.Notes), ("suppressed", totals.Suppressed), ("rules", totals.RuleCount), ("artifacts", totals.Artifacts));
    }
}

/// <summary>Totals over the runs of a log. Errors, warnings and notes are the unsuppressed ones.</summary>
internal sealed class SarifTotals
{
    public long Runs { get; set; }

    public long Sound { get; set; }

    public long Results { get; set; }

    public long Errors { get; set; }

    public long Warnings { get; set; }

    public long Notes { get; set; }

    public long Suppressed { get; set; }

    public long RuleCount { get; set; }

    public long Artifacts { get; set; }

    public bool ToolSeen { get; set; }

    /// <summary>The expected rules that a sound run had switched on.</summary>
    public HashSet<string> Rules { get; } = new(StringComparer.Ordinal);

    /// <summary>Why runs prove nothing.</summary>
    public List<(string Code, string Text, int Line)> Empty { get; } = [];
}
