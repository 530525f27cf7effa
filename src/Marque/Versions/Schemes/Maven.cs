namespace Marque.Versions.Schemes;

/// <summary>Apache Maven's <c>ComparableVersion</c>: the version order specification of the POM reference, as Maven 3.8 carries it out.</summary>
internal static class Maven
{
    // What Maven's model validation forbids in a version, and what only ranges have.
    internal static bool IsVersion(ReadOnlySpan<char> text) => Characters.HasAlphanumeric(text) && !Characters.HasBlank(text) && !text.ContainsAny("\\/:\"<>|?*[](){},");

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        // At most one element and two opened lists for each character.
        Span<MavenItem> itemsA = stackalloc MavenItem[(3 * a.Length) + 1], itemsB = stackalloc MavenItem[(3 * b.Length) + 1];
        return Lists(a, MavenItems.Read(a, itemsA), b, MavenItems.Read(b, itemsB));
    }

    // A list inside a list is always its last element, so the closing of lists needs no mark and comparing them no recursion.
    private static int Lists(ReadOnlySpan<char> textA, ReadOnlySpan<MavenItem> a, ReadOnlySpan<char> textB, ReadOnlySpan<MavenItem> b)
    {
        while (!a.IsEmpty && !b.IsEmpty)
        {
            MavenItem x = a[0], y = b[0];
            bool listA = x.Kind == MavenKind.List, listB = y.Kind == MavenKind.List;
            // 1.sp comes before 1-1, and that before 1.0.1.
            if (listA != listB) return listA == ((listA ? y : x).Kind == MavenKind.Number) ? -1 : 1;
            if (!listA && MavenItem.Compare(textA, x, textB, y) is var order and not 0) return order;
            a = a[1..];
            b = b[1..];
        }
        return WithNothing(textA, a) - WithNothing(textB, b);
    }

    private static int WithNothing(ReadOnlySpan<char> text, ReadOnlySpan<MavenItem> items)
    {
        foreach (var item in items)
            if (item.Kind != MavenKind.List && item.CompareWithNothing(text) is var order and not 0) return order;
        return 0;
    }
}
