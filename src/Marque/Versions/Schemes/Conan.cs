namespace Marque.Versions.Schemes;

/// <summary>
/// Conan 2 (conan.internal.model.version): items parted by full stops, then a pre-release behind the first hyphen, then a build behind the last plus sign.
/// Numbers compare as numbers, everything else as text, also a number with a text; so items that mix both are not always transitive.
/// </summary>
internal static class Conan
{
    internal static bool IsVersion(ReadOnlySpan<char> text) => !Characters.HasBlank(text) && Characters.HasAlphanumeric(text) && !text.ContainsAny("[]<>|,");

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Split(a, out var itemsA, out var preA, out var hasPreA, out var buildA, out var hasBuildA);
        Split(b, out var itemsB, out var preB, out var hasPreB, out var buildB, out var hasBuildB);
        if (Items(itemsA, itemsB) is var order and not 0) return order;
        if (hasPreA != hasPreB) return hasPreA ? -1 : 1;
        if (hasPreA && Items(preA, preB) is var pre and not 0) return pre;
        return hasBuildA && hasBuildB ? Items(buildA, buildB) : hasBuildA.CompareTo(hasBuildB);
    }

    private static void Split(ReadOnlySpan<char> text, out ReadOnlySpan<char> items, out ReadOnlySpan<char> pre, out bool hasPre, out ReadOnlySpan<char> build, out bool hasBuild)
    {
        var plus = text.LastIndexOf('+');
        hasBuild = plus >= 0;
        build = hasBuild ? text[(plus + 1)..] : default;
        pre = hasBuild ? text[..plus] : text;
        items = Runs.Until(ref pre, '-', out hasPre);
    }

    private static int Items(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = WithoutZeros(a);
        b = WithoutZeros(b);
        while (!a.IsEmpty && !b.IsEmpty)
        {
            ReadOnlySpan<char> x = Runs.Until(ref a, '.', out var moreA), y = Runs.Until(ref b, '.', out var moreB);
            bool numberX = Runs.IsNumber(x), numberY = Runs.IsNumber(y);
            var order = numberX && numberY ? Runs.Numbers(x, y) : Text(x, numberX).SequenceCompareTo(Text(y, numberY));
            if (order != 0) return order;
            // An empty item at the end is an item.
            if (moreA != moreB) return moreA ? 1 : -1;
        }
        return a.Length.CompareTo(b.Length);
    }

    private static ReadOnlySpan<char> Text(ReadOnlySpan<char> item, bool number) =>
        !number ? item : item.TrimStart('0') is { IsEmpty: false } digits ? digits : "0";

    private static ReadOnlySpan<char> WithoutZeros(ReadOnlySpan<char> items)
    {
        while (!items.IsEmpty)
        {
            var last = items.LastIndexOf('.');
            var item = items[(last + 1)..];
            if (item.IsEmpty || !item.TrimStart('0').IsEmpty) break;
            items = last < 0 ? default : items[..last];
        }
        return items;
    }
}
