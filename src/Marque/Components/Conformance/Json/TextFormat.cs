using System.Buffers;
using System.Text;

namespace Marque.Components.Conformance.Json;

/// <summary>The formats that schemas of bills of materials ask for; an unknown one is an annotation.</summary>
internal enum TextFormat
{
    None,
    DateTime,
    Date,
    Uri,
    IriReference,
    Email,
}

/// <summary>Checks of formats, as validators with the usual formats do them.</summary>
internal static class TextFormats
{
    // RFC 3987: what no IRI holds, escaped or not. Spaces and braces are common in the wild and told as what they are.
    private static readonly SearchValues<byte> NotInIri = SearchValues.Create([.. Enumerable.Range(0, 33).Select(b => (byte)b), (byte)'<', (byte)'>', (byte)'"', (byte)'\\', (byte)'^', (byte)'`', (byte)'{', (byte)'|', (byte)'}', 127]);

    public static TextFormat Named(string? name) => name switch
    {
        "date-time" => TextFormat.DateTime,
        "date" => TextFormat.Date,
        "uri" => TextFormat.Uri,
        "iri-reference" => TextFormat.IriReference,
        "idn-email" => TextFormat.Email,
        _ => TextFormat.None,
    };

    public static bool Fits(this TextFormat format, ReadOnlySpan<byte> text) => format switch
    {
        TextFormat.DateTime => IsDateTime(text),
        TextFormat.Date => text.Length == 10 && IsDate(text),
        TextFormat.Uri => IsUri(text),
        TextFormat.IriReference => IsIriReference(text),
        TextFormat.Email => IsEmail(text),
        _ => true,
    };

    /// <summary>What would be right.</summary>
    public static string Remedy(this TextFormat format) => format switch
    {
        TextFormat.DateTime => "a time of RFC 3339 with its offset, such as 2026-11-25T01:41:41Z",
        TextFormat.Date => "a day, such as 2026-11-25",
        TextFormat.Uri => "a URI with its scheme, such as https://example.com/",
        TextFormat.IriReference => "an address without spaces, such as https://example.com/; other characters as %20",
        TextFormat.Email => "an address such as psirt@example.com",
        _ => "",
    };

    // RFC 3339, section 5.6; a space may stand for the T, and letters may be small.
    private static bool IsDateTime(ReadOnlySpan<byte> text)
    {
        if (text.Length < 20 || !IsDate(text) || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ')) return false;
        if (text[13] != ':' || text[16] != ':' || !Number(text[11..13], out var hour) || !Number(text[14..16], out var minute) || !Number(text[17..19], out var second)) return false;
        if (hour > 23 || minute > 59 || second > 60) return false;
        text = text[19..];
        if (text[0] == '.')
        {
            var digits = text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits < 1) return false;
            text = text[(digits + 1)..];
        }

        var behind = 0;
        if (text is not [(byte)'Z' or (byte)'z'])
        {
            if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':' || !Number(text[1..3], out var hours) || !Number(text[4..6], out var minutes) || hours > 23 || minutes > 59) return false;
            behind = ((hours * 60) + minutes) * (text[0] == '+' ? 1 : -1);
        }

        // A leap second is the last of a day in UTC.
        return second < 60 || (((hour * 60) + minute - behind + 1440) % 1440) == 1439;
    }

    private static bool IsDate(ReadOnlySpan<byte> text) =>
        text.Length >= 10 && text[4] == '-' && text[7] == '-' && Number(text[..4], out var year) && Number(text[5..7], out var month) && Number(text[8..10], out var day)
        && month is >= 1 and <= 12 && day >= 1 && day <= (month == 2 ? (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28) : month is 4 or 6 or 9 or 11 ? 30 : 31);

    private static bool Number(ReadOnlySpan<byte> digits, out int value)
    {
        value = 0;
        foreach (var b in digits)
        {
            if (b is < (byte)'0' or > (byte)'9') return false;
            value = (value * 10) + b - '0';
        }

        return true;
    }

    private static bool IsUri(ReadOnlySpan<byte> text)
    {
        var colon = text.IndexOf((byte)':');
        return colon > 0 && Ascii.IsValid(text) && IsScheme(text[..colon]) && IsIriReference(text);
    }

    private static bool IsScheme(ReadOnlySpan<byte> text)
    {
        if (!char.IsAsciiLetter((char)text[0])) return false;
        foreach (var b in text)
        {
            if (!char.IsAsciiLetterOrDigit((char)b) && b is not ((byte)'+' or (byte)'-' or (byte)'.')) return false;
        }

        return true;
    }

    private static bool IsIriReference(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny(NotInIri) >= 0) return false;
        for (var at = text.IndexOf((byte)'%'); at >= 0;)
        {
            if (at + 2 >= text.Length || !char.IsAsciiHexDigit((char)text[at + 1]) || !char.IsAsciiHexDigit((char)text[at + 2])) return false;
            var next = text[(at + 1)..].IndexOf((byte)'%');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return true;
    }

    private static bool IsEmail(ReadOnlySpan<byte> text)
    {
        var at = text.LastIndexOf((byte)'@');
        return at > 0 && at < text.Length - 1 && text.IndexOfAny((byte)' ', (byte)'\n', (byte)'\r') < 0 && text[at + 1] != '.' && text[^1] != '.';
    }
}
