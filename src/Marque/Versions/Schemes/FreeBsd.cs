namespace Marque.Versions.Schemes;

/// <summary>FreeBSD's pkg: <c>version[_revision][,epoch]</c> (pkg-version(8)). The epoch counts first; parts of the version are a number, a letter and a patch level.</summary>
internal static class FreeBsd
{
    internal static bool IsVersion(ReadOnlySpan<char> text) => Characters.HasAlphanumeric(text) && Characters.Are(text, ".+_,*~");

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Split(a, out var versionA, out var revisionA, out var epochA);
        Split(b, out var versionB, out var revisionB, out var epochB);
        if (Runs.Numbers(epochA, epochB) is var epoch and not 0) return epoch;
        return Versions(versionA, versionB) is var order and not 0 ? order : Runs.Numbers(revisionA, revisionB);
    }

    private static void Split(ReadOnlySpan<char> text, out ReadOnlySpan<char> version, out ReadOnlySpan<char> revision, out ReadOnlySpan<char> epoch)
    {
        revision = epoch = default;
        var underscore = text.LastIndexOf('_');
        var comma = text[(underscore + 1)..].LastIndexOf(',');
        if (comma >= 0) epoch = LeadingDigits(text[(underscore + 1 + comma + 1)..]);
        if (underscore >= 0) revision = LeadingDigits(text[(underscore + 1)..]);
        version = underscore >= 0 ? text[..underscore] : comma >= 0 ? text[..comma] : text;
    }

    private static ReadOnlySpan<char> LeadingDigits(ReadOnlySpan<char> rest) => Runs.Digits(ref rest);

    private static int Versions(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        while (!a.IsEmpty || !b.IsEmpty)
        {
            Component x = default, y = default;
            bool readA = !a.IsEmpty && a[0] != '+', readB = !b.IsEmpty && b[0] != '+';
            if (readA) x = new Component(ref a);
            if (readB) y = new Component(ref b);
            if (!readA && !readB)
            {
                if (!a.IsEmpty) a = a[1..];
                if (!b.IsEmpty) b = b[1..];
            }
            else if (Component.Compare(x, y) is var order and not 0) return order;
        }
        return 0;
    }

    /// <summary>A number, or a sign that stands below all numbers.</summary>
    private ref struct Component
    {
        private ReadOnlySpan<char> _number, _patch;
        private int _below, _letter, _patchBelow;

        internal Component(scoped ref ReadOnlySpan<char> rest)
        {
            var stageAllowed = false;
            if (char.IsAsciiDigit(rest[0])) _number = Runs.Digits(ref rest);
            else if (rest[0] == '*')
            {
                _below = -2;
                rest = rest.IndexOf('+') is var plus and >= 0 ? rest[plus..] : default;
            }
            else
            {
                _below = -1;
                stageAllowed = true;
            }
            if (!rest.IsEmpty && char.IsAsciiLetter(rest[0]) && TakeLetter(ref rest, stageAllowed, out _letter))
            {
                _patch = Runs.Digits(ref rest);
                if (_patch.IsEmpty) _patchBelow = -1;
            }
            while (!rest.IsEmpty && !char.IsAsciiLetterOrDigit(rest[0]) && rest[0] is not ('+' or '*')) rest = rest[1..];
        }

        internal static int Compare(Component a, Component b)
        {
            if (a._below != b._below) return a._below - b._below;
            if (Runs.Numbers(a._number, b._number) is var number and not 0) return number;
            if (a._letter != b._letter) return a._letter - b._letter;
            return a._patchBelow != b._patchBelow ? a._patchBelow - b._patchBelow : Runs.Numbers(a._patch, b._patch);
        }

        // A stage right behind a number begins the next component (10rc1 is 10.rc1); other words count by their first letter.
        private static bool TakeLetter(ref ReadOnlySpan<char> rest, bool stageAllowed, out int letter)
        {
            var after = rest;
            var word = Runs.Letters(ref after);
            if (word.Length > 1 && Stage(word) is var stage and >= 0)
            {
                letter = stageAllowed ? stage : 0;
                if (!stageAllowed) return false;
            }
            else letter = char.ToLowerInvariant(word[0]) - 'a' + 1;
            rest = after;
            return true;
        }

        private static int Stage(ReadOnlySpan<char> word) =>
            Is(word, "pl") ? 0 : Is(word, "alpha") ? 1 : Is(word, "beta") ? 2 : Is(word, "pre") ? 16 : Is(word, "rc") ? 18 : -1;

        private static bool Is(ReadOnlySpan<char> word, string stage) => word.Equals(stage, StringComparison.OrdinalIgnoreCase);
    }
}
