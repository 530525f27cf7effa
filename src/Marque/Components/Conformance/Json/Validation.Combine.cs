using System.Text;
using System.Text.Json;
using Marque.Text.Reading;
using Suggestion = Marque.Text.Nearest;

namespace Marque.Components.Conformance.Json;

/// <content>What alternatives came to, and why when they came to nothing.</content>
internal sealed partial class Validation
{
    private const int MostNested = 8;
    private int metCount;

    private void Combine(ref JsonScan scan, State state, int frame, ulong hard, long position, int line)
    {
        var wasObject = scan.Token == JsonTokenType.EndObject;
        for (var g = 0; g < state.Groups.Length; g++)
        {
            if (state.Combinations[g] is not { } parts) continue;
            var hardHere = IsHard(state, g, hard);
            var own = failed[frame + g] != 0;
            foreach (var part in parts.All) failed[frame + g] |= failed[frame + part];
            if (parts.Any.Length > 0 && Holding(frame, parts.Any) == 0) Fail(ref scan, state, frame, g, hardHere, "anyOf", parts.Any, position, line);
            if (parts.One.Length > 0 && Holding(frame, parts.One) is var holding and not 1)
            {
                if (holding == 0) Fail(ref scan, state, frame, g, hardHere, "oneOf", parts.One, position, line);
                else Fail(frame, g, hardHere, line, "oneOf", Several(state, frame, parts.One), "exactly one of the forms");
            }

            if (parts.Not >= 0 && failed[frame + parts.Not] == 0) Fail(frame, g, hardHere, line, "not", Together(state.Groups[parts.Not]), "leave one out");
            if (parts.If >= 0)
            {
                var then = failed[frame + parts.If] == 0 ? parts.Then : parts.Else;
                if (then >= 0 && failed[frame + then] != 0) Fail(ref scan, state, frame, g, hardHere, failed[frame + parts.If] == 0 ? "then" : "else", [then], position, line);
            }

            if (parts.NoUnevaluated && wasObject && !own && failed[frame + g] == 0) Unevaluated(ref scan, state, frame, g, hardHere, position, line);
        }
    }

    private int Holding(int frame, int[] parts)
    {
        var holding = 0;
        foreach (var part in parts) holding += failed[frame + part] == 0 ? 1 : 0;
        return holding;
    }

    private void Fail(int frame, int group, bool hard, int line, string rule, string message, string remedy)
    {
        failed[frame + group] = 1;
        if (hard) Add(line, rule, message, remedy);
    }

    private void Fail(ref JsonScan scan, State state, int frame, int group, bool hard, string rule, int[] parts, long position, int line)
    {
        failed[frame + group] = 1;
        if (!hard) return;
        if (findings.Full)
        {
            findings.Count();
            return;
        }

        // Alternatives that only ask for fields are said in one sentence.
        if (parts.All(p => OnlyRequires(state.Groups[p])) && parts.Length > 1)
        {
            Add(line, rule, $"has none of {string.Join(", ", parts.Select(p => Requires(state.Groups[p])))}", rule == "oneOf" ? "exactly one of them" : "at least one of them");
            return;
        }

        var held = depth > MostNested ? default : scan.HeldFrom(position);
        var best = held.IsEmpty || !looks.Spend((long)held.Length * parts.Length) ? null : Nearest([.. parts.Select(p => state.Groups[p])], held.ToArray(), line);
        if (best is null) Add(line, rule, parts.Length == 1 ? "does not fit the form asked for here" : $"fits none of the {parts.Length} forms allowed here", "see the specification");
        else
        {
            foreach (var problem in best) findings.Add(problem.Line, problem.Location, problem.Demand, problem.Rule, problem.Message, problem.Remedy);
        }
    }

