using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Marque.Text.Reading;

/// <summary>A forward reader of JSON (RFC 8259) over a stream in bounded memory: strict, one value, no token longer than <see cref="MaxToken"/>.</summary>
internal ref partial struct JsonScan
{
    /// <summary>The longest string or number, in bytes.</summary>
    public const int MaxToken = 32 * 1024 * 1024;

    /// <summary>The deepest nesting.</summary>
    public const int MaxDepth = 256;

    private readonly Stream source;
    private Utf8JsonReader reader;
    private byte[] buffer;
    private int end;
    private bool atEnd;
    private long lines;
    private int countedTo;
    private long before;
    private byte[] unescaped = [];
    private int begin;
    private long held = -1;
    private Columns columns;
    private int columnsTo;

    /// <summary>Reads <paramref name="source"/> from its current position.</summary>
    public JsonScan(Stream source)
    {
        this.source = source;
        buffer = GC.AllocateUninitializedArray<byte>(64 * 1024);
        end = source.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        if (buffer is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            // JSON is UTF-8 between systems (RFC 8259, section 8.1); Windows tools write UTF-16 all the same, and its mark leaves no doubt.
            var wide = new UnicodeEncoding(bigEndian: buffer[0] == 0xFE, byteOrderMark: false, throwOnInvalidBytes: true);
            this.source = Encoding.CreateTranscodingStream(new Prefixed(buffer.AsSpan(2, end - 2).ToArray(), source), wide, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            end = this.source.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }

        atEnd = end < buffer.Length;
        var mark = buffer.AsSpan(0, end).StartsWith("\uFEFF"u8) ? 3 : 0;
        columns = new Columns(mark);
        buffer.AsSpan(0, mark).Fill((byte)' ');
        reader = new Utf8JsonReader(buffer.AsSpan(0, end), atEnd, new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth }));
    }

    /// <summary>The current token.</summary>
    public readonly JsonTokenType Token => reader.TokenType;

    /// <summary>The depth of the current token; the root is 0.</summary>
    public readonly int Depth => reader.CurrentDepth;

    /// <summary>Where the current token starts, in bytes of the UTF-8 form from the start of the stream, a byte order mark of UTF-8 included.</summary>
    public readonly long Offset => before + reader.TokenStartIndex;

    /// <summary>The current line, from 1; counted on from where it was last asked.</summary>
    public int Line
    {
        get
        {
            var consumed = begin + (int)reader.BytesConsumed;
            lines += buffer.AsSpan(countedTo, consumed - countedTo).Count((byte)'\n');
            countedTo = consumed;
            return (int)Math.Min(int.MaxValue, lines + 1);
        }
    }

    /// <summary>Moves to the next token; false behind the last.</summary>
    /// <exception cref="Refusal">Beyond a bound.</exception>
    /// <exception cref="JsonException">Not well-formed, or nested too deep.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Read() => reader.Read() || ReadOn();

    /// <summary>Moves to the root, which must be an object.</summary>
    public void Root()
    {
        if (!Read()) throw new Refusal("json.syntax", "the file holds no JSON value", 1);
        if (Token != JsonTokenType.StartObject) throw new Refusal("json.root", "the file is not one JSON object", Line);
    }

    /// <summary>In an object: moves to the next field's name; false at the object's end.</summary>
    public bool Field() => Read() && Token == JsonTokenType.PropertyName;

    /// <summary>Behind a field's name: whether its value is a list or an object of the asked kind, and steps into it; anything else is passed over.</summary>
    public bool Enter(JsonTokenType kind)
    {
        Read();
        if (Token == kind) return true;
        Leave();
        return false;
    }

    /// <summary>In a list: moves to the next object and steps into it, passing over other items; false at the list's end.</summary>
    public bool Item()
    {
        while (Read() && Token != JsonTokenType.EndArray)
        {
            if (Token == JsonTokenType.StartObject) return true;
            Leave();
        }

        return false;
    }

    /// <summary>Behind a field's name: passes over its value.</summary>
    public void Skip()
    {
        Read();
        Leave();
    }

    /// <summary>On the first token of a value: moves to its last.</summary>
    public void Leave()
    {
        if (Token is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) return;
        var depth = reader.CurrentDepth;
        while (Read() && reader.CurrentDepth > depth)
        {
        }
    }

    /// <summary>Whether the current name or text is this.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Is(ReadOnlySpan<byte> text) => reader.ValueIsEscaped ? IsEscaped(text) : reader.ValueSpan.SequenceEqual(text);

    // The framework's own comparison throws at half a surrogate pair. An escape takes six bytes for at least one.
    private readonly bool IsEscaped(ReadOnlySpan<byte> text)
    {
        if (reader.ValueSpan.Length > 6 * text.Length || text.Length > 64) return false;
        Span<byte> resolved = stackalloc byte[6 * 64];
        return resolved[..JsonEscapes.Resolve(reader.ValueSpan, resolved)].SequenceEqual(text);
    }

    /// <summary>Behind a field's name: its text; null, with the value passed over, when it is not text.</summary>
    public string? Text()
    {
        Read();
        if (Token == JsonTokenType.String) return CurrentText();
        Leave();
        return null;
    }

    /// <summary>Behind a field's name: keeps the UTF-8 of its text; nothing, with the value passed over, when it is not text.</summary>
    public void Text(Kept kept)
    {
        Read();
        if (Token == JsonTokenType.String) Current(kept);
        else
        {
            kept.Keep(default);
            Leave();
        }
    }

    /// <summary>Keeps the UTF-8 of the current text token.</summary>
    public void Current(Kept kept)
    {
        if (reader.ValueIsEscaped) kept.Keep(Encoding.UTF8.GetBytes(CurrentText()));
        else kept.Keep(reader.ValueSpan);
    }

    /// <summary>The UTF-8 of the current name or text, until the next token; escapes that are no characters become U+FFFD, wrong bytes stay.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Bytes() => reader.ValueIsEscaped ? Unescaped() : reader.ValueSpan;

    private ReadOnlySpan<byte> Unescaped()
    {
        if (unescaped.Length < reader.ValueSpan.Length) unescaped = new byte[reader.ValueSpan.Length * 2];
        return unescaped.AsSpan(0, JsonEscapes.Resolve(reader.ValueSpan, unescaped));
    }

    /// <summary>The current text token.</summary>
    public string CurrentText()
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new Refusal("json.text", "a text holds bytes or escapes that are no characters", Line);
        }
    }

    /// <summary>The current text token; false when it holds bytes or escapes that are no characters.</summary>
    public readonly bool TryCurrentText(out string text)
    {
        try
        {
            text = reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    /// <summary>The current number token; false when it is beyond a double.</summary>
    public readonly bool TryCurrentNumber(out double value) => reader.TryGetDouble(out value);

    /// <summary>Behind a field's name: its whole number; null, with the value passed over, when it is none.</summary>
    public long? Number()
    {
        Read();
        if (Token == JsonTokenType.Number) return reader.TryGetInt64(out var value) ? value : null;
        Leave();
        return null;
    }

    /// <summary>The whole number of the current token; null when it is none.</summary>
    public readonly long? WholeNumber => reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value) ? value : null;

    /// <summary>Behind a field's name: its number; null, with the value passed over, when it is none.</summary>
    public double? Fraction()
    {
        Read();
        if (Token == JsonTokenType.Number) return reader.TryGetDouble(out var value) ? value : null;
        Leave();
        return null;
    }

    /// <summary>Behind a field's name: whether its value is true; null, with the value passed over, when it is no flag.</summary>
    public bool? Flag()
    {
        Read();
        if (Token is JsonTokenType.True or JsonTokenType.False) return Token == JsonTokenType.True;
        Leave();
        return null;
    }

    private bool ReadOn()
    {
        while (!atEnd)
        {
            Fill();
            if (reader.Read()) return true;
        }

        return false;
    }

    private void Fill()
    {
        var consumed = begin + (int)reader.BytesConsumed;
        lines += buffer.AsSpan(countedTo, consumed - countedTo).Count((byte)'\n');
        before += reader.BytesConsumed;
        if (columnsTo < consumed) PassTo(consumed);
        var from = KeptFrom(consumed);
        columnsTo = countedTo = begin = consumed - from;
        var rest = end - from;
        var target = buffer;
        if (rest == buffer.Length || (begin > 0 && rest > buffer.Length / 2))
        {
            if (buffer.Length >= MaxToken) throw new Refusal("json.token-too-long", $"a text is longer than {MaxToken / 1024 / 1024} MiB", (int)Math.Min(int.MaxValue, lines + 1));
            target = new byte[buffer.Length * 2];
        }

        buffer.AsSpan(from, rest).CopyTo(target);
        buffer = target;
        end = rest + source.ReadAtLeast(buffer.AsSpan(rest), buffer.Length - rest, throwOnEndOfStream: false);
        atEnd = end < buffer.Length;
        reader = new Utf8JsonReader(buffer.AsSpan(begin, end - begin), atEnd, reader.CurrentState);
    }
}
