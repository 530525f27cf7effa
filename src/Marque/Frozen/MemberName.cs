using System.Globalization;
using System.Text;

namespace Marque.Frozen;

/// <summary>Names that can be unpacked anywhere and lead nowhere else: relative, without <c>..</c>, without what a file system refuses or reads otherwise.</summary>
public static class MemberName
{
    // What Windows takes for devices, with any extension.
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9"];

    /// <summary>The name of a member for a path: what could do harm is written as <c>%</c> and two hexadecimal digits for each of its bytes. Different paths have different names.</summary>
    /// <param name="path">A path with <c>/</c>.</param>
    public static string Of(string path) => string.Join('/', path.Split('/').Select(Segment));

    /// <summary>Whether a name is safe as it is.</summary>
    /// <param name="name">The name.</param>
    public static bool IsSafe(string name) => name.Split('/').All(s => s.Length > 0 && IsSafeSegment(s));

    private static bool IsSafeSegment(string s) => s is not ("." or "..") && s[^1] is not ('.' or ' ') && !IsDevice(s) && s.EnumerateRunes().All(r => r.Value == '%' || !MustGo(r));

    private static string Segment(string s)
    {
        // An empty one would make the name absolute, or two names one.
        if (s.Length == 0) return "%";
        var safe = new StringBuilder();
        var at = 0;
        foreach (var rune in s.EnumerateRunes())
        {
            at += rune.Utf16SequenceLength;
            if (MustGo(rune) || s is "." or ".." || (at == s.Length && (rune.Value is '.' or ' ')) || (safe.Length == 0 && IsDevice(s))) Escape(safe, rune);
            else safe.Append(rune);
        }

        return safe.ToString();
    }

    private static bool IsDevice(string s)
    {
        var dot = s.IndexOf('.', StringComparison.Ordinal);
        var stem = (dot < 0 ? s : s[..dot]).TrimEnd(' ');
        return Devices.Contains(stem, StringComparer.OrdinalIgnoreCase);
    }

    // The escape itself, what separates or means something to a shell of Windows, and what is not seen (Unicode Standard Annex 9, section 2).
    private static bool MustGo(Rune r) =>
        r.Value is '%' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' or 0xFFFD
        || Rune.GetUnicodeCategory(r) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;

    private static void Escape(StringBuilder safe, Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var b in bytes[..rune.EncodeToUtf8(bytes)]) safe.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
    }
}
