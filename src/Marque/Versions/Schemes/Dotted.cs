namespace Marque.Versions.Schemes;

/// <summary>VERS type <c>intdot</c>: numbers parted by full stops; reading stops at the first other character.</summary>
internal static class Dotted
{
    internal static bool IsVersion(ReadOnlySpan<char> text) => char.IsAsciiDigit(text[0]) && !Characters.HasBlank(text);

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => Runs.DottedNumbers(Numbers(a), Numbers(b));

    private static ReadOnlySpan<char> Numbers(ReadOnlySpan<char> text) => text.IndexOfAnyExcept("0123456789.") is var end and >= 0 ? text[..end] : text;
}
