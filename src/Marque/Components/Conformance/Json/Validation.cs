using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Components.Conformance.Json;

/// <summary>Runs a document through the states of its schema, each value read once. What cannot be undone is reported at once; of alternatives only the outcome is kept.</summary>
/// <param name="automaton">The states.</param>
/// <param name="findings">Where problems go.</param>
/// <param name="names">Names and references met; null: not wanted.</param>
/// <param name="stop">Ends the run.</param>
/// <param name="trail">The way to the root of what is read.</param>
/// <param name="lines">Lines before what is read.</param>
/// <param name="depth">How many runs this one explains.</param>
/// <param name="looks">What may still be looked at once more.</param>
internal sealed partial class Validation(Automaton automaton, Findings findings, Names? names, CancellationToken stop, string trail = "", int lines = 0, int depth = 0, Looks? looks = null)
{
    private readonly Looks looks = looks ?? new Looks();
    private readonly Trail trail = new(trail);
    private readonly Duplicates fields = new();
    private readonly Duplicates items = new();
    private byte[] failed = new byte[1024];
    private int top;
    private ulong[] seen = new ulong[256];
    private int seenTop;
    private Transition[] met = new Transition[256];
    private int metTop;
    private byte[] scratch = new byte[1024];
    private UInt128 print;
    private int untilStop;

    /// <summary>The document, whose first token is current.</summary>
    /// <returns>Whether it holds.</returns>
    public bool Run(ref JsonScan scan, SchemaNode root)
    {
        var state = automaton.State([root]);
        Value(ref scan, state, hard: 1, prints: false);
        var holds = failed[state.Roots[0]] == 0;
        if (!holds && findings.Counting == 0) Add(ref scan, "schema", "does not fit the schema");
        return holds;
    }

    // Leaves in "failed", from "top" on, what each group of the state came to.
    private void Value(ref JsonScan scan, State state, ulong hard, bool prints)
    {
        var frame = top;
        top += state.Groups.Length;
        if (top > failed.Length) Array.Resize(ref failed, Math.Max(top, failed.Length * 2));
        failed.AsSpan(frame, top - frame).Clear();
        var holds = false;
        var (position, line) = (0L, 0);
        if (state.Holds && depth <= MostNested)
        {
            (position, line) = (scan.Offset, scan.Line);
            holds = scan.Hold();
        }

        switch (scan.Token)
        {
            case JsonTokenType.StartObject: Object(ref scan, state, frame, hard, prints); break;
            case JsonTokenType.StartArray: List(ref scan, state, frame, hard, prints); break;
            case JsonTokenType.String: Text(ref scan, state, frame, hard, prints); break;
            case JsonTokenType.Number: Number(ref scan, state, frame, hard, prints); break;
            default: Literal(ref scan, state, frame, hard); break;
        }

        if (state.Combines) Combine(ref scan, state, frame, hard, position, line);
        if (holds) scan.LetGo(position);
        top = frame;
    }

    private void Object(ref JsonScan scan, State state, int frame, ulong hard, bool prints)
    {
        Types(ref scan, state, frame, hard, Kinds.Object);
        Values(ref scan, state, frame, hard);
        var (seenFrom, fieldsFrom, metFrom) = (seenTop, fields.Top, metTop);
        seenTop += state.Words;
        if (seenTop > seen.Length) Array.Resize(ref seen, Math.Max(seenTop, seen.Length * 2));
        seen.AsSpan(seenFrom, seenTop - seenFrom).Clear();
        var line = state.Required.Length > 0 || state.Counts ? scan.Line : 0;
        var count = 0;
        UInt128 sum = 0;
        while (scan.Read() && scan.Token == JsonTokenType.PropertyName)
        {
            if (!scan.TryText(ref scratch, out var name)) Add(ref scan, "characters", "a field's name holds bytes or escapes that are no characters", demand: Demand.Syntax);
            var next = state.Field(name);
            count++;
            trail.Push(name);
            UInt128 namePrint = 0;
            if (prints || next.Name < 0) namePrint = Fingerprint.Of(name, 1);
            if (next.Name < 0 ? !fields.Add(fieldsFrom, namePrint) : !See(seenFrom, next.Name)) Add(ref scan, "duplicate-key", $"the field '{Shown.Text(name)}' stands twice in one object", "programs differ in which of them they read; leave one", Demand.Syntax);
            if (next.Forbidding.Length > 0) Forbidden(ref scan, state, frame, hard, next, name);
            if (state.Unevaluated)
            {
                if (metTop == met.Length) Array.Resize(ref met, metTop * 2);
                met[metTop++] = next;
            }

            scan.Read();
            Follow(ref scan, state, frame, hard, next, prints);
            if (prints) sum += Fingerprint.Then(namePrint, print);
            trail.Pop();
        }

        for (var g = 0; state.Counts && g < state.Groups.Length; g++)
        {
            var (least, most) = (state.Groups[g].MinProperties, state.Groups[g].MaxProperties);
            if (count >= least && count <= most) continue;
            failed[frame + g] = 1;
            if (IsHard(state, g, hard)) Add(line, count < least ? "minProperties" : "maxProperties", $"holds {count} fields", count < least ? $"at least {least}" : $"at most {most}");
        }

        foreach (var required in state.Required)
        {
            for (var i = 0; i < required.Indexes.Length; i++)
            {
                var at = required.Indexes[i];
                if ((seen[seenFrom + (at >> 6)] & (1UL << (at & 63))) != 0) continue;
                failed[frame + required.Group] = 1;
                if (IsHard(state, required.Group, hard)) Add(line, "required", $"lacks '{required.Text(i)}'", $"add the field '{required.Text(i)}'");
            }
        }

        if (prints) print = Fingerprint.Then(sum, 3);
        fields.Leave(fieldsFrom);
        seenTop = seenFrom;
        if (state.Unevaluated)
        {
            // Combine still needs what was met; it stands above the top.
            metCount = metTop - metFrom;
            metTop = metFrom;
        }
    }

