using System.Text;
using CsCheck;

namespace Marque.Tests.Text;

/// <summary>Random YAML documents as people write them: comments, blank lines, every indentation, every style of text, CRLF, byte order mark, no final line break.</summary>
internal sealed class YamlLayout
{
    private static readonly string[] Words = ["alpha", "beta gamma", "2.5", "12", "true", "x: y", "it's", "#no", "é ü", "- dash", "null", "a#b"];

    private readonly PCG random;
    private readonly bool plain;
    private readonly StringBuilder text = new();
    private readonly string end;
    private int comments;
    private int anchors;

    private YamlLayout(ulong seed, bool plain)
    {
        random = new PCG(1, seed);
        this.plain = plain;
        end = Chance(3) ? "\r\n" : "\n";
    }

    /// <summary>The bytes of a document.</summary>
    /// <param name="seed">Which one.</param>
    /// <param name="plain">Without flow style, anchors and aliases.</param>
    public static byte[] Of(ulong seed, bool plain)
    {
        var layout = new YamlLayout(seed, plain);
        var content = layout.Document();
        return [.. layout.Chance(4) ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes(content)];
    }

    private string Document()
    {
        if (Chance(3)) Comment(0);
        if (Chance(6)) Line("---");
        if (Chance(8)) List(0);
        else Map(0, 0, "");
        if (Chance(3)) Comment(Next(4));
        if (Chance(8)) Line("...");
        var all = text.ToString();
        return Chance(4) ? all.TrimEnd('\r', '\n') : all;
    }

    // Keys of one mapping stand in one column; the first may stand behind a dash.
    private void Map(int column, int depth, string first)
    {
        var count = 1 + Next(3);
        for (var i = 0; i < count; i++)
        {
            var start = i == 0 && first.Length > 0 ? first : new string(' ', column);
            if (i > 0 || first.Length == 0) Between(column);
            Value($"{start}k{i}{(Chance(8) ? " " : "")}:", column, depth, inMap: true);
        }
    }

    private void List(int column, int depth = 0)
    {
        var count = 1 + Next(3);
        for (var i = 0; i < count; i++)
        {
            Between(column);
            Item(column, depth);
        }
    }

    private void Item(int column, int depth)
    {
        var dash = new string(' ', column) + "-";
        var kind = depth > 3 ? 0 : Next(4);
        var gap = 1 + (Chance(3) ? Next(3) : 0);
        if (kind == 1) Map(column + 1 + gap, depth + 1, dash + new string(' ', gap));
        else if (kind == 2 && Chance(3))
        {
            Line(dash + Trailing());
            if (Chance(3)) Comment(column + 2);
            Map(column + 1 + gap, depth + 1, "");
        }
        else Value(dash, column, depth, inMap: false);
    }

    private void Value(string head, int column, int depth, bool inMap)
    {
        var inner = column + 1 + Next(4);
        switch (depth > 3 ? Next(8) : Next(13))
        {
            case 0 or 1 or 2: Line($"{head} {Quoted(Pick(Words))}{Trailing()}"); break;
            case 3: Line($"{head} {Pick(["alpha", "beta gamma", "7"])}{Trailing()}"); break;
            case 4:
                Line($"{head} {Pick(["|", "|-", "|+", ">", ">-", "|2"])}{(Chance(3) ? Trailing() : "")}".Replace("|2", "|", StringComparison.Ordinal));
                for (var i = 1 + Next(3); i > 0; i--) Line(Chance(4) ? "" : new string(' ', inner) + Pick(["text", "# no comment", "k: v"]));
                // A comment further in than the text would be text.
                break;
            case 5:
                Line($"{head} plain text");
                Line($"{new string(' ', inner)}goes on{Trailing()}");
                break;
            case 6 when inMap: Line(head + Trailing()); break;
            case 7 when !plain: Line($"{head} {Pick(["[a, b]", "{ k: v }", "[]", "[{ a: 1 }]"])}{Trailing()}"); break;
            case 8 when !plain && anchors < 3: Line($"{head} &a{anchors++} value{Trailing()}"); break;
            case 9 when !plain && anchors > 0: Line($"{head} *a{Next(anchors)}{Trailing()}"); break;
            case 10 or 11 when inMap:
                Line(head + Trailing());
                List(Chance(2) ? column : inner, depth + 1);
                break;
            case 12 when inMap:
                Line(head + Trailing());
                Map(inner, depth + 1, "");
                break;
            default: Line($"{head} word{Trailing()}"); break;
        }
    }

    private void Between(int column)
    {
        if (Chance(6)) Line("");
        if (Chance(5)) Comment(Chance(2) ? column : 0);
    }

    private void Comment(int column) => Line($"{new string(' ', column)}# c{comments++}");

    private string Trailing() => Chance(4) ? $"{new string(' ', 1 + Next(3))}# c{comments++}" : Chance(10) ? "  " : "";

    private void Line(string line) => text.Append(line).Append(end);

    private string Quoted(string word) => Next(2) == 0 ? $"'{word.Replace("'", "''", StringComparison.Ordinal)}'" : $"\"{word}\"";

    private T Pick<T>(T[] from) => from[Next(from.Length)];

    private bool Chance(int oneIn) => Next(oneIn) == 0;

    private int Next(int below) => (int)random.Next((uint)below);
}
