using System.Text;

namespace Marque.Text;

/// <summary>One edit of one document that was read: finds the place, makes the splice, reads the result again.</summary>
internal sealed class YamlSplice(string file, YamlNode root, string text, ReadOnlyMemory<byte> mark)
{
    private readonly YamlSpot rootSpot = YamlSpot.Of(text);

    public Read<byte[]> Set(ReadOnlySpan<YamlStep> at, YamlNode value)
    {
        if (at.IsEmpty || at[^1].Key is not { } key) return Refuse(root.Place, "edit.not-found", "only the value of a key can be set", "", []);
        var paste = YamlWriter.Entry(key, value);
        if (Walk(at[..^1], paste, out var problem) is not { } holder) return problem!;
        if (holder.Node is not YamlMap map) return Refuse(holder.Node.Place, "edit.not-found", $"'{key}' cannot be set: this is {holder.Node.Kind}", "a mapping is needed here", paste);
        if (holder.Spot.IsFlow) return Flow(holder, paste);
        var intended = YamlTrees.With(root, at, value);
        var index = IndexOf(map, key);
        if (index < 0) return Check(Insert(AfterContent(holder.Spot), ColumnOf(holder.Spot.Start), paste), intended, holder.Node.Place, paste);
        var (name, old) = (holder.Spot.Keys[index], holder.Spot.Values[index]);
        if (old.IsMarked || old.IsAlias || name.IsMarked || name.IsAlias) return Anchored(map.Entries[index].Key.Place, paste);
        return Replace(name, old, value) is { } spliced ? Check(spliced, intended, map.Entries[index].Key.Place, paste) : Refuse(map.Entries[index].Key.Place, "edit.style", "this key is not written as 'key: value'", Paste, paste);
    }

    public Read<byte[]> Add(ReadOnlySpan<YamlStep> at, YamlNode item)
    {
        var paste = YamlWriter.Item(item);
        if (!at.IsEmpty && at[^1].Key is not null && YamlTrees.At(root, at) is null or YamlScalar { Type: YamlType.Null }) return Set(at, YamlValue.List([item]));
        if (Walk(at, paste, out var problem) is not { } holder) return problem!;
        if (holder.Node is not YamlList list) return Refuse(holder.Node.Place, "edit.not-a-list", $"this is {holder.Node.Kind}, not a list", "write it as the first item of a list, after a dash, and run the command again; or paste this as a further item", paste);
        if (holder.Spot.IsFlow) return Flow(holder, paste);
        var dash = holder.Spot.Start;
        var last = holder.Spot.Values[^1];
        var column = ColumnOf(dash);
        // As far behind its dash as the item before it.
        var gap = last.Start > dash && YamlLines.StartOf(text, last.Start) is var line && line + column < last.Start && text[line + column] == '-' ? Math.Max(1, last.Start - line - column - 1) : 1;
        var content = YamlWriter.Lines(item);
        List<string> lines = [$"-{new string(' ', gap)}{content[0]}", .. content.Skip(1).Select(l => l.Length == 0 ? l : new string(' ', gap + 1) + l)];
        return Check(Insert(AfterContent(holder.Spot), column, lines), YamlTrees.With(root, [.. at, list.Items.Count], item), holder.Node.Place, paste);
    }

    public Read<byte[]> Remove(ReadOnlySpan<YamlStep> at)
    {
        if (at.IsEmpty) return Refuse(root.Place, "edit.empty", "nothing would be left of the file", "delete the file", []);
        if (Walk(at[..^1], [], out var problem) is not { } holder) return problem!;
        if (YamlTrees.At(root, at) is not { } node) return Refuse(holder.Node.Place, "edit.not-found", $"there is no '{at[^1]}' here", "", []);
        if (holder.Spot.IsFlow) return Flow(holder, []);
        if (holder.Spot.Values.Count == 1) return Remove(at[..^1]);
        var index = holder.Node is YamlMap map ? IndexOf(map, at[^1].Key!) : at[^1].Index;
        var value = holder.Spot.Values[index];
        if (value.IsMarked || value.IsAlias) return Anchored(node.Place, []);
        var first = holder.Node is YamlMap ? holder.Spot.Keys[index].Start : DashOf(holder.Spot, index);
        var spliced = first < 0 ? null : Cut(holder.Spot, index, first);
        return spliced is null ? Refuse(node.Place, "edit.style", "it shares its line with something else", "take it out by hand", []) : Check(spliced, YamlTrees.With(root, at, null), node.Place, []);
    }

