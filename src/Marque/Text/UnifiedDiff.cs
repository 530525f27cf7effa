using System.Text;
using System.Text.Unicode;

namespace Marque.Text;

/// <summary>A unified diff (POSIX <c>diff -u</c>), as <c>patch -p1</c> and <c>git apply</c> take it.</summary>
public static class UnifiedDiff
{
    private const int Around = 3;

    // Beyond this the middle is shown as taken out and put in as a whole; edits of a case are far smaller.
    private const int MostCells = 4_000_000;

    /// <summary>The diff of one file; empty when nothing changed.</summary>
    /// <param name="path">Its path, with <c>/</c>.</param>
    /// <param name="before">The old bytes (UTF-8); null: a new file.</param>
    /// <param name="after">The new bytes (UTF-8).</param>
    public static string Of(string path, ReadOnlyMemory<byte>? before, ReadOnlyMemory<byte> after)
    {
        if (!Utf8.IsValid(after.Span) || (before is { } bytes && !Utf8.IsValid(bytes.Span))) return before is { } b && b.Span.SequenceEqual(after.Span) ? "" : $"Binary files {(before is null ? "/dev/null" : $"a/{path}")} and b/{path} differ\n";
        var (old, young) = (Split(before), Split(after));
        var steps = Steps(old, young);
        if (!steps.Exists(s => s.Sign != ' ')) return "";
        var text = new StringBuilder();
        text.Append(before is null ? "--- /dev/null\n" : $"--- a/{path}\n").Append("+++ b/").Append(path).Append('\n');
        for (var at = 0; at < steps.Count;)
        {
            var first = steps.FindIndex(at, s => s.Sign != ' ');
            if (first < 0) break;
            var last = first;
            // Changes with no more lines between them than surround two hunks share one.
            for (int next; (next = steps.FindIndex(last + 1, s => s.Sign != ' ')) >= 0 && next - last <= (2 * Around) + 1;) last = next;
            var (from, to) = (Math.Max(0, first - Around), Math.Min(steps.Count - 1, last + Around));
            Hunk(text, steps, from, to);
            at = last + 1;
        }

        return text.ToString();
    }

    private static void Hunk(StringBuilder text, List<(char Sign, string Line)> steps, int from, int to)
    {
        var (oldStart, newStart) = (steps.Take(from).Count(s => s.Sign != '+'), steps.Take(from).Count(s => s.Sign != '-'));
        var hunk = steps.GetRange(from, to - from + 1);
        text.Append("@@ -").Append(Range(oldStart, hunk.Count(s => s.Sign != '+'))).Append(" +").Append(Range(newStart, hunk.Count(s => s.Sign != '-'))).Append(" @@\n");
        foreach (var (sign, line) in hunk)
        {
            text.Append(sign).Append(line);
            if (!line.EndsWith('\n')) text.Append("\n\\ No newline at end of file\n");
        }
    }

    // A range without lines names the line before it.
    private static string Range(int start, int count) => count == 0 ? $"{start},0" : count == 1 ? $"{start + 1}" : $"{start + 1},{count}";

    // Lines with their ends, so that a changed line end is a change.
    private static List<string> Split(ReadOnlyMemory<byte>? bytes)
    {
        var lines = new List<string>();
        if (bytes is not { } content) return lines;
        var text = Encoding.UTF8.GetString(content.Span);
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..next]);
            start = next;
        }

        return lines;
    }

    private static List<(char Sign, string Line)> Steps(List<string> old, List<string> young)
    {
        var head = 0;
        while (head < old.Count && head < young.Count && old[head] == young[head]) head++;
        var tail = 0;
        while (tail < old.Count - head && tail < young.Count - head && old[^(tail + 1)] == young[^(tail + 1)]) tail++;
        var steps = new List<(char, string)>();
        steps.AddRange(old.Take(head).Select(l => (' ', l)));
        steps.AddRange(Middle(old.GetRange(head, old.Count - head - tail), young.GetRange(head, young.Count - head - tail)));
        steps.AddRange(old.Skip(old.Count - tail).Select(l => (' ', l)));
        return steps;
    }

    // Longest common subsequence; taken out before put in.
    private static IEnumerable<(char Sign, string Line)> Middle(List<string> old, List<string> young)
    {
        if ((long)old.Count * young.Count > MostCells)
        {
            foreach (var line in old) yield return ('-', line);
            foreach (var line in young) yield return ('+', line);
            yield break;
        }

        var common = new int[old.Count + 1, young.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = young.Count - 1; j >= 0; j--) common[i, j] = old[i] == young[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var (a, b) = (0, 0);
        while (a < old.Count || b < young.Count)
        {
            if (a < old.Count && b < young.Count && old[a] == young[b])
            {
                yield return (' ', old[a++]);
                b++;
            }
            else if (a < old.Count && (b == young.Count || common[a + 1, b] >= common[a, b + 1])) yield return ('-', old[a++]);
            else yield return ('+', young[b++]);
        }
    }
}
