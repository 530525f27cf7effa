namespace Marque.Versions.Schemes;

/// <summary>A version of PEP 440, in pieces (appendix B): <c>[N!]N(.N)*[{a|b|rc}N][.postN][.devN][+local]</c>. A number that is missing is empty, and zero.</summary>
internal ref struct Pep440
{
    internal ReadOnlySpan<char> Epoch, Release, PreNumber, PostNumber, DevNumber, Local;
    internal char Pre;
    internal bool Post, Dev;

    internal static bool TryParse(ReadOnlySpan<char> text, out Pep440 version)
    {
        version = default;
        text = text.Trim();
        if (!text.IsEmpty && text[0] is 'v' or 'V') text = text[1..];
        var rest = text;
        var epoch = Runs.Digits(ref rest);
        if (!epoch.IsEmpty && Runs.Take(ref rest, '!'))
        {
            version.Epoch = epoch;
            text = rest;
        }
        if (!TakeRelease(ref text, out version.Release)) return false;
        version.Pre = TakePre(ref text, out version.PreNumber);
        version.Post = TakePost(ref text, out version.PostNumber);
        version.Dev = TakeWord(ref text, "dev", out version.DevNumber);
        if (text.IsEmpty) return true;
        version.Local = text[1..];
        return text[0] == '+' && IsLocal(version.Local);
    }

    /// <summary>Compares by epoch, release, pre-release, post-release, development release, local version.</summary>
    internal static int Compare(scoped Pep440 a, scoped Pep440 b)
    {
        if (Runs.Numbers(a.Epoch, b.Epoch) is var epoch and not 0) return epoch;
        if (Runs.DottedNumbers(a.Release, b.Release) is var release and not 0) return release;
        if (a.Phase - b.Phase is var phase and not 0) return phase;
        if (Runs.Numbers(a.PreNumber, b.PreNumber) is var pre and not 0) return pre;
        if (a.Post != b.Post) return a.Post ? 1 : -1;
        if (Runs.Numbers(a.PostNumber, b.PostNumber) is var post and not 0) return post;
        if (a.Dev != b.Dev) return a.Dev ? -1 : 1;
        return Runs.Numbers(a.DevNumber, b.DevNumber) is var dev and not 0 ? dev : Locals(a.Local, b.Local);
    }

    // 1.0.dev1 comes before 1.0a1, although it has no pre-release.
    private readonly int Phase => Pre != 0 ? Pre : !Post && Dev ? 0 : char.MaxValue;

    private static bool TakeRelease(scoped ref ReadOnlySpan<char> text, out ReadOnlySpan<char> release)
    {
        var n = 0;
        while (n < text.Length && (char.IsAsciiDigit(text[n]) || (text[n] == '.' && n > 0 && n + 1 < text.Length && text[n - 1] != '.' && char.IsAsciiDigit(text[n + 1])))) n++;
        release = Runs.Take(ref text, n);
        return n > 0;
    }

    private static char TakePre(scoped ref ReadOnlySpan<char> text, out ReadOnlySpan<char> number)
    {
        ReadOnlySpan<string> words = ["alpha", "a", "beta", "b", "preview", "pre", "rc", "c"];
        for (var i = 0; i < words.Length; i++)
            if (TakeWord(ref text, words[i], out number)) return i switch { < 2 => 'a', < 4 => 'b', _ => 'r' };
        number = default;
        return '\0';
    }

    private static bool TakePost(scoped ref ReadOnlySpan<char> text, out ReadOnlySpan<char> number)
    {
        if (text.Length < 2 || text[0] != '-' || !char.IsAsciiDigit(text[1]))
            return TakeWord(ref text, "post", out number) || TakeWord(ref text, "rev", out number) || TakeWord(ref text, "r", out number);
        text = text[1..];
        number = Runs.Digits(ref text);
        return true;
    }

    /// <summary>Takes a word and its number. A separator may stand before either, even when there is no number; so what follows the word can always do without one.</summary>
    private static bool TakeWord(scoped ref ReadOnlySpan<char> text, string word, out ReadOnlySpan<char> number)
    {
        number = default;
        var rest = text[Separator(text)..];
        if (!rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return false;
        rest = rest[word.Length..];
        rest = rest[Separator(rest)..];
        number = Runs.Digits(ref rest);
        text = rest;
        return true;
    }

    private static int Separator(ReadOnlySpan<char> text) => !text.IsEmpty && text[0] is '.' or '-' or '_' ? 1 : 0;

    private static bool IsLocal(ReadOnlySpan<char> local)
    {
        var last = '.';
        foreach (var c in local)
        {
            var separator = c is '.' or '-' or '_';
            if (separator ? last is '.' : !char.IsAsciiLetterOrDigit(c)) return false;
            last = separator ? '.' : c;
        }
        return last != '.';
    }

    // None before any, words before numbers, fewer before more.
    private static int Locals(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        while (!a.IsEmpty && !b.IsEmpty)
        {
            ReadOnlySpan<char> x = Segment(ref a), y = Segment(ref b);
            var order = (Runs.IsNumber(x), Runs.IsNumber(y)) switch
            {
                (true, true) => Runs.Numbers(x, y),
                (true, false) => 1,
                (false, true) => -1,
                _ => x.CompareTo(y, StringComparison.OrdinalIgnoreCase),
            };
            if (order != 0) return order;
        }
        return a.Length.CompareTo(b.Length);
    }

    private static ReadOnlySpan<char> Segment(scoped ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny('.', '-', '_');
        if (end < 0) return Runs.Take(ref rest, rest.Length);
        var segment = rest[..end];
        rest = rest[(end + 1)..];
        return segment;
    }
}
