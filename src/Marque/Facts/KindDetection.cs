using System.Text;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>Tells the kind of an artefact from its content.</summary>
public static class KindDetection
{
    /// <summary>The kind; null when the content is of none. A file's name only tells Markdown from text and a page from a fragment.</summary>
    /// <param name="head">The first bytes, 64 KiB or so; the whole content when it is shorter.</param>
    /// <param name="fileName">The file's name, or null.</param>
    public static FactKind? Detect(ReadOnlySpan<byte> head, string? fileName)
    {
        if (head.IsEmpty) return null;
        if (head[..Math.Min(1024, head.Length)].IndexOf("%PDF-"u8) >= 0) return FactKind.Pdf;
        if (head.StartsWith("PK\u0003\u0004"u8)) return head.IndexOf("word/"u8) >= 0 ? FactKind.Docx : null;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            head = Encoding.UTF8.GetBytes((head[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(head[2..(head.Length & ~1)]));
        }

        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        var text = head.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty) return head.IsEmpty ? null : FactKind.Text;
        if (IsGit(head, "tree "u8)) return FactKind.GitCommit;
        if (IsGit(head, "object "u8)) return FactKind.GitTag;
        return text[0] switch
        {
            (byte)'<' => MarkupKinds.Detect(text, fileName),
            (byte)'{' => JsonKinds.Detect(text),
            (byte)'[' when !IsText(head) => null,
            _ => IsText(head) ? TextKinds.Detect(text, fileName) : null,
        };
    }

    private static bool IsGit(ReadOnlySpan<byte> head, ReadOnlySpan<byte> start)
    {
        if (!head.StartsWith(start)) return false;
        var id = head[start.Length..];
        var end = id.IndexOf((byte)'\n');
        return end is 40 or 64 && id[..end].IndexOfAnyExcept("0123456789abcdef"u8) < 0;
    }

    // Control characters that terminals and printers know are text; NUL and the rest are not.
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        foreach (var b in head)
        {
            if (b < 0x20 && b is not (7 or 8 or 9 or 10 or 11 or 12 or 13 or 0x1B)) return false;
        }

        return true;
    }
}
