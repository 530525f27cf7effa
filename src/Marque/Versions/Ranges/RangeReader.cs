namespace Marque.Versions.Ranges;

/// <summary>What one comparator of a notation means for the alternative it stands in.</summary>
internal delegate void Term(RangeReader reader, Alternative target, string sign, string version);

/// <summary>Gathers the alternatives of a range, and the first thing that is wrong with it.</summary>
internal sealed class RangeReader(VersionScheme scheme)
{
    private const string Blanks = " \t\r\n", Between = Blanks + ",&()";

    private readonly List<(string From, string To)> _holes = [];

    internal List<Alternative> Alternatives { get; } = [];

    internal string Problem { get; private set; } = "";

    internal void Fail(string why)
    {
        if (Problem.Length == 0) Problem = why;
    }

    internal Alternative Begin()
    {
        var alternative = new Alternative(scheme);
        Alternatives.Add(alternative);
        return alternative;
    }

    internal void And(Alternative target, VersComparator comparator, string version)
    {
        // A VERS holds printable ASCII only.
        if (version.AsSpan().ContainsAnyExceptInRange('!', '~') || !target.And(comparator, version)) Fail($"'{version}' is no version of this type");
    }

    /// <summary>From one version to before another.</summary>
    internal void And(Alternative target, string from, string before)
    {
        And(target, VersComparator.GreaterOrEqual, from);
        And(target, VersComparator.Less, before);
    }

    /// <summary>Leaves out what lies from one version to before another, once the comparators beside it are read.</summary>
    internal void Without(string from, string before) => _holes.Add((from, before));

    /// <summary>Reads comparators that must all hold: signs and versions, parted by blanks, commas, ampersands or "and", in parentheses or not.</summary>
    internal void Comparators(ReadOnlySpan<char> text, Term term, bool names = false)
    {
        var target = Begin();
        var first = Alternatives.Count - 1;
        while (Problem.Length == 0)
        {
            text = text.TrimStart(Between);
            if (text.IsEmpty) break;
            var sign = Take(ref text, text.IndexOfAnyExcept("<>=!~^"));
            text = text.TrimStart(Blanks);
            if (sign.IsEmpty && text.StartsWith("and ")) sign = Take(ref text, 3);
            if (sign is "and") continue;
            var version = Take(ref text, text.IndexOfAny(Between + "<>=!"));
            // A name of a package, which a comparator follows or nothing at all.
            if (names && sign.IsEmpty && (text.TrimStart(Blanks + "(") is ['<' or '>' or '=' or '!' or '~', ..] || !char.IsAsciiDigit(version[0]))) continue;
            if (version.IsEmpty) Fail($"'{sign}' must be followed by a version");
            else term(this, target, sign.ToString(), version.ToString());
        }
        foreach (var (from, before) in _holes) Cut(first, from, before);
        _holes.Clear();
    }

    // What is left below the hole and what is left above it; at most one alternative has both.
    private void Cut(int first, string from, string before)
    {
        for (var i = Alternatives.Count - 1; i >= first; i--)
        {
            var above = Alternatives[i].Copy();
            And(Alternatives[i], VersComparator.Less, from);
            And(above, VersComparator.GreaterOrEqual, before);
            if (above.IsEmpty) continue;
            if (Alternatives[i].IsEmpty) Alternatives[i] = above;
            else Alternatives.Add(above);
        }
        if (Alternatives.Count > NativeRange.MaxAlternatives) Fail($"more than {NativeRange.MaxAlternatives} alternatives");
    }

    private static ReadOnlySpan<char> Take(ref ReadOnlySpan<char> text, int end) => Runs.Take(ref text, end < 0 ? text.Length : end);
}
