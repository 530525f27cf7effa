namespace Marque.Facts.Reading;

/// <summary>Looks for texts in a text that arrives in pieces: ordinal without case, every run of white space one space. Constant memory.</summary>
internal sealed class TextSearch
{
    /// <summary>The longest text looked for; of a longer one only its start counts.</summary>
    public const int MaxNeedle = 4096;

    private const int Window = 32 * 1024;

    // 1 for the white space of ASCII: tab, line feed, vertical tab, form feed, carriage return, space.
    private static readonly int[] Spaces = [.. Enumerable.Range(0, 128).Select(c => char.IsWhiteSpace((char)c) ? 1 : 0)];

    private readonly List<string> wanted;
    private readonly List<string> unwanted;
    private readonly Expectation expect;
    private readonly char[] folded = new char[Window + MaxNeedle];
    private readonly HashSet<string> found = new(StringComparer.Ordinal);
    private int length;
    private bool afterSpace = true;

    public TextSearch(Expectation expect)
    {
        this.expect = expect;
        wanted = [.. expect.Contains.Select(Fold).Distinct(StringComparer.Ordinal)];
        unwanted = [.. expect.Excludes.Select(Fold).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Words seen so far.</summary>
    public long Words { get; private set; }

    /// <summary>The next piece.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            // Locals, because fields would be written back for every character; sums instead of branches, because nothing predicts where words end.
            var (target, at, before, words, stop) = (folded, length, afterSpace ? 1 : 0, 0, 0);
            for (; stop < text.Length && (uint)at < (uint)target.Length; stop++)
            {
                var c = text[stop];
                var space = c < 128 ? Spaces[c] : char.IsWhiteSpace(c) ? 1 : 0;
                target[at] = space != 0 ? ' ' : c;
                at += 1 - (space & before);
                words += before & (1 - space);
                before = space;
            }

            (length, afterSpace, Words) = (at, before == 1, Words + words);
            text = text[stop..];
            if (length == folded.Length) Look();
        }
    }

    /// <summary>A boundary between words.</summary>
    public void Break() => Add(" ");

    /// <summary>After the last piece: says what is missing or must not be there.</summary>
    public void Judge(Weighing weighing, string kind)
    {
        Look();
        foreach (var text in expect.Contains)
        {
            if (!found.Contains(Fold(text))) weighing.Vacuous($"{kind}.text-missing", $"it does not contain '{text}'");
        }

        foreach (var text in expect.Excludes)
        {
            if (found.Contains(Fold(text))) weighing.Contradicts($"{kind}.text-excluded", $"it contains '{text}', which must not occur");
        }
    }

    private void Look()
    {
        var text = folded.AsSpan(0, length);
        Look(wanted, text);
        Look(unwanted, text);
        // What may be the start of a text looked for stays.
        var keep = wanted.Count + unwanted.Count == 0 ? 0 : Math.Min(length, MaxNeedle - 1);
        text[^keep..].CopyTo(folded);
        length = keep;
    }

    private void Look(List<string> needles, ReadOnlySpan<char> text)
    {
        for (var i = needles.Count - 1; i >= 0; i--)
        {
            if (!text.Contains(needles[i], StringComparison.OrdinalIgnoreCase)) continue;
            found.Add(needles[i]);
            needles.RemoveAt(i);
        }
    }

    private static string Fold(string text)
    {
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length > MaxNeedle ? words[..MaxNeedle] : words;
    }
}