    private const string Paste = "paste this there";

    private (YamlNode Node, YamlSpot Spot)? Walk(ReadOnlySpan<YamlStep> at, List<string> paste, out Read<byte[]>? problem)
    {
        problem = null;
        var (node, spot) = (root, rootSpot);
        foreach (var step in at)
        {
            if (spot.IsFlow) problem = Flow((node, spot), paste);
            else if (spot.IsMarked || spot.IsAlias) problem = Anchored(node.Place, paste);
            else if (YamlTrees.At(node, [step]) is null) problem = Refuse(node.Place, "edit.not-found", $"there is no '{step}' here", "", paste);
            if (problem is not null) return null;
            var index = node is YamlMap map ? IndexOf(map, step.Key!) : step.Index;
            (node, spot) = (YamlTrees.At(node, [step])!, spot.Values[index]);
        }

        if (spot.IsMarked || spot.IsAlias) problem = Anchored(node.Place, paste);
        return problem is null ? (node, spot) : null;
    }

    // The old value gives way on its line or lines; what stands behind it on the line, and comments above its first line, stay.
    private string? Replace(YamlSpot key, YamlSpot old, YamlNode value)
    {
        var colon = key.End;
        while (colon < text.Length && text[colon] is ' ' or '\t') colon++;
        if (colon >= text.Length || text[colon] != ':') return null;
        var lines = YamlWriter.Lines(value);
        var column = ColumnOf(key.Start) + 2;
        var isBlock = YamlWriter.IsBlock(value);
        if (old.IsBlock && isBlock && old.Keys.Count > 0 == value is YamlMap) column = ColumnOf(old.Start);
        List<string> below = isBlock ? lines : [.. lines.Skip(1)];
        var head = isBlock ? "" : $" {lines[0]}";
        if (old.IsBlock)
        {
            var (from, to) = (YamlLines.StartOf(text, old.Start), AfterContent(old));
            if (from <= colon) return null;
            var rest = text[..from] + text[to..];
            var kept = below.Count == 0 && !YamlLines.IsStart(text, to) ? Shortened(rest) : Insert(rest, Math.Min(from, rest.Length), column, below, hadEnd: YamlLines.IsStart(text, to));
            return kept[..(colon + 1)] + head + kept[(colon + 1)..];
        }

        var start = old.Start == old.End ? colon + 1 : old.Start;
        var end = old.IsBlockText ? AfterContent(old) : old.End;
        if (YamlLines.StartOf(text, start) > colon) return null;
        // A comment behind the sign of a block text belongs to the line, not to the text.
        var tail = "";
        if (old.IsBlockText)
        {
            var line = YamlLines.EndOf(text, start);
            var sharp = text.AsSpan(start, line - start).IndexOf(" #", StringComparison.Ordinal);
            tail = (sharp < 0 ? "" : text[(start + sharp)..line]) + (YamlLines.IsStart(text, end) ? text[line..YamlLines.After(text, line)] : "");
        }

        var spliced = text[..(colon + 1)] + head + (old.Start == old.End ? "" : tail) + text[end..];
        return below.Count == 0 ? spliced : Insert(spliced, YamlLines.After(spliced, colon), column, below);
    }

    private static string Shortened(string rest) => rest[..YamlLines.EndOf(rest, YamlLines.Before(rest, rest.Length))];

    // Lines go as a whole. The first key of a mapping behind a dash leaves its place to the next one.
    private string? Cut(YamlSpot holder, int index, int first)
    {
        var start = YamlLines.StartOf(text, first);
        if (!text.AsSpan(start, first - start).Trim(' ').IsEmpty)
        {
            if (index + 1 == holder.Values.Count) return null;
            var next = holder.Keys.Count > 0 ? holder.Keys[index + 1].Start : DashOf(holder, index + 1);
            if (next < 0) return null;
            var end = AfterContent(holder.Values[index]);
            return text.AsSpan(end, next - end).Trim(' ').IsEmpty ? text[..first] + text[next..] : null;
        }

        var after = AfterContent(holder.Values[index]);
        if (YamlLines.IsStart(text, after)) return text[..start] + text[after..];
        // The last lines of a text without a final line break: the break before them goes, so that it stays one without.
        var before = start > 1 && text[start - 1] == '\n' && text[start - 2] == '\r' ? start - 2 : start - 1;
        return text[..before] + text[after..];
    }

