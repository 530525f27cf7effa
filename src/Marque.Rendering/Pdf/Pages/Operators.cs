using Marque.Documents.Blocks;

namespace Marque.Rendering.Pdf.Pages;

/// <summary>The operators of a content stream (ISO 32000-1, annex A) as bytes.</summary>
internal sealed class Operators
{
    private byte[] bytes = new byte[4096];

    public int Length { get; private set; }

    public byte[] Bytes => bytes;

    public void Clear() => Length = 0;

    public Operators Raw(ReadOnlySpan<char> text)
    {
        Room(text.Length);
        foreach (var c in text) bytes[Length++] = (byte)c;
        return this;
    }

    /// <summary>A number with at most two decimals and a blank after it.</summary>
    public Operators Number(double value) => Hundredths(InHundredths(value));

    /// <summary>A number as it is written, in hundredths.</summary>
    public static long InHundredths(double value) => (long)Math.Round(value * 100, MidpointRounding.AwayFromZero);

    /// <summary>A number of hundredths and a blank after it.</summary>
    public Operators Hundredths(long hundredths)
    {
        Room(24);
        if (hundredths < 0) bytes[Length++] = (byte)'-';
        hundredths = Math.Abs(hundredths);
        Digits(hundredths / 100);
        var rest = (int)(hundredths % 100);
        if (rest > 0)
        {
            bytes[Length++] = (byte)'.';
            bytes[Length++] = (byte)('0' + (rest / 10));
            if (rest % 10 > 0) bytes[Length++] = (byte)('0' + (rest % 10));
        }

        bytes[Length++] = (byte)' ';
        return this;
    }

    /// <summary>The code of a character, two bytes of a literal string (7.3.4.2).</summary>
    public Operators Code(int code) => Byte((byte)(code >> 8)).Byte((byte)code);

    /// <summary>The colour of what is filled (<c>rg</c>) or drawn as a line (<c>RG</c>).</summary>
    public Operators Colour(Colour colour, string op) => Share(colour.Red).Share(colour.Green).Share(colour.Blue).Raw(op).Raw("\n");

    public Operators Append(Operators other)
    {
        Room(other.Length);
        other.bytes.AsSpan(0, other.Length).CopyTo(bytes.AsSpan(Length));
        Length += other.Length;
        return this;
    }

    private Operators Byte(byte value)
    {
        Room(2);
        if (value is (byte)'(' or (byte)')' or (byte)'\\' or (byte)'\r') bytes[Length++] = (byte)'\\';
        bytes[Length++] = value == '\r' ? (byte)'r' : value;
        return this;
    }

    // Of 255, with three decimals: two would change one colour in three.
    private Operators Share(byte value)
    {
        var thousandths = ((value * 1000) + 127) / 255;
        if (thousandths == 1000) return Raw("1 ");
        Raw("0.000");
        Length -= 3;
        bytes[Length++] = (byte)('0' + (thousandths / 100));
        bytes[Length++] = (byte)('0' + (thousandths / 10 % 10));
        bytes[Length++] = (byte)('0' + (thousandths % 10));
        return Raw(" ");
    }

    private void Digits(long value)
    {
        Span<byte> digits = stackalloc byte[20];
        var at = digits.Length;
        do digits[--at] = (byte)('0' + (value % 10));
        while ((value /= 10) > 0);
        digits[at..].CopyTo(bytes.AsSpan(Length));
        Length += digits.Length - at;
    }

    private void Room(int more)
    {
        if (Length + more > bytes.Length) Array.Resize(ref bytes, Math.Max(Length + more, bytes.Length * 2));
    }
}
