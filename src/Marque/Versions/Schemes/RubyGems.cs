namespace Marque.Versions.Schemes;

/// <summary>RubyGems: <c>Gem::Version</c>. A hyphen reads as <c>.pre.</c>; zeros at the end of the numbers, and at the end of all, do not count.</summary>
internal static class RubyGems
{
    internal static bool IsVersion(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var hyphen = text.IndexOf('-');
        var numbers = hyphen < 0 ? text : text[..hyphen];
        if (numbers.IsEmpty || !char.IsAsciiDigit(numbers[0])) return false;
        // "1beta", which the library itself refuses, stands in old gems and advisories.
        return AreParts(numbers, "") && (hyphen < 0 || AreParts(text[(hyphen + 1)..], "-"));
    }

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var x = new Segments(a.Trim());
        var y = new Segments(b.Trim());
        while (true)
        {
            bool hasX = x.Next(out var p), hasY = y.Next(out var q);
            if (!hasX && !hasY) return 0;
            bool wordX = !p.IsEmpty && char.IsAsciiLetter(p[0]), wordY = !q.IsEmpty && char.IsAsciiLetter(q[0]);
            if (wordX != wordY) return wordX ? -1 : 1;
            if ((wordX ? p.SequenceCompareTo(q) : Runs.Numbers(p, q)) is var order and not 0) return order;
        }
    }

    private static bool AreParts(ReadOnlySpan<char> text, ReadOnlySpan<char> others)
    {
        var last = '.';
        foreach (var c in text)
        {
            if (c == '.' ? last == '.' : !char.IsAsciiLetterOrDigit(c) && !others.Contains(c)) return false;
            last = c;
        }
        return last != '.';
    }

    /// <summary>The canonical segments: runs of digits and of letters. A missing one is an empty run of digits, which is zero.</summary>
    private ref struct Segments(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text, _waiting;
        private int _zeros;
        private bool _words, _hasWaiting;

        internal bool Next(out ReadOnlySpan<char> segment)
        {
            segment = default;
            if (_zeros == 0 && !_hasWaiting) Advance();
            if (_zeros > 0)
            {
                _zeros--;
                return true;
            }
            if (!_hasWaiting) return false;
            _hasWaiting = false;
            segment = _waiting;
            return true;
        }

        // Reads zeros and what follows them; zeros before the first word or before the end are dropped.
        private void Advance()
        {
            while (true)
            {
                _hasWaiting = Read(out _waiting);
                if (!_hasWaiting)
                {
                    _zeros = 0;
                    return;
                }
                var word = char.IsAsciiLetter(_waiting[0]);
                if (!word && _waiting.TrimStart('0').IsEmpty)
                {
                    _zeros++;
                    continue;
                }
                if (word && !_words)
                {
                    _zeros = 0;
                    _words = true;
                }
                return;
            }
        }

        private bool Read(out ReadOnlySpan<char> segment)
        {
            while (!_rest.IsEmpty && !char.IsAsciiLetterOrDigit(_rest[0]))
            {
                var hyphen = _rest[0] == '-';
                _rest = _rest[1..];
                if (!hyphen) continue;
                segment = "pre";
                return true;
            }
            segment = !_rest.IsEmpty && char.IsAsciiDigit(_rest[0]) ? Runs.Digits(ref _rest) : Runs.Letters(ref _rest);
            return !segment.IsEmpty;
        }
    }
}
