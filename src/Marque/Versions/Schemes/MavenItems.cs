namespace Marque.Versions.Schemes;

/// <summary>Reads a Maven version into its elements. Hyphens, and changes between digits and other characters, open a list that holds the rest.</summary>
internal static class MavenItems
{
    internal static ReadOnlySpan<MavenItem> Read(ReadOnlySpan<char> text, Span<MavenItem> items) => Normalize(text, items[..Split(text, items)]);

    private static int Split(ReadOnlySpan<char> text, Span<MavenItem> items)
    {
        int count = 0, start = 0;
        var isDigit = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '.' or '-')
            {
                items[count++] = Item(start, i, isDigit ? MavenKind.Number : MavenKind.Word);
                start = i + 1;
                if (c == '-') items[count++] = new(MavenKind.List);
                continue;
            }
            var digit = char.IsAsciiDigit(c);
            if (digit != isDigit && i > start)
            {
                AddLast(items, ref count, Item(start, i, isDigit ? MavenKind.Number : MavenKind.WordBeforeNumber));
                items[count++] = new(MavenKind.List);
                start = i;
            }
            isDigit = digit;
        }
        if (text.Length > start) AddLast(items, ref count, Item(start, text.Length, isDigit ? MavenKind.Number : MavenKind.Word));
        return count;
    }

    // 1.x reads as 1-x, unless something else follows behind a full stop.
    private static void AddLast(Span<MavenItem> items, ref int count, MavenItem item)
    {
        if (item.Kind != MavenKind.Number && count > 0 && items[count - 1].Kind != MavenKind.List) items[count++] = new(MavenKind.List);
        items[count++] = item;
    }

    // Nothing between two separators is a zero.
    private static MavenItem Item(int start, int end, MavenKind kind) => new(start == end ? MavenKind.Number : kind, (short)start, (short)end);

    /// <summary>
    /// Drops what is as nothing at the end of each list, and before a list at its end; a list that then holds nothing but a list is that list
    /// (1-ga-1 is 1-1, as the specification says and Maven 3.8 misses). Works from the end to the front, in place.
    /// </summary>
    private static ReadOnlySpan<MavenItem> Normalize(ReadOnlySpan<char> text, Span<MavenItem> items)
    {
        var top = items.Length;
        bool trimming = true, kept = false;
        for (var i = items.Length - 1; i >= 0; i--)
        {
            var item = items[i];
            if (item.Kind == MavenKind.List)
            {
                if (kept) items[--top] = item;
                trimming = true;
                kept = false;
                continue;
            }
            if (trimming && item.IsNull(text)) continue;
            items[--top] = item;
            trimming = false;
            kept = true;
        }
        return items[top..];
    }
}
