namespace Marque.Text;

/// <summary>The lines of a text, broken where YAML 1.1 and 1.2 break them.</summary>
internal static class YamlLines
{
    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create("\r\n\u0085\u2028\u2029");

    /// <summary>Index of the first character of the line of <paramref name="at"/>.</summary>
    public static int StartOf(string text, int at) => text.AsSpan(0, at).LastIndexOfAny(Breaks) + 1;

    /// <summary>Index after the last character of the line of <paramref name="at"/>, before its break.</summary>
    public static int EndOf(string text, int at)
    {
        var length = text.AsSpan(at).IndexOfAny(Breaks);
        return length < 0 ? text.Length : at + length;
    }

    /// <summary>Index of the first character of the next line; the end of the text if there is none.</summary>
    public static int After(string text, int at)
    {
        var end = EndOf(text, at);
        if (end == text.Length) return end;
        return text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
    }

    /// <summary>The start of the line before the one that starts at <paramref name="start"/>.</summary>
    public static int Before(string text, int start)
    {
        if (start == 0) return 0;
        var end = start - 1;
        return StartOf(text, text[end] == '\n' && end > 0 && text[end - 1] == '\r' ? end - 1 : end);
    }

    /// <summary>Whether <paramref name="at"/> is the start of a line.</summary>
    public static bool IsStart(string text, int at) => at == 0 || Breaks.Contains(text[at - 1]);

    /// <summary>The line break in use at <paramref name="at"/>: that of the line before, else the first of the text, else LF.</summary>
    public static string BreakAt(string text, int at)
    {
        var last = at == 0 ? -1 : text.AsSpan(0, at).LastIndexOfAny("\r\n");
        if (last < 0) last = text.AsSpan().IndexOfAny("\r\n");
        if (last < 0) return "\n";
        if (text[last] == '\n') return last > 0 && text[last - 1] == '\r' ? "\r\n" : "\n";
        return last + 1 < text.Length && text[last + 1] == '\n' ? "\r\n" : "\r";
    }
}
