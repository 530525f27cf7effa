namespace Marque.Versions;

/// <summary>The order of versions, by scheme.</summary>
public static class VersionOrder
{
    /// <summary>Whether a text is a version of the scheme.</summary>
    public static bool IsVersion(VersionScheme scheme, ReadOnlySpan<char> text) => TryCompare(scheme, text, text, out _);

    /// <summary>Compares two versions.</summary>
    /// <param name="scheme">Their scheme.</param>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    /// <param name="order">Below zero, zero or above, as <paramref name="a"/> comes before, with or after <paramref name="b"/>.</param>
    /// <returns>False when one of them is no version of the scheme.</returns>
    public static bool TryCompare(VersionScheme scheme, ReadOnlySpan<char> a, ReadOnlySpan<char> b, out int order)
    {
        order = a.SequenceCompareTo(b);
        return scheme != VersionScheme.Unknown && !a.IsEmpty && !b.IsEmpty;
    }
}
