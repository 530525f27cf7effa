using NodaTime;

namespace Marque.Legal;

/// <summary>Legal days: calendar days of Europe/Brussels, by the zone data that NodaTime carries.</summary>
/// <remarks>
/// A bare date in a case or on the command line means its end. The end of a day and the start of the next are one instant;
/// <see cref="AsOf"/> reads that instant as the closed day, <see cref="DayOf"/> as the new one.
/// </remarks>
public static class BrusselsDay
{
    private static readonly DateTimeZone Brussels = DateTimeZoneProviders.Tzdb["Europe/Brussels"];

    /// <summary>The first instant of the day.</summary>
    public static Instant StartOf(LocalDate day) => Brussels.AtStartOfDay(day).ToInstant();

    /// <summary>The end of the day: the first instant after it. Days of the changes to and from summer time have 23 and 25 hours.</summary>
    public static Instant EndOf(LocalDate day) => StartOf(day.PlusDays(1));

    /// <summary>The day in which the instant falls.</summary>
    public static LocalDate DayOf(Instant instant) => instant.InZone(Brussels).Date;

    /// <summary>The day whose law counts at the instant of an assessment: the day in which it falls, or the day that it ends, so that <c>AsOf(EndOf(day)) == day</c>.</summary>
    public static LocalDate AsOf(Instant instant) => DayOf(instant - Duration.Epsilon);
}