    // The dash before an item, over blanks and comments.
    private int DashOf(YamlSpot list, int index)
    {
        var column = ColumnOf(list.Start);
        var floor = index == 0 ? list.Start : AfterContent(list.Values[index - 1]);
        for (var line = YamlLines.StartOf(text, list.Values[index].Start); ; line = YamlLines.Before(text, line))
        {
            if (line + column < text.Length && line + column <= list.Values[index].Start && text[line + column] == '-' && (index == 0 ? line + column == list.Start : line >= floor)) return line + column;
            if (line <= floor || line == 0) return -1;
        }
    }

    /// <summary>The start of the line after the last one that a node takes; the end of the text if there is none.</summary>
    private int AfterContent(YamlSpot spot)
    {
        while (spot.IsBlock) spot = spot.Values[^1];
        if (!spot.IsBlockText) return YamlLines.After(text, spot.End);
        if (!YamlLines.IsStart(text, spot.End)) return spot.End;
        // Blank lines after a block text that does not keep them belong to nobody.
        var head = text.AsSpan(spot.Start, YamlLines.EndOf(text, spot.Start) - spot.Start);
        var sharp = head.IndexOf('#');
        if ((sharp < 0 ? head : head[..sharp]).Contains('+')) return spot.End;
        var end = spot.End;
        while (end > spot.Start && YamlLines.Before(text, end) is var line && text.AsSpan(line, end - line).Trim(" \t\r\n\u0085\u2028\u2029").IsEmpty) end = line;
        return end;
    }

    private int ColumnOf(int at) => at - YamlLines.StartOf(text, at);

    private string Insert(int at, int column, List<string> lines) => Insert(text, at, column, lines);

    private string Insert(string into, int at, int column, List<string> lines, bool? hadEnd = null)
    {
        var end = YamlLines.BreakAt(text, Math.Min(at, text.Length));
        var indented = lines.Select(l => l.Length == 0 ? l : new string(' ', column) + l);
        if (!YamlLines.IsStart(into, at)) return into[..at] + string.Concat(indented.Select(l => end + l)) + into[at..];
        var inserted = string.Concat(indented.Select(l => l + end));
        return into[..at] + (hadEnd == false && at == into.Length && lines.Count > 0 ? inserted[..^end.Length] : inserted) + into[at..];
    }

    private Read<byte[]> Check(string spliced, YamlNode intended, Place place, List<string> paste)
    {
        if (Reread(spliced, intended) is { } bytes) return new(bytes, []);
        // A block text that ends with a line break needs one, where the file had none at its end.
        if (!YamlLines.IsStart(spliced, spliced.Length) && Reread(spliced + YamlLines.BreakAt(text, text.Length), intended) is { } ended) return new(ended, []);
        return Refuse(place, "edit.style", "the way this is written does not allow to edit it without changing something else", paste.Count == 0 ? "edit it by hand" : Paste, paste);
    }

    private byte[]? Reread(string spliced, YamlNode intended)
    {
        byte[] bytes = [.. mark.Span, .. Encoding.UTF8.GetBytes(spliced)];
        var read = YamlReader.Read(file, bytes);
        return read.Ok && YamlTrees.Same(read.Value!, intended) ? bytes : null;
    }

    private static Read<byte[]> Flow((YamlNode Node, YamlSpot Spot) at, List<string> paste) =>
        Refuse(at.Node.Place, "edit.flow", $"this is written in flow style, {(at.Node is YamlMap ? "{...}" : "[...]")}, which is not edited", paste.Count == 0 ? "edit it by hand" : "write it in lines of its own, or add this by hand", paste);

    private static Read<byte[]> Anchored(Place place, List<string> paste) =>
        Refuse(place, "edit.anchor", "an anchor, an alias or a tag stands here, so that an edit would reach further", paste.Count == 0 ? "edit it by hand" : "write the value out, or add this by hand", paste);

    private static Read<byte[]> Refuse(Place place, string code, string message, string remedy, List<string> paste) =>
        new(null, [new Problem(place, code, message, remedy) { Paste = paste }]);

    private static int IndexOf(YamlMap map, string key)
    {
        for (var i = 0; i < map.Entries.Count; i++)
        {
            if (map.Entries[i].Key.Value == key) return i;
        }

        return -1;
    }
}
