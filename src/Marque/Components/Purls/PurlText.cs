using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Marque.Components.Purls;

/// <summary>Percent-encoding and lower case as ECMA-427 has them (clauses 5.4 and 5.5).</summary>
internal static class PurlText
{
    /// <summary>What stands for itself: letters, digits, punctuation and the colon.</summary>
    public static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_~:");

    /// <summary>The same, and slashes between segments.</summary>
    public static readonly SearchValues<char> PlainPath = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_~:/");

    private static readonly SearchValues<char> NotLower = SearchValues.Create([.. Enumerable.Range('A', 26).Select(c => (char)c), .. Enumerable.Range(0x80, 0xFF80).Select(c => (char)c)]);

    /// <summary>Decodes one part.</summary>
    /// <param name="raw">Its text.</param>
    /// <param name="decoded">What it says.</param>
    /// <param name="canonical">Whether encoding it again gives the same text.</param>
    /// <returns>False when it holds a percent sign that is none, or bytes or surrogates that are no characters.</returns>
    public static bool TryDecode(ReadOnlySpan<char> raw, out string decoded, out bool canonical)
    {
        if (raw.IndexOfAnyExcept(Plain) < 0)
        {
            (decoded, canonical) = (PurlWords.Of(raw), true);
            return true;
        }

        return TryDecodeOdd(raw, out decoded, out canonical);
    }

    /// <summary>Appends a part, encoded.</summary>
    public static void Encode(StringBuilder to, ReadOnlySpan<char> part)
    {
        Span<byte> utf8 = stackalloc byte[4];
        while (!part.IsEmpty)
        {
            var plain = part.IndexOfAnyExcept(Plain);
            if (plain != 0)
            {
                to.Append(plain < 0 ? part : part[..plain]);
                if (plain < 0) return;
                part = part[plain..];
            }

            _ = Rune.DecodeFromUtf16(part, out var rune, out var used);
            foreach (var b in utf8[..rune.EncodeToUtf8(utf8)]) to.Append('%').Append(Digit(b >> 4)).Append(Digit(b & 15));
            part = part[used..];
        }
    }

    /// <summary>The text in lower case by full case mapping (Unicode, section 3.13.2); the same string when it is already.</summary>
    public static string Lower(string text)
    {
        if (text.AsSpan().IndexOfAny(NotLower) < 0) return text;
        var lower = text.ToLowerInvariant();
        if (lower.Contains('\u0130')) lower = lower.Replace("\u0130", "i\u0307", StringComparison.Ordinal);
        return lower.Contains('\u03C3') && text.Contains('\u03A3') ? FinalSigmas(text, lower) : lower;
    }

    private static bool TryDecodeOdd(ReadOnlySpan<char> raw, out string decoded, out bool canonical)
    {
        (decoded, canonical) = ("", true);
        var most = raw.Length * 3;
        var rented = most > 512 ? ArrayPool<byte>.Shared.Rent(most) : null;
        try
        {
            var bytes = rented ?? stackalloc byte[512];
            if (Utf8.FromUtf16(raw, bytes, out _, out var length, replaceInvalidSequences: false) != OperationStatus.Done) return false;
            var escaped = false;
            var to = 0;
            for (var from = 0; from < length; from++)
            {
                var b = bytes[from];
                if (b == '%')
                {
                    if (from + 2 >= length || !char.IsAsciiHexDigit((char)bytes[from + 1]) || !char.IsAsciiHexDigit((char)bytes[from + 2])) return false;
                    b = (byte)(Value(bytes[from + 1]) << 4 | Value(bytes[from + 2]));
                    canonical &= !Plain.Contains((char)b) && !char.IsAsciiLetterLower((char)bytes[from + 1]) && !char.IsAsciiLetterLower((char)bytes[from + 2]);
                    escaped = true;
                    from += 2;
                }
                else if (!Plain.Contains((char)b))
                {
                    canonical = false;
                }

                bytes[to++] = b;
            }

            var utf8 = bytes[..to];
            if (escaped && !Utf8.IsValid(utf8)) return false;
            decoded = Encoding.UTF8.GetString(utf8);
            return true;
        }
        finally
        {
            if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        }
    }

    // The one context of SpecialCasing.txt that knows no language: a sigma behind a letter and before none.
    private static string FinalSigmas(string text, string lower)
    {
        if (text.Length != lower.Length) return lower;
        var characters = lower.ToCharArray();
        for (var i = 1; i < characters.Length; i++)
        {
            if (text[i] == '\u03A3' && char.IsLetter(text[i - 1]) && (i + 1 == text.Length || !char.IsLetter(text[i + 1]))) characters[i] = '\u03C2';
        }

        return new(characters);
    }

    private static int Value(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static char Digit(int value) => (char)(value < 10 ? '0' + value : 'A' + value - 10);
}
