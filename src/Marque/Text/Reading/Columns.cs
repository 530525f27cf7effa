using System.Text;

namespace Marque.Text.Reading;

/// <summary>Counts how far into its line a reader has come, of bytes that pass once: a file may be one line of gigabytes, whose start is long gone.</summary>
internal struct Columns
{
    private long lines;
    private long bytes;
    private long characters;

    /// <summary>Counts from before the first byte on.</summary>
    /// <param name="mark">How many bytes of a byte order mark come first, which are no characters.</param>
    public Columns(int mark) => characters = -mark;

    /// <summary>The line, from 0.</summary>
    public readonly long Line => lines;

    /// <summary>The bytes that passed of the current line.</summary>
    public readonly long Bytes => bytes;

    /// <summary>The column of what comes next, in characters (of UTF-16) from 1.</summary>
    public readonly int Column => (int)Math.Clamp(characters + 1, 1, int.MaxValue);

    /// <summary>Counts bytes of UTF-8 that end with a whole character.</summary>
    public void Pass(ReadOnlySpan<byte> passed)
    {
        if (passed.LastIndexOf((byte)'\n') is var last and >= 0)
        {
            lines += passed.Count((byte)'\n');
            (bytes, characters) = (0, 0);
            passed = passed[(last + 1)..];
        }

        bytes += passed.Length;
        characters += Encoding.UTF8.GetCharCount(passed);
    }
}
