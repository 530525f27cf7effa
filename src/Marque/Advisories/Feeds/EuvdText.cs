using NodaTime;

namespace Marque.Advisories.Feeds;

/// <summary>How the European vulnerability database writes instants and lists.</summary>
internal static class EuvdText
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>An instant as the API writes it, <c>Apr 15, 2025, 8:30:58 PM</c> (the zone is not stated and taken as UTC), or as RFC 3339; null when it is none.</summary>
    public static Instant? Moment(string text)
    {
        // Java 20 and later put a narrow no-break space before AM and PM.
        var parts = text.Replace('\u202F', ' ').Replace('\u00A0', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 5) return FeedScan.Moment(text);
        var month = Array.IndexOf(Months, parts[0]) + 1;
        var clock = parts[3].Split(':');
        if (month == 0 || clock.Length != 3 || parts[4] is not ("AM" or "PM")) return null;
        if (!Number(parts[1].TrimEnd(','), 31, out var day) || !Number(parts[2].TrimEnd(','), 9999, out var year) || year < 1) return null;
        if (!Number(clock[0], 12, out var hour) || hour == 0 || !Number(clock[1], 59, out var minute) || !Number(clock[2], 59, out var second)) return null;
        if (day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)) return null;
        return new LocalDateTime(year, month, day, hour % 12 + (parts[4] == "PM" ? 12 : 0), minute, second).InUtc().ToInstant();
    }

    /// <summary>The lines of a text that are not empty.</summary>
    public static string[] Lines(string? text) => text?.Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static bool Number(string text, int most, out int value)
    {
        value = 0;
        if (text.Length is 0 or > 4) return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
            value = value * 10 + (c - '0');
        }

        return value <= most;
    }
}
