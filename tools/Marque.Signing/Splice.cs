using Marque.Text;

namespace Marque.Signing;

/// <summary>Whole lines of a file replaced by others; everything else keeps its bytes. For block style only.</summary>
/// <param name="From">The first line that goes, from 0.</param>
/// <param name="Until">The first line after it that stays; <paramref name="From"/> itself: lines are only put in.</param>
/// <param name="Lines">The new lines.</param>
public sealed record Splice(int From, int Until, IReadOnlyList<string> Lines)
{
    /// <summary>Sets a key of a mapping to one value on its line, or to lines below it.</summary>
    /// <param name="text">The file.</param>
    /// <param name="map">The mapping, in block style.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value on the key's line; empty: the lines below hold it.</param>
    /// <param name="below">Lines below the key, indented relative to it.</param>
    /// <param name="before">The key before which it is put when it is new; null: at the end.</param>
    public static Splice Set(string text, YamlMap map, string key, string value, IReadOnlyList<string>? below = null, string? before = null)
    {
        var lines = text.Split('\n');
        var indent = map.Entries[0].Key.Place.Column - 1;
        var written = new List<string> { value.Length > 0 ? $"{key}: {value}" : $"{key}:" };
        written.AddRange((below ?? []).Select(l => "  " + l));
        if (map.Entries.FirstOrDefault(e => e.Key.Value == key).Key is { } at)
        {
            var (from, until) = Block(lines, at);
            // The first key of a list's entry stands behind its dash.
            return new Splice(from, until, Indented(written, lines[from][..indent], indent));
        }

        var next = before is null ? null : map.Entries.FirstOrDefault(e => e.Key.Value == before).Key;
        var position = next is null ? Block(lines, map.Entries[^1].Key).Until : next.Place.Line - 1;
        return new Splice(position, position, Indented(written, new string(' ', indent), indent));
    }

    /// <summary>The text with all splices applied. Of two at one place the first stands first.</summary>
    public static string Apply(string text, IEnumerable<Splice> splices)
    {
        var lines = text.Split('\n').ToList();
        foreach (var (splice, _) in splices.Select((s, i) => (s, i)).OrderByDescending(s => s.s.From).ThenByDescending(s => s.i))
        {
            lines.RemoveRange(splice.From, splice.Until - splice.From);
            lines.InsertRange(splice.From, splice.Lines);
        }

        return string.Join('\n', lines);
    }

    private static List<string> Indented(List<string> written, string first, int indent) => [first + written[0], .. written.Skip(1).Select(l => new string(' ', indent) + l)];

    // The lines of a key with its value: to the next line that is not deeper. Blank and comment lines behind stay where they are.
    private static (int From, int Until) Block(string[] lines, YamlScalar key)
    {
        var from = key.Place.Line - 1;
        var indent = key.Place.Column - 1;
        var until = from + 1;
        while (until < lines.Length && (IsSkipped(lines[until]) || Depth(lines[until]) > indent)) until++;
        while (until > from + 1 && IsSkipped(lines[until - 1])) until--;
        return (from, until);
    }

    private static int Depth(string line) => line.Length - line.TrimStart(' ').Length;

    private static bool IsSkipped(string line) => line.Trim().Length == 0 || line.TrimStart().StartsWith('#');
}
