namespace Marque.Versions;

/// <summary>Runs of digits and letters at the start of what is left of a version. Only ASCII counts as either, and no run is turned into a number: none is too long.</summary>
internal static class Runs
{
    /// <summary>Takes the digits from the front.</summary>
    internal static ReadOnlySpan<char> Digits(scoped ref ReadOnlySpan<char> rest)
    {
        var n = 0;
        while (n < rest.Length && char.IsAsciiDigit(rest[n])) n++;
        return Take(ref rest, n);
    }

    /// <summary>Takes the letters from the front.</summary>
    internal static ReadOnlySpan<char> Letters(scoped ref ReadOnlySpan<char> rest)
    {
        var n = 0;
        while (n < rest.Length && char.IsAsciiLetter(rest[n])) n++;
        return Take(ref rest, n);
    }

    /// <summary>Takes what stands before the first separator, and the separator itself; everything when there is none.</summary>
    internal static ReadOnlySpan<char> Until(scoped ref ReadOnlySpan<char> rest, char separator) => Until(ref rest, separator, out _);

    /// <summary>Takes what stands before the first separator, and the separator itself; everything when there is none.</summary>
    internal static ReadOnlySpan<char> Until(scoped ref ReadOnlySpan<char> rest, char separator, out bool found)
    {
        var n = rest.IndexOf(separator);
        found = n >= 0;
        if (!found) return Take(ref rest, rest.Length);
        var part = rest[..n];
        rest = rest[(n + 1)..];
        return part;
    }

    /// <summary>Takes <paramref name="n"/> characters.</summary>
    internal static ReadOnlySpan<char> Take(scoped ref ReadOnlySpan<char> rest, int n)
    {
        var part = rest[..n];
        rest = rest[n..];
        return part;
    }

    /// <summary>Takes a character when it stands in front.</summary>
    internal static bool Take(scoped ref ReadOnlySpan<char> rest, char c)
    {
        if (rest.IsEmpty || rest[0] != c) return false;
        rest = rest[1..];
        return true;
    }

    /// <summary>Whether there is something, and it is digits only.</summary>
    internal static bool IsNumber(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>Compares runs of digits by their value; none is zero.</summary>
    internal static int Numbers(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a.TrimStart('0');
        b = b.TrimStart('0');
        return a.Length != b.Length ? a.Length - b.Length : a.SequenceCompareTo(b);
    }

    /// <summary>Compares lists of numbers parted by full stops, absent ones counting as zero.</summary>
    internal static int DottedNumbers(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        while (!a.IsEmpty || !b.IsEmpty)
            if (Numbers(Until(ref a, '.'), Until(ref b, '.')) is var order and not 0) return order;
        return 0;
    }
}
