using NodaTime;
using NodaTime.Text;

namespace Marque.Store;

/// <summary>Instants and days as the tables hold them: ISO 8601 texts whose order is that of time.</summary>
internal static class Times
{
    public static string Text(this Instant at) => InstantPattern.ExtendedIso.Format(at);

    public static string Text(this LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static Instant? Instant(string? text) => text is not null && InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var at } ? at : null;

    public static LocalDate? Day(string? text) => text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day : null;
}