    // The problems of the alternative that was most likely meant.
    private IReadOnlyList<ConformanceProblem>? Nearest(SchemaNode[] alternatives, byte[] value, int line)
    {
        IReadOnlyList<ConformanceProblem>? best = null;
        var (bestScore, here, wrong) = (int.MaxValue, trail.ToString(), 0);
        foreach (var alternative in alternatives)
        {
            var found = new Findings(most: 10);
            var scan = new JsonScan(value);
            scan.Read();
            new Validation(automaton, found, names: null, stop, here, lines + line - 1, depth + 1, looks).Run(ref scan, alternative);
            var score = found.Problems.Sum(p => p.Location == here ? p.Rule is "type" or "enum" or "not-allowed" ? 1000 : 10 : 1) + (int)Math.Min(1000, found.Further);
            if (score >= 1000) wrong++;
            if (score >= bestScore || found.Problems.Count == 0) continue;
            (best, bestScore) = (found.Problems, score);
        }

        return wrong == alternatives.Length && alternatives.Length > 2 ? null : best;
    }

    private string Several(State state, int frame, int[] parts)
    {
        var holding = parts.Where(p => failed[frame + p] == 0).Select(p => state.Groups[p]).ToList();
        return holding.All(OnlyRequires) ? $"has {string.Join(" and ", holding.Select(Requires))} together" : $"fits {holding.Count} of the forms allowed here";
    }

    private static string Together(SchemaNode node) => OnlyRequires(node) ? node.Required.Count == 1 ? $"has {Requires(node)}, which is not allowed here" : $"has {Requires(node)} together" : "is of a form that is not allowed";

    private static bool OnlyRequires(SchemaNode node) => node.Required.Count > 0 && node.Properties.Count == 0 && !node.HasCombination;

    private static string Requires(SchemaNode node) => string.Join(" and ", node.Required.Select(r => $"'{Encoding.UTF8.GetString(r)}'"));

    // JSON Schema 2020-12, core, section 11.3: a field counts as evaluated when a schema that holds, in this place, speaks of it.
    private void Unevaluated(ref JsonScan scan, State state, int frame, int group, bool hard, long position, int line)
    {
        var speaking = new HashSet<int>();
        Speaking(state, frame, group, speaking);
        if (speaking.Any(s => state.Groups[s].AllEvaluated)) return;
        var unknown = 0;
        for (var i = 0; i < metCount; i++)
        {
            if (!met[metTop + i].Routes.Any(r => speaking.Contains(r.Group))) unknown++;
        }

        if (unknown == 0) return;
        failed[frame + group] = 1;
        if (!hard) return;
        var known = speaking.SelectMany(s => state.Groups[s].Properties.Keys).Select(Encoding.UTF8.GetString).Distinct(StringComparer.Ordinal).ToList();
        var named = findings.Full ? [] : FieldsOf(scan.HeldFrom(position)).Except(known, StringComparer.Ordinal).Take(5).ToList();
        Add(line, "unevaluatedProperties", named.Count == 0 ? $"{unknown} fields are none of this object" : $"{string.Join(", ", named.Select(n => $"'{Shown.Text(n)}'"))} is no field of this object", named.Count == 0 ? "" : Suggestion.To(named[0], known) is { } near ? $"did you mean '{near}'?" : "leave it out");
    }

    private void Speaking(State state, int frame, int group, HashSet<int> speaking)
    {
        if (failed[frame + group] != 0 || !speaking.Add(group) || state.Combinations[group] is not { } parts) return;
        foreach (var part in parts.All) Speaking(state, frame, part, speaking);
        foreach (var part in parts.Any) Speaking(state, frame, part, speaking);
        foreach (var part in parts.One) Speaking(state, frame, part, speaking);
        if (parts.If < 0) return;
        Speaking(state, frame, parts.If, speaking);
        if (failed[frame + parts.If] == 0 && parts.Then >= 0) Speaking(state, frame, parts.Then, speaking);
        if (failed[frame + parts.If] != 0 && parts.Else >= 0) Speaking(state, frame, parts.Else, speaking);
    }

    private static List<string> FieldsOf(ReadOnlySpan<byte> value)
    {
        var names = new List<string>();
        if (value.IsEmpty) return names;
        var scan = new JsonScan(value.ToArray());
        scan.Read();
        while (scan.Field())
        {
            names.Add(scan.CurrentText());
            scan.Skip();
        }

        return names;
    }
}
