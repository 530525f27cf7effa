using System.Buffers.Text;
using System.Text;

namespace Marque.Text.Reading;

/// <summary>Escapes of JSON strings (RFC 8259, section 7), for readers that go on when one is half a surrogate pair.</summary>
internal static class JsonEscapes
{
    /// <summary>Resolves the escapes of a string that a JSON reader has accepted; half a surrogate pair becomes U+FFFD.</summary>
    /// <param name="raw">What stands between the quotes.</param>
    /// <param name="output">At least as long.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Resolve(ReadOnlySpan<byte> raw, Span<byte> output)
    {
        var written = 0;
        while (!raw.IsEmpty)
        {
            var plain = raw.IndexOf((byte)'\\');
            if (plain < 0) plain = raw.Length;
            raw[..plain].CopyTo(output[written..]);
            written += plain;
            raw = raw[plain..];
            if (raw.IsEmpty) break;
            if (raw[1] != 'u')
            {
                output[written++] = raw[1] switch { (byte)'b' => 8, (byte)'f' => 12, (byte)'n' => 10, (byte)'r' => 13, (byte)'t' => 9, var other => other };
                raw = raw[2..];
                continue;
            }

            var unit = Unit(raw);
            raw = raw[6..];
            Rune rune;
            if (char.IsHighSurrogate(unit) && raw.StartsWith("\\u"u8) && Unit(raw) is var low && char.IsLowSurrogate(low))
            {
                rune = new Rune(unit, low);
                raw = raw[6..];
            }
            else if (!Rune.TryCreate(unit, out rune))
            {
                rune = Rune.ReplacementChar;
            }

            written += rune.EncodeToUtf8(output[written..]);
        }

        return written;
    }

    private static char Unit(ReadOnlySpan<byte> raw) => Utf8Parser.TryParse(raw.Slice(2, 4), out ushort value, out _, 'x') ? (char)value : '\uFFFD';
}
