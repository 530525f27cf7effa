using System.Text;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>Tells kinds apart that start with <c>&lt;</c>, by their root element.</summary>
internal static class MarkupKinds
{
    public static FactKind? Detect(ReadOnlySpan<byte> text, string? fileName)
    {
        var isMarkdown = TextKinds.IsMarkdownName(fileName);
        while (true)
        {
            text = text.TrimStart(" \t\r\n"u8);
            if (text.StartsWith("<!--"u8)) text = After(text, "-->"u8);
            else if (text.StartsWith("<?"u8)) text = After(text, "?>"u8);
            else if (text.Length >= 9 && Ascii.EqualsIgnoreCase(text[..9], "<!doctype"u8)) return IsHtml(text[9..]) ? FactKind.WebPage : Root(AfterDocumentType(text), isMarkdown);
            else return Root(text, isMarkdown);
        }
    }

    private static FactKind? Root(ReadOnlySpan<byte> text, bool isMarkdown)
    {
        text = text.TrimStart(" \t\r\n"u8);
        if (!text.StartsWith("<"u8)) return isMarkdown ? FactKind.Markdown : text.IsEmpty ? null : FactKind.Text;
        var end = text[1..].IndexOfAny(" \t\r\n/>"u8);
        if (end < 0) return null;
        var name = text.Slice(1, end);
        name = name[(name.IndexOf((byte)':') + 1)..];
        var rest = text[(end + 1)..];
        return Encoding.UTF8.GetString(name) switch
        {
            "testsuites" or "testsuite" => FactKind.JUnit,
            "TestRun" => FactKind.Trx,
            "assemblies" or "assembly" => FactKind.XUnit,
            "test-run" or "test-results" or "test-suite" => FactKind.NUnit,
            "coverage" => Tag(rest).IndexOf("line-rate"u8) >= 0 ? FactKind.Cobertura : null,
            var html when html.Equals("html", StringComparison.OrdinalIgnoreCase) || html.Equals("head", StringComparison.OrdinalIgnoreCase) || html.Equals("body", StringComparison.OrdinalIgnoreCase) => FactKind.WebPage,
            _ => isMarkdown ? FactKind.Markdown : null,
        };
    }

    private static bool IsHtml(ReadOnlySpan<byte> afterDocumentType)
    {
        var name = afterDocumentType.TrimStart(" \t\r\n"u8);
        return name.Length >= 4 && Ascii.EqualsIgnoreCase(name[..4], "html"u8);
    }

    private static ReadOnlySpan<byte> AfterDocumentType(ReadOnlySpan<byte> text)
    {
        var subset = text.IndexOf((byte)'[');
        var close = text.IndexOf((byte)'>');
        return subset >= 0 && subset < close ? After(text, "]>"u8) : After(text, ">"u8);
    }

    private static ReadOnlySpan<byte> Tag(ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'>');
        return end < 0 ? rest : rest[..end];
    }

    private static ReadOnlySpan<byte> After(ReadOnlySpan<byte> text, ReadOnlySpan<byte> terminator)
    {
        var at = text.IndexOf(terminator);
        return at < 0 ? default : text[(at + terminator.Length)..];
    }
}