    private void List(ref JsonScan scan, State state, int frame, ulong hard, bool prints)
    {
        Types(ref scan, state, frame, hard, Kinds.Array);
        Values(ref scan, state, frame, hard);
        var itemsFrom = items.Top;
        var line = scan.Line;
        var count = 0;
        UInt128 chain = 4;
        while (scan.Read() && scan.Token != JsonTokenType.EndArray)
        {
            if (--untilStop < 0)
            {
                stop.ThrowIfCancellationRequested();
                untilStop = 4096;
            }

            var next = state.Item(count);
            trail.Push(count);
            foreach (var group in next.Forbidding)
            {
                failed[frame + group] = 1;
                if (IsHard(state, group, hard)) Add(ref scan, "items", "one item more than is allowed", "leave it out");
            }

            Follow(ref scan, state, frame, hard, next, prints || state.Unique);
            if (state.Unique && !items.Add(itemsFrom, print)) Twice(ref scan, state, frame, hard);
            if (prints) chain = Fingerprint.Then(chain, print);
            trail.Pop();
            count++;
        }

        if (prints) print = chain;
        items.Leave(itemsFrom);
        for (var g = 0; g < state.Groups.Length; g++)
        {
            var (least, most) = (state.Groups[g].MinItems, state.Groups[g].MaxItems);
            if (count >= least && count <= most) continue;
            failed[frame + g] = 1;
            if (IsHard(state, g, hard)) Add(line, count < least ? "minItems" : "maxItems", $"holds {count} items", count < least ? $"at least {least}" : $"at most {most}");
        }
    }

    private void Follow(ref JsonScan scan, State state, int frame, ulong hard, Transition next, bool prints)
    {
        var child = next.Child;
        var childHard = 0UL;
        foreach (var route in next.Routes)
        {
            if (route.Root < 64 && IsHard(state, route.Group, hard)) childHard |= 1UL << route.Root;
        }

        Value(ref scan, child, childHard, prints);
        foreach (var route in next.Routes)
        {
            if (failed[top + child.Roots[route.Root]] == 0) continue;
            failed[frame + route.Group] = 1;
            if (route.Root >= 64 && IsHard(state, route.Group, hard)) Add(ref scan, "schema", "does not fit the schema");
        }
    }

    private static bool IsHard(State state, int group, ulong hard) => (state.Conjunctive[group] & hard) != 0;

    private bool See(int from, int name)
    {
        ref var word = ref seen[from + (name >> 6)];
        var bit = 1UL << (name & 63);
        if ((word & bit) != 0) return false;
        word |= bit;
        return true;
    }

    private void Add(ref JsonScan scan, string rule, string message, string remedy = "", Demand demand = Demand.Schema) => Add(scan.Line, rule, message, remedy, demand);

    private void Add(int line, string rule, string message, string remedy = "", Demand demand = Demand.Schema)
    {
        if (findings.Full) findings.Count();
        else findings.Add(line + lines, trail.ToString(), demand, rule, message, remedy);
    }
}

/// <summary>How many bytes may still be looked at once more, to say why alternatives failed.</summary>
internal sealed class Looks
{
    private long left = 64 * 1024 * 1024;

    public bool Spend(long bytes) => (left -= bytes) >= 0;
}
