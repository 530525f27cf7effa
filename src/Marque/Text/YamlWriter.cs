using System.Text;

namespace Marque.Text;

/// <summary>Writes YAML in block style: two blanks a level, quotes only where they are needed, long text as it stands.</summary>
public static class YamlWriter
{
    /// <summary>A whole file, UTF-8 with LF.</summary>
    /// <param name="root">What it holds.</param>
    /// <param name="schema">Path or URL of the JSON Schema named in the first line; null: none.</param>
    public static byte[] File(YamlMap root, string? schema = null)
    {
        var text = new StringBuilder();
        if (schema is not null) text.Append("# yaml-language-server: $schema=").Append(schema).Append('\n');
        foreach (var line in Lines(root)) text.Append(line).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The lines of a node in block style, without line ends and not indented.</summary>
    internal static List<string> Lines(YamlNode node) => node switch
    {
        YamlMap { Entries.Count: > 0 } map => [.. map.Entries.SelectMany(e => Entry(e.Key.Value, e.Value))],
        YamlList { Items.Count: > 0 } list => [.. list.Items.SelectMany(Item)],
        _ => Inline(node),
    };

    /// <summary>The lines of a mapping's entry.</summary>
    internal static List<string> Entry(string key, YamlNode value)
    {
        var name = YamlScalars.Key(key);
        var lines = Lines(value);
        return IsBlock(value) ? [$"{name}:", .. lines.Select(Indented)] : [$"{name}: {lines[0]}", .. lines.Skip(1).Select(Indented)];
    }

    /// <summary>The lines of a list's item, with its dash.</summary>
    internal static List<string> Item(YamlNode item)
    {
        var lines = Lines(item);
        return [$"- {lines[0]}", .. lines.Skip(1).Select(Indented)];
    }

    /// <summary>Whether a node takes lines of its own below its key.</summary>
    internal static bool IsBlock(YamlNode node) => node is YamlMap { Entries.Count: > 0 } or YamlList { Items.Count: > 0 };

    /// <summary>A line two blanks further in; an empty one stays empty.</summary>
    internal static string Indented(string line) => line.Length == 0 ? line : $"  {line}";

    private static List<string> Inline(YamlNode node) => node switch
    {
        YamlMap => ["{}"],
        YamlList => ["[]"],
        YamlScalar { Type: YamlType.Text } text => YamlScalars.Lines(text.Value),
        YamlScalar { Type: YamlType.Null } => ["null"],
        YamlScalar other => [other.Value],
        _ => throw new ArgumentException("a node of no known kind", nameof(node)),
    };
}
