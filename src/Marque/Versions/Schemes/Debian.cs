namespace Marque.Versions.Schemes;

/// <summary>Debian Policy 5.6.12: <c>[epoch:]upstream[-revision]</c>, as dpkg compares them.</summary>
internal static class Debian
{
    internal static bool IsVersion(ReadOnlySpan<char> text)
    {
        var epoch = text.IndexOf(':');
        if (epoch >= 0)
        {
            if (!Runs.IsNumber(text[..epoch])) return false;
            text = text[(epoch + 1)..];
        }
        Split(text, out var upstream, out var revision, out var hasRevision);
        return !upstream.IsEmpty && Characters.HasAlphanumeric(upstream) && Characters.Are(upstream, ".+-~:") && (!hasRevision || !revision.IsEmpty) && Characters.Are(revision, ".+~");
    }

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Runs.Numbers(Epoch(ref a), Epoch(ref b)) is var epoch and not 0) return epoch;
        return CompareWithoutEpoch(a, b);
    }

    /// <summary>The same for texts in which a colon means nothing.</summary>
    internal static int CompareWithoutEpoch(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Split(a, out var upstreamA, out var revisionA, out _);
        Split(b, out var upstreamB, out var revisionB, out _);
        return Parts(upstreamA, upstreamB) is var order and not 0 ? order : Parts(revisionA, revisionB);
    }

    private static ReadOnlySpan<char> Epoch(ref ReadOnlySpan<char> text) => text.Contains(':') ? Runs.Until(ref text, ':') : default;

    private static void Split(ReadOnlySpan<char> text, out ReadOnlySpan<char> upstream, out ReadOnlySpan<char> revision, out bool hasRevision)
    {
        var at = text.LastIndexOf('-');
        hasRevision = at >= 0;
        upstream = hasRevision ? text[..at] : text;
        revision = hasRevision ? text[(at + 1)..] : default;
    }

    /// <summary>Alternating texts and numbers. In texts the tilde comes before the end, the end before letters, letters before the rest.</summary>
    private static int Parts(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        while (!a.IsEmpty || !b.IsEmpty)
        {
            while (IsText(a) || IsText(b))
            {
                if (Weight(a) - Weight(b) is var order and not 0) return order;
                a = a[1..];
                b = b[1..];
            }
            if (Runs.Numbers(Runs.Digits(ref a), Runs.Digits(ref b)) is var numbers and not 0) return numbers;
        }
        return 0;
    }

    private static bool IsText(ReadOnlySpan<char> rest) => !rest.IsEmpty && !char.IsAsciiDigit(rest[0]);

    private static int Weight(ReadOnlySpan<char> rest) => !IsText(rest) ? 0 : rest[0] == '~' ? -1 : char.IsAsciiLetter(rest[0]) ? rest[0] : rest[0] + 256;
}
