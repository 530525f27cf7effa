using Marque.Legal;
using NodaTime;
using NodaTime.Text;

namespace Marque.Cli;

/// <summary>Reads <c>--as-of</c>: a date means its end in Brussels, an RFC 3339 instant means itself.</summary>
internal static class AsOf
{
    // Instants far outside the life of the Regulation are mistakes, and would overflow the calendar.
    private const int FirstYear = 2000;
    private const int LastYear = 2200;

    public const string Remedy = "write a date such as 2026-11-24, or an instant such as 2026-11-24T10:00:00Z";

    /// <summary>The instant; null when the text is neither.</summary>
    public static Instant? Parse(string text)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day }) return day.Year is >= FirstYear and < LastYear ? BrusselsDay.EndOf(day) : null;
        return OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true, Value: var instant } && instant.Year is >= FirstYear and < LastYear ? instant.ToInstant() : null;
    }

    /// <summary>The instant as <c>--as-of</c> takes it.</summary>
    public static string Argument(Instant at) => IsEndOfDay(at) ? LocalDatePattern.Iso.Format(BrusselsDay.AsOf(at)) : InstantPattern.ExtendedIso.Format(at);

    /// <summary>The instant in words: <c>2026-11-24, end of the day in Brussels</c>, or with its time.</summary>
    public static string Words(Instant at) => IsEndOfDay(at) ? $"{Argument(at)}, end of the day in Brussels" : Argument(at);

    private static bool IsEndOfDay(Instant at) => BrusselsDay.EndOf(BrusselsDay.AsOf(at)) == at;
}
