using System.Text;
using Marque.Text.Reading;

namespace Marque.Advisories.Feeds;

/// <summary>A forward reader of comma-separated values (RFC 4180) in bounded memory.</summary>
internal sealed class CsvScan(Stream content)
{
    /// <summary>The longest record, in bytes.</summary>
    public const int MaxRecord = 4 * 1024 * 1024;

    /// <summary>The most fields of a record.</summary>
    public const int MaxFields = 256;

    private static readonly System.Buffers.SearchValues<byte> Ends = System.Buffers.SearchValues.Create(",\r\n"u8);

    private readonly byte[] buffer = GC.AllocateUninitializedArray<byte>(64 * 1024);
    private readonly int[] ends = new int[MaxFields];
    private byte[] record = GC.AllocateUninitializedArray<byte>(4 * 1024);
    private int length;
    private int at;
    private int filled;
    private bool begun;
    private bool closed;
    private int lines = 1;

    /// <summary>How many fields the record has.</summary>
    public int Count { get; private set; }

    /// <summary>The line the record begins on, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>A field of the record, as UTF-8.</summary>
    public ReadOnlySpan<byte> this[int field] => record.AsSpan(field == 0 ? 0 : ends[field - 1], ends[field] - (field == 0 ? 0 : ends[field - 1]));

    /// <summary>The whole record without its commas, for a line that is no record.</summary>
    public ReadOnlySpan<byte> Whole => record.AsSpan(0, length);

    /// <summary>A field as text; bytes that are no characters become U+FFFD.</summary>
    public string Text(int field) => Encoding.UTF8.GetString(this[field]);

    /// <summary>Moves to the next record that is not an empty line; false behind the last.</summary>
    /// <exception cref="Refusal">Beyond a bound, or a quoted field does not end.</exception>
    public bool Read()
    {
        while (true)
        {
            (Count, length, Line) = (0, 0, lines);
            if (!More()) return false;
            while (!Field())
            {
            }

            if (Count > 1 || length > 0) return true;
        }
    }

    // Reads one field; true when it ends the record.
    private bool Field()
    {
        if (Count == MaxFields) throw new Refusal("csv.fields", $"a record has more than {MaxFields} fields", Line);
        if (More() && buffer[at] == '"')
        {
            at++;
            Quoted();
        }

        while (More())
        {
            var rest = buffer.AsSpan(at, filled - at);
            var end = rest.IndexOfAny(Ends);
            Append(end < 0 ? rest : rest[..end]);
            at += end < 0 ? rest.Length : end;
            if (end < 0) continue;
            var mark = buffer[at++];
            if (mark == ',') return Close(false);
            if (mark == '\r')
            {
                if (More() && buffer[at] == '\n') at++;
            }

            lines++;
            return Close(true);
        }

        return Close(true);
    }

    private void Quoted()
    {
        while (More())
        {
            var rest = buffer.AsSpan(at, filled - at);
            var quote = rest.IndexOf((byte)'"');
            var inside = quote < 0 ? rest : rest[..quote];
            lines += inside.Count((byte)'\n');
            Append(inside);
            at += inside.Length;
            if (quote < 0) continue;
            at++;
            if (!More() || buffer[at] != '"') return;
            Append("\""u8);
            at++;
        }

        throw new Refusal("csv.quote", "a quoted field does not end", Line);
    }

    private bool Close(bool last)
    {
        ends[Count++] = length;
        return last;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (length + bytes.Length > MaxRecord) throw new Refusal("csv.record", $"a record is longer than {MaxRecord / 1024 / 1024} MiB", Line);
        if (length + bytes.Length > record.Length) Array.Resize(ref record, Math.Max(record.Length * 2, length + bytes.Length));

        bytes.CopyTo(record.AsSpan(length));
        length += bytes.Length;
    }

    private bool More()
    {
        if (at < filled) return true;
        if (closed) return false;
        (at, filled) = (0, content.Read(buffer));
        if (!begun)
        {
            begun = true;
            while (filled is > 0 and < 3 && content.Read(buffer.AsSpan(filled)) is var more and > 0) filled += more;
            if (buffer.AsSpan(0, filled).StartsWith("\uFEFF"u8)) at = 3;
        }

        closed = filled == 0;
        return at < filled || (!closed && More());
    }
}
