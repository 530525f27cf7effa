namespace Marque.Versions;

/// <summary>Apache Maven's <c>ComparableVersion</c>, version order specification of the POM reference.</summary>
internal static class Maven
{
    // What Maven's model validation forbids in a version, and what only ranges have.
    internal static bool IsVersion(ReadOnlySpan<char> text) => Characters.HasAlphanumeric(text) && !Characters.HasBlank(text) && !text.ContainsAny("\\/:\"<>|?*[](){},");

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        // At most one item and one opened list for each character.
        Span<MavenItem> itemsA = stackalloc MavenItem[(2 * a.Length) + 2], itemsB = stackalloc MavenItem[(2 * b.Length) + 2];
        return Lists(a, MavenItems.Read(a, itemsA), b, MavenItems.Read(b, itemsB));
    }

    // A list inside a list is always its last element, so the closing of lists needs no mark and comparing them no recursion.
    private static int Lists(ReadOnlySpan<char> textA, ReadOnlySpan<MavenItem> a, ReadOnlySpan<char> textB, ReadOnlySpan<MavenItem> b)
    {
        while (!a.IsEmpty && !b.IsEmpty)
        {
            MavenItem x = a[0], y = b[0];
            if (x.Kind == MavenKind.List && y.Kind != MavenKind.List) return ListWithItem(textA, a[1..], textB, b);
            if (y.Kind == MavenKind.List && x.Kind != MavenKind.List) return -ListWithItem(textB, b[1..], textA, a);
            if (x.Kind != MavenKind.List && MavenItem.Compare(textA, x, textB, y) is var order and not 0) return order;
            a = a[1..];
            b = b[1..];
        }
        return a.IsEmpty ? -WithNothing(textB, b) : WithNothing(textA, a);
    }

    private static int ListWithItem(ReadOnlySpan<char> textA, ReadOnlySpan<MavenItem> list, ReadOnlySpan<char> textB, ReadOnlySpan<MavenItem> b)
    {
        // 1-1 comes before 1.0.1.
        if (b[0].Kind == MavenKind.Number) return -1;
        if (list.IsEmpty) return -WithNothing(textB, b);
        if (MavenItem.Compare(textA, list[0], textB, b[0]) is var order and not 0) return order;
        return WithNothing(textA, list[1..]) is var rest and not 0 ? rest : -WithNothing(textB, b[1..]);
    }

    private static int WithNothing(ReadOnlySpan<char> text, ReadOnlySpan<MavenItem> items)
    {
        foreach (var item in items)
            if (item.Kind != MavenKind.List && MavenItem.CompareWithNothing(text, item) is var order and not 0) return order;
        return 0;
    }
}
