namespace Marque.Versions.Schemes;

/// <summary>Versions from before PEP 440, in the order of setuptools that the packaging library kept until its release 22 (<c>LegacyVersion</c>). They are rare, so this may allocate.</summary>
internal static class PyPILegacy
{
    private const string Final = "*final", BeforeFinal = "*final-";

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        List<string> x = Parts(a), y = Parts(b);
        for (var i = 0; i < x.Count && i < y.Count; i++)
            if (string.CompareOrdinal(x[i], y[i]) is var order and not 0) return order;
        return x.Count - y.Count;
    }

    private static List<string> Parts(ReadOnlySpan<char> text)
    {
        var parts = new List<string>();
        var rest = text.ToString().ToLowerInvariant().AsSpan();
        while (!rest.IsEmpty) Add(parts, Part(ref rest));
        Add(parts, "final");
        return parts;
    }

    private static void Add(List<string> parts, ReadOnlySpan<char> part)
    {
        if (part is ".") return;
        if (char.IsAsciiDigit(part[0]))
        {
            parts.Add(part.ToString().PadLeft(8, '0'));
            return;
        }
        var word = part switch { "pre" or "preview" or "rc" => "*c", "-" => BeforeFinal, "dev" => "*@", _ => $"*{part}" };
        if (string.CompareOrdinal(word, Final) < 0) DropLast(parts, BeforeFinal);
        DropLast(parts, "00000000");
        parts.Add(word);
    }

    private static void DropLast(List<string> parts, string part)
    {
        while (parts.Count > 0 && parts[^1] == part) parts.RemoveAt(parts.Count - 1);
    }

    // Digits, letters, a full stop, a hyphen, or whatever stands between those.
    private static ReadOnlySpan<char> Part(ref ReadOnlySpan<char> rest)
    {
        var kind = Kind(rest[0]);
        if (kind > 2) return Runs.Take(ref rest, 1);
        var n = 1;
        while (n < rest.Length && Kind(rest[n]) == kind) n++;
        return Runs.Take(ref rest, n);
    }

    private static int Kind(char c) => c switch { >= '0' and <= '9' => 0, >= 'a' and <= 'z' => 1, '.' => 3, '-' => 4, _ => 2 };
}
