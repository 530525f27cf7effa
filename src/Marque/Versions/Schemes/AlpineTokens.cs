namespace Marque.Versions.Schemes;

/// <summary>What a piece of an Alpine version can be. Where two versions go on differently, the smaller kind is the later version.</summary>
internal enum AlpineToken
{
    FirstNumber,
    Number,
    Letter,

    /// <summary>A full stop before a letter: a fault that apk passes over.</summary>
    Gap,
    Suffix,
    SuffixNumber,
    Hash,
    Revision,
    End,
    Invalid,
}

/// <summary>Reads an Alpine version piece by piece.</summary>
internal ref struct AlpineTokens
{
    // In their order, with nothing where a version without suffix stands.
    private static readonly string[] Suffixes = ["alpha", "beta", "pre", "rc", "", "cvs", "svn", "git", "hg", "p"];

    private ReadOnlySpan<char> _rest, _value;
    private int _suffix;

    internal AlpineTokens(ReadOnlySpan<char> text)
    {
        _rest = text;
        _value = Runs.Digits(ref _rest);
        Kind = AlpineToken.FirstNumber;
    }

    internal AlpineToken Kind { get; private set; }

    internal readonly bool IsBeforeRelease => Kind == AlpineToken.Suffix && _suffix < 4;

    internal static int CompareValues(AlpineTokens a, AlpineTokens b) => a.Kind switch
    {
        AlpineToken.Suffix => a._suffix - b._suffix,
        // As decimals when one begins with a zero: 1.05 comes before 1.1.
        AlpineToken.Number when a._value.StartsWith('0') || b._value.StartsWith('0') => a._value.SequenceCompareTo(b._value),
        AlpineToken.Letter or AlpineToken.Hash => a._value.SequenceCompareTo(b._value),
        _ => Runs.Numbers(a._value, b._value),
    };

    /// <summary>Takes an underscore and the letters behind it.</summary>
    internal static bool TakeSuffix(ref ReadOnlySpan<char> rest, out bool known) => TakeSuffix(ref rest, out _, out known);

    /// <summary>Takes the digits of a hash.</summary>
    internal static ReadOnlySpan<char> Hash(scoped ref ReadOnlySpan<char> rest) => Runs.Take(ref rest, rest.IndexOfAnyExcept("0123456789abcdef") is var end and >= 0 ? end : rest.Length);

    /// <summary>Goes to the next piece, which must be one that may follow.</summary>
    internal void Advance()
    {
        var before = Kind;
        var c = _rest.IsEmpty ? '\0' : _rest[0];
        Kind = c switch
        {
            '\0' => AlpineToken.End,
            >= 'a' and <= 'z' when before is AlpineToken.FirstNumber or AlpineToken.Number or AlpineToken.Gap => AlpineToken.Letter,
            >= '0' and <= '9' when before == AlpineToken.Suffix => AlpineToken.SuffixNumber,
            >= '0' and <= '9' when before == AlpineToken.Letter => AlpineToken.Number,
            '.' when before is AlpineToken.FirstNumber or AlpineToken.Number => _rest.Length > 1 && char.IsAsciiLetterLower(_rest[1]) ? AlpineToken.Gap : AlpineToken.Number,
            '_' when before < AlpineToken.Hash => AlpineToken.Suffix,
            '~' when before < AlpineToken.Hash => AlpineToken.Hash,
            '-' when before < AlpineToken.Revision && IsRevision(_rest) => AlpineToken.Revision,
            _ => AlpineToken.Invalid,
        };
        Take(c);
    }

    private void Take(char mark)
    {
        if (Kind >= AlpineToken.End) return;
        if (Kind == AlpineToken.Letter)
        {
            _value = Runs.Take(ref _rest, 1);
            return;
        }
        if (Kind == AlpineToken.Suffix)
        {
            TakeSuffix(ref _rest, out _suffix, out var known);
            if (!known) Kind = AlpineToken.Invalid;
            return;
        }
        if (!char.IsAsciiDigit(mark)) _rest = _rest[(Kind == AlpineToken.Revision ? 2 : 1)..];
        _value = Kind == AlpineToken.Hash ? Hash(ref _rest) : Runs.Digits(ref _rest);
    }

    // Without digits it is the first one, except before letters.
    private static bool IsRevision(ReadOnlySpan<char> rest) => rest.Length > 1 && rest[1] == 'r' && (rest.Length == 2 || rest[2] is '-' or (>= '0' and <= '9'));

    private static bool TakeSuffix(ref ReadOnlySpan<char> rest, out int suffix, out bool known)
    {
        suffix = 0;
        known = false;
        if (rest.IsEmpty || rest[0] != '_') return false;
        rest = rest[1..];
        var word = Runs.Letters(ref rest);
        if (word.IsEmpty) return true;
        while (suffix < Suffixes.Length && !word.SequenceEqual(Suffixes[suffix])) suffix++;
        known = suffix < Suffixes.Length;
        return true;
    }
}
