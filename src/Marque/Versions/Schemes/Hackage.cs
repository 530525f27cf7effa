namespace Marque.Versions.Schemes;

/// <summary>Haskell's Data.Version: lists of numbers, compared one by one; a list comes after its beginnings (1.0 before 1.0.0).</summary>
internal static class Hackage
{
    internal static bool IsVersion(ReadOnlySpan<char> text) => IsList(text, ".");

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => CompareLists(a, b);

    /// <summary>Whether a text is numbers parted by single separators.</summary>
    internal static bool IsList(ReadOnlySpan<char> text, ReadOnlySpan<char> separators)
    {
        while (!Runs.Digits(ref text).IsEmpty)
        {
            if (text.IsEmpty) return true;
            if (!separators.Contains(text[0])) return false;
            text = text[1..];
        }
        return false;
    }

    /// <summary>Compares such texts.</summary>
    internal static int CompareLists(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        while (true)
        {
            if (Runs.Numbers(Runs.Digits(ref a), Runs.Digits(ref b)) is var order and not 0) return order;
            if (a.IsEmpty || b.IsEmpty) return a.Length.CompareTo(b.Length);
            a = a[1..];
            b = b[1..];
        }
    }
}
