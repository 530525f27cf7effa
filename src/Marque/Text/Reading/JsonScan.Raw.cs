using System.Text.Json;
using System.Text.Unicode;

namespace Marque.Text.Reading;

/// <content>The bytes themselves: of the current token, and of a value that is looked at once more.</content>
internal ref partial struct JsonScan
{
    /// <summary>The most bytes of one value that are kept to be looked at once more.</summary>
    public const int MaxHeld = 1024 * 1024;

    /// <summary>Reads bytes that are all there, in UTF-8.</summary>
    public JsonScan(byte[] content)
    {
        (source, buffer, end, atEnd) = (Stream.Null, content, content.Length, true);
        reader = new Utf8JsonReader(content, isFinalBlock: true, new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth }));
    }

    /// <summary>The current token as it stands in the file, a text without its quotes.</summary>
    public readonly ReadOnlySpan<byte> Raw => reader.ValueSpan;

    /// <summary>The current number.</summary>
    public readonly bool TryWhole(out long value) => reader.TryGetInt64(out value);

    /// <summary>The current number, as near as a double comes.</summary>
    public readonly double Double => reader.TryGetDouble(out var value) ? value : 0;

    /// <summary>The UTF-8 of the current text or name, unescaped; false where its bytes or escapes are no characters.</summary>
    /// <param name="scratch">Where unescaped text is put; grown when needed.</param>
    /// <param name="text">The text.</param>
    public readonly bool TryText(ref byte[] scratch, out ReadOnlySpan<byte> text)
    {
        text = reader.ValueSpan;
        if (!reader.ValueIsEscaped) return Utf8.IsValid(text);
        if (scratch.Length < text.Length) scratch = new byte[text.Length * 2];
        try
        {
            text = scratch.AsSpan(0, reader.CopyString(scratch));
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Keeps the bytes from the current token on, unless an earlier one is kept from.</summary>
    /// <returns>Whether this token is the one that <see cref="LetGo"/> must name.</returns>
    public bool Hold()
    {
        if (held >= 0) return false;
        held = Offset;
        return true;
    }

    /// <summary>Keeps no bytes any more.</summary>
    /// <param name="from">The position at which <see cref="Hold"/> was called.</param>
    public void LetGo(long from)
    {
        if (held == from) held = -1;
    }

    /// <summary>The bytes from a position to the end of the current token; empty when they were too many to be kept.</summary>
    public readonly ReadOnlySpan<byte> HeldFrom(long from) =>
        held >= 0 && held <= from ? buffer.AsSpan((int)(from - before) + begin, (int)(before + reader.BytesConsumed - from)) : default;

    // The index of the first byte that is still needed; "before" stands behind what was consumed by now.
    private int KeptFrom(int consumed)
    {
        if (held < 0) return consumed;
        var from = consumed - (int)(before - held);
        if (consumed - from <= MaxHeld) return from;
        held = -1;
        return consumed;
    }
}
