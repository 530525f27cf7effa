namespace Marque.Versions.Schemes;

/// <summary>Linux kernel releases (kernel.org): numbers, candidates before them (<c>6.1-rc3</c>), and what builders append after them (<c>5.15.0-76-generic</c>).</summary>
internal static class LinuxKernel
{
    internal static bool IsVersion(ReadOnlySpan<char> text)
    {
        Runs.Take(ref text, 'v');
        return !text.IsEmpty && char.IsAsciiDigit(text[0]) && Characters.Are(text, ".-_+~");
    }

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Split(a, out var numbersA, out var candidateA, out var localA);
        Split(b, out var numbersB, out var candidateB, out var localB);
        if (Runs.DottedNumbers(numbersA, numbersB) is var order and not 0) return order;
        if (candidateA.IsEmpty != candidateB.IsEmpty) return candidateA.IsEmpty ? 1 : -1;
        return Runs.Numbers(candidateA, candidateB) is var candidate and not 0 ? candidate : Rpm.Segments(localA, localB);
    }

    private static void Split(ReadOnlySpan<char> text, out ReadOnlySpan<char> numbers, out ReadOnlySpan<char> candidate, out ReadOnlySpan<char> local)
    {
        Runs.Take(ref text, 'v');
        var end = text.IndexOfAnyExcept("0123456789.");
        numbers = end < 0 ? text : text[..end];
        local = end < 0 ? default : text[end..];
        candidate = default;
        if (!local.StartsWith("-rc")) return;
        var rest = local[3..];
        candidate = Runs.Digits(ref rest);
        if (!candidate.IsEmpty) local = rest;
    }
}
