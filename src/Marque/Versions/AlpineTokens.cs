namespace Marque.Versions;

/// <summary>What a piece of an Alpine version can be, in the order in which pieces may follow, which is also the reverse of their weight.</summary>
internal enum AlpineToken
{
    Invalid = -1,
    DigitOrZero,
    Digit,
    Letter,
    Suffix,
    SuffixNumber,
    Hash,
    Revision,
    End,
}

/// <summary>Reads an Alpine version piece by piece: the value of the piece at hand, and what comes next.</summary>
internal ref struct AlpineTokens(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text, _digits;
    private int _value;

    internal AlpineToken Next { get; private set; } = AlpineToken.Digit;

    /// <summary>Takes the value of the piece that is next.</summary>
    internal void Read()
    {
        _digits = default;
        _value = 0;
        if (_rest.IsEmpty)
        {
            Next = AlpineToken.End;
            return;
        }
        switch (Next)
        {
            // Zeros in front of a later number: the more there are, the earlier it comes.
            case AlpineToken.DigitOrZero when _rest[0] == '0':
                var zeros = _rest.IndexOfAnyExcept('0') is var end and >= 0 ? end : _rest.Length;
                _value = -zeros;
                _rest = _rest[zeros..];
                Next = _rest.IsEmpty ? AlpineToken.End : AlpineToken.Digit;
                return;
            case AlpineToken.DigitOrZero or AlpineToken.Digit or AlpineToken.SuffixNumber or AlpineToken.Revision:
                _digits = Runs.Digits(ref _rest);
                break;
            case AlpineToken.Letter:
                _value = _rest[0];
                _rest = _rest[1..];
                break;
            case AlpineToken.Hash:
                var hash = _rest.IndexOfAnyExcept("0123456789abcdef");
                _rest = hash < 0 ? default : _rest[hash..];
                break;
            case AlpineToken.Suffix when TakeSuffix():
                break;
            default:
                Next = AlpineToken.Invalid;
                _value = -1;
                return;
        }
        Advance();
    }

    internal static int CompareValues(in AlpineTokens a, in AlpineTokens b) =>
        a._value != b._value ? a._value.CompareTo(b._value) : Runs.Numbers(a._digits, b._digits);

    /// <summary>Whether what follows is the suffix of a pre-release.</summary>
    internal readonly bool IsBeforeRelease()
    {
        if (Next != AlpineToken.Suffix) return false;
        var ahead = this;
        ahead.Read();
        return ahead._value < 0;
    }

    private bool TakeSuffix()
    {
        ReadOnlySpan<string> suffixes = ["alpha", "beta", "pre", "rc", "cvs", "svn", "git", "hg", "p"];
        for (var i = 0; i < suffixes.Length; i++)
        {
            if (!_rest.StartsWith(suffixes[i])) continue;
            _value = i < 4 ? i - 4 : i - 3;
            _rest = _rest[suffixes[i].Length..];
            return true;
        }
        return false;
    }

    private void Advance()
    {
        var before = Next;
        if (_rest.IsEmpty)
        {
            Next = AlpineToken.End;
            return;
        }
        var c = _rest[0];
        var digit = char.IsAsciiDigit(c);
        if (before is AlpineToken.Digit or AlpineToken.DigitOrZero && char.IsAsciiLetterLower(c)) Next = AlpineToken.Letter;
        else if (before == AlpineToken.Letter && digit) Next = AlpineToken.Digit;
        else if (before == AlpineToken.Suffix && digit) Next = AlpineToken.SuffixNumber;
        else
        {
            Next = c switch
            {
                '.' => AlpineToken.DigitOrZero,
                '_' => AlpineToken.Suffix,
                '~' => AlpineToken.Hash,
                '-' when _rest.Length > 1 && _rest[1] == 'r' => AlpineToken.Revision,
                _ => AlpineToken.Invalid,
            };
            _rest = _rest[(Next == AlpineToken.Revision ? 2 : 1)..];
        }
        var backwards = Next < before && (Next, before) is not ((AlpineToken.DigitOrZero, AlpineToken.Digit) or (AlpineToken.Suffix, AlpineToken.SuffixNumber) or (AlpineToken.Digit, AlpineToken.Letter));
        if (backwards) Next = AlpineToken.Invalid;
    }
}
