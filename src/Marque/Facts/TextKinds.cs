namespace Marque.Facts;

/// <summary>Tells text, Markdown and the YAML of Threagile apart.</summary>
internal static class TextKinds
{
    public static FactKind Detect(ReadOnlySpan<byte> text, string? fileName)
    {
        if (StartsLine(text, "threagile_version:"u8) || (StartsLine(text, "technical_assets:"u8) && StartsLine(text, "data_assets:"u8))) return FactKind.Threagile;
        if (IsMarkdownName(fileName)) return FactKind.Markdown;
        if (fileName is not null && Path.HasExtension(fileName)) return FactKind.Text;
        // Without a name: a heading first, and a second sign.
        var heading = text.StartsWith("# "u8) || text.StartsWith("## "u8);
        return heading && (StartsLine(text[1..], "## "u8) || StartsLine(text, "```"u8) || text.IndexOf("]("u8) >= 0 || StartsLine(text, "- "u8) || StartsLine(text, "* "u8)) ? FactKind.Markdown : FactKind.Text;
    }

    public static bool IsMarkdownName(string? fileName) =>
        fileName is not null && (fileName.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase));

    private static bool StartsLine(ReadOnlySpan<byte> text, ReadOnlySpan<byte> start)
    {
        while (true)
        {
            if (text.StartsWith(start)) return true;
            var end = text.IndexOf((byte)'\n');
            if (end < 0) return false;
            text = text[(end + 1)..];
        }
    }
}
