using System.Text;

namespace Marque.Components.Conformance;

/// <summary>Input as it may stand in a message: short, on one line.</summary>
internal static class Shown
{
    private const int Most = 80;

    public static string Text(ReadOnlySpan<byte> utf8) => Text(Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, Most * 4)]));

    public static string Text(string text)
    {
        if (text.Length > Most) text = string.Concat(text.AsSpan(0, Most), "…");
        return text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
    }
}
