namespace Marque.Versions;

/// <summary>Reads a Maven version into its elements. Hyphens, and changes between digits and other characters, open a list that holds the rest.</summary>
internal static class MavenItems
{
    internal static ReadOnlySpan<MavenItem> Read(ReadOnlySpan<char> text, Span<MavenItem> items)
    {
        var count = Split(text, items);
        return Normalize(text, items[..count]);
    }

    private static int Split(ReadOnlySpan<char> text, Span<MavenItem> items)
    {
        // "listed" says whether the innermost list has an element.
        int count = 0, start = 0, digits = 0;
        bool isDigit = false, isCombination = false, listed = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '.' or '-')
            {
                if (c == '-' && i > start && !isDigit && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
                {
                    // "rc-1" is "rc1".
                    isCombination = true;
                    continue;
                }
                items[count++] = Item(start, i, digits, isDigit, isCombination);
                listed = true;
                isCombination = false;
                start = i + 1;
                if (c == '-') Open(items, ref count, ref listed);
            }
            else if (char.IsAsciiDigit(c))
            {
                if (!isDigit && i > start)
                {
                    isCombination = true;
                    digits = i;
                    if (listed) Open(items, ref count, ref listed);
                }
                isDigit = true;
            }
            else
            {
                if (isDigit && i > start)
                {
                    items[count++] = Item(start, i, digits, true, isCombination);
                    start = i;
                    Open(items, ref count, ref listed);
                    isCombination = false;
                }
                isDigit = false;
            }
        }
        if (text.Length == start) return count;
        if (!isDigit && listed) Open(items, ref count, ref listed);
        items[count++] = Item(start, text.Length, digits, isDigit, isCombination);
        return count;
    }

    private static void Open(Span<MavenItem> items, ref int count, ref bool listed)
    {
        items[count++] = new(MavenKind.List);
        listed = false;
    }

    // Nothing between two separators is a zero.
    private static MavenItem Item(int start, int end, int digits, bool isDigit, bool isCombination) =>
        start == end ? new(MavenKind.Number, (short)start, (short)start, (short)end)
        : isCombination ? new(MavenKind.WordAndNumber, (short)start, (short)digits, (short)end)
        : isDigit ? new(MavenKind.Number, (short)start, (short)start, (short)end)
        : new(MavenKind.Word, (short)start, (short)start, (short)end);

    /// <summary>Drops zeros before words and at the end of lists, lists that are empty then, and lists that hold nothing but a list. Works from the end to the front, in place.</summary>
    private static ReadOnlySpan<MavenItem> Normalize(ReadOnlySpan<char> text, Span<MavenItem> items)
    {
        int top = items.Length, size = 0;
        for (var i = items.Length - 1; i >= 0; i--)
        {
            var item = items[i];
            if (item.Kind == MavenKind.List)
            {
                CloseList(items, ref top, size);
                if (size == 0) continue;
                items[--top] = item;
                size = 1;
                continue;
            }
            if (item.IsZero(text) && (size == 0 || IsWord(items, top))) continue;
            items[--top] = item;
            size++;
        }
        CloseList(items, ref top, size);
        return items[top..];
    }

    // A zero goes before a word, or before a list that begins with one; a word with a number counts only inside a list.
    private static bool IsWord(ReadOnlySpan<MavenItem> items, int top) => items[top].Kind == MavenKind.Word || (items[top].Kind == MavenKind.List && items[top + 1].Kind is MavenKind.Word or MavenKind.WordAndNumber);

    // What the inner list held is this one's now.
    private static void CloseList(ReadOnlySpan<MavenItem> items, ref int top, int size)
    {
        if (size == 1 && items[top].Kind == MavenKind.List) top++;
    }
}
