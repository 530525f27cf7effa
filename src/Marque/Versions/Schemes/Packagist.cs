namespace Marque.Versions.Schemes;

/// <summary>Composer packages: PHP's <c>version_compare</c> without a leading <c>v</c>, as the OSV implementation does. Branches (<c>dev-main</c>) come before every number.</summary>
internal static class Packagist
{
    // Where a number stands among the words, and where nothing does: a release.
    private const int Release = 4;

    internal static bool IsVersion(ReadOnlySpan<char> text) => Characters.HasAlphanumeric(text) && !Characters.HasBlank(text) && !text.ContainsAny("<>=!,|^*");

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var x = new Parts(a);
        var y = new Parts(b);
        while (true)
        {
            bool hasX = x.Next(out var p), hasY = y.Next(out var q);
            if (!hasX && !hasY) return 0;
            bool numberX = Runs.IsNumber(p), numberY = Runs.IsNumber(q);
            var order = (hasX, hasY) switch
            {
                (true, true) when numberX && numberY => Runs.Numbers(p, q),
                (true, false) when numberX => 1,
                (false, true) when numberY => -1,
                _ => (hasX && !numberX ? Rank(p) : Release) - (hasY && !numberY ? Rank(q) : Release),
            };
            if (order != 0) return order;
        }
    }

    // The special forms of version_compare, by their beginnings.
    private static int Rank(ReadOnlySpan<char> word) =>
        word.StartsWith("dev") ? 0
        : word.StartsWith('a') ? 1
        : word.StartsWith('b') ? 2
        : word.StartsWith("RC") || word.StartsWith("rc") ? 3
        : word.StartsWith('#') ? Release
        : word.StartsWith('p') ? 5
        : -1;

    /// <summary>Runs of digits and of everything else, parted by what is neither letter, digit nor number sign. A separator at either end leaves an empty part there.</summary>
    private ref struct Parts
    {
        private ReadOnlySpan<char> _rest;
        private bool _more;

        internal Parts(ReadOnlySpan<char> text)
        {
            _rest = text.Length > 1 && text[0] is 'v' or 'V' ? text[1..] : text;
            _more = true;
        }

        internal bool Next(out ReadOnlySpan<char> part)
        {
            part = default;
            if (!_more) return false;
            var n = 0;
            var digits = !_rest.IsEmpty && char.IsAsciiDigit(_rest[0]);
            while (n < _rest.Length && !IsSeparator(_rest[n]) && char.IsAsciiDigit(_rest[n]) == digits) n++;
            part = Runs.Take(ref _rest, n);
            _more = !_rest.IsEmpty;
            while (!_rest.IsEmpty && IsSeparator(_rest[0])) _rest = _rest[1..];
            return true;
        }

        private static bool IsSeparator(char c) => !char.IsAsciiLetterOrDigit(c) && c != '#';
    }
}
