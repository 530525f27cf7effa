namespace Marque.Advisories.Segments;

/// <summary>Times of OSV records: RFC 3339 in UTC, as ticks of 100 ns since the year 1.</summary>
internal static class Timestamp
{
    /// <summary>Reads <c>2024-02-29T12:00:00.123Z</c>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < 20 || text[^1] != 'Z' || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':') return false;
        if (!Digits(text[..4], out var year) || !Digits(text.Slice(5, 2), out var month) || !Digits(text.Slice(8, 2), out var day)) return false;
        if (!Digits(text.Slice(11, 2), out var hour) || !Digits(text.Slice(14, 2), out var minute) || !Digits(text.Slice(17, 2), out var second)) return false;
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 60) return false;
        ticks = new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Utc).Ticks + Math.Min(second, 59) * TimeSpan.TicksPerSecond;
        var fraction = text[19..^1];
        if (fraction.IsEmpty) return true;
        if (fraction[0] != '.' || fraction.Length == 1 || fraction[1..].ContainsAnyExceptInRange((byte)'0', (byte)'9')) return false;
        var unit = TimeSpan.TicksPerSecond / 10;
        foreach (var digit in fraction[1..])
        {
            ticks += (digit - '0') * unit;
            unit /= 10;
        }

        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var one in text)
        {
            if (one is < (byte)'0' or > (byte)'9') return false;
            value = value * 10 + one - '0';
        }

        return true;
    }
}
