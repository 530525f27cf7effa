using Marque.Text.Reading;

namespace Marque.Components.Conformance.TagValue;

/// <summary>The lines of a text, one by one, in a buffer that is used again.</summary>
internal sealed class TagLines(Stream file)
{
    /// <summary>The longest line, in characters.</summary>
    public const int MaxLine = 1024 * 1024;

    private readonly TextInput input = new(file, "tag-value");
    private char[] rest = new char[64 * 1024];
    private int from;
    private int end;
    private bool over;

    /// <summary>The number of the current line, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The next line without its end; false behind the last.</summary>
    /// <exception cref="Refusal">A line that is too long, or no text.</exception>
    public bool Next(out ReadOnlySpan<char> line)
    {
        for (var searched = from; ;)
        {
            var at = rest.AsSpan(searched, end - searched).IndexOfAny('\n', '\r');
            // A carriage return at the buffer's end may be half of a line's end.
            if (at >= 0 && rest[searched + at] == '\r' && searched + at + 1 == end && !over)
            {
                searched += at - from;
                Fill();
                continue;
            }

            if (at >= 0 || (over && end > from))
            {
                var close = at >= 0 ? searched + at : end;
                line = rest.AsSpan(from, close - from);
                from = Math.Min(end, close + (close + 1 < end && rest[close] == '\r' && rest[close + 1] == '\n' ? 2 : 1));
                Line++;
                return true;
            }

            if (over)
            {
                line = default;
                return false;
            }

            searched = end - from;
            Fill();
        }
    }

    private void Fill()
    {
        rest.AsSpan(from, end - from).CopyTo(rest);
        (from, end) = (0, end - from);
        if (end > MaxLine) throw new Refusal("tag-value.line-too-long", $"a line is longer than {MaxLine} characters", Line + 1);
        if (!input.Next(out var piece))
        {
            over = true;
            return;
        }

        if (end + piece.Length > rest.Length) Array.Resize(ref rest, Math.Max(rest.Length * 2, end + piece.Length));
        piece.CopyTo(rest.AsSpan(end));
        end += piece.Length;
    }
}
