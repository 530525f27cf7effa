namespace Marque.Text;

/// <summary>Trees compared, and changed as an edit intends.</summary>
internal static class YamlTrees
{
    /// <summary>Whether two trees hold the same values in the same order.</summary>
    public static bool Same(YamlNode a, YamlNode b) => (a, b) switch
    {
        (YamlScalar x, YamlScalar y) => x.Type == y.Type && (x.Type == YamlType.Null || x.Value == y.Value),
        (YamlList x, YamlList y) => x.Items.Count == y.Items.Count && x.Items.Zip(y.Items).All(p => Same(p.First, p.Second)),
        (YamlMap x, YamlMap y) => x.Entries.Count == y.Entries.Count && x.Entries.Zip(y.Entries).All(p => p.First.Key.Value == p.Second.Key.Value && Same(p.First.Value, p.Second.Value)),
        _ => false,
    };

    /// <summary>The node that the steps lead to; null if one of them leads nowhere.</summary>
    public static YamlNode? At(YamlNode root, ReadOnlySpan<YamlStep> steps)
    {
        YamlNode? node = root;
        foreach (var step in steps)
        {
            node = node switch
            {
                YamlMap map when step.Key is { } key => map[key],
                YamlList list when step.Key is null && step.Index >= 0 && step.Index < list.Items.Count => list.Items[step.Index],
                _ => null,
            };
        }

        return node;
    }

    /// <summary>The tree with the node there replaced, added as the last key when its key is new, or taken out when <paramref name="value"/> is null.</summary>
    public static YamlNode With(YamlNode root, ReadOnlySpan<YamlStep> steps, YamlNode? value)
    {
        var step = steps[0];
        var rest = steps[1..];
        switch (root)
        {
            case YamlMap map when step.Key is { } key:
                var entries = new List<(YamlScalar Key, YamlNode Value)>(map.Entries);
                var at = entries.FindIndex(e => e.Key.Value == key);
                if (at < 0) entries.Add((YamlValue.Text(key), value!));
                else if (rest.IsEmpty && value is null) entries.RemoveAt(at);
                else entries[at] = (entries[at].Key, rest.IsEmpty ? value! : With(entries[at].Value, rest, value));
                return new YamlMap(map.Place, entries);
            case YamlList list:
                var items = new List<YamlNode>(list.Items);
                if (step.Index == items.Count) items.Add(value!);
                else if (rest.IsEmpty && value is null) items.RemoveAt(step.Index);
                else items[step.Index] = rest.IsEmpty ? value! : With(items[step.Index], rest, value);
                return new YamlList(list.Place, items);
            default:
                throw new ArgumentException("the steps lead nowhere", nameof(steps));
        }
    }
}
