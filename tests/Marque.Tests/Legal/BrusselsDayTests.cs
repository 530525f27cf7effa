using CsCheck;
using Marque.Legal;
using NodaTime;

namespace Marque.Tests.Legal;

public class BrusselsDayTests
{
    [Fact]
    public void The_day_on_which_article_14_starts_to_apply_begins_at_22_hours_utc() =>
        Assert.Equal(Instant.FromUtc(2026, 9, 10, 22, 0), BrusselsDay.StartOf(new LocalDate(2026, 9, 11)));

    [Fact]
    public void A_bare_winter_date_ends_at_23_hours_utc() =>
        Assert.Equal(Instant.FromUtc(2026, 11, 24, 23, 0), BrusselsDay.EndOf(new LocalDate(2026, 11, 24)));

    [Theory]
    [InlineData(2026, 3, 29, 23)]
    [InlineData(2026, 10, 25, 25)]
    [InlineData(2026, 12, 11, 24)]
    public void Days_have_the_hours_that_summer_time_leaves_them(int year, int month, int day, int hours)
    {
        var date = new LocalDate(year, month, day);
        Assert.Equal(Duration.FromHours(hours), BrusselsDay.EndOf(date) - BrusselsDay.StartOf(date));
    }

    [Fact]
    public void An_end_of_day_is_read_as_the_closed_day_by_AsOf_and_as_the_new_day_by_DayOf() =>
        Gen.Int[0, 40_000].Sample(days =>
        {
            var day = new LocalDate(1990, 1, 1).PlusDays(days);
            return BrusselsDay.AsOf(BrusselsDay.EndOf(day)) == day
                && BrusselsDay.DayOf(BrusselsDay.EndOf(day)) == day.PlusDays(1)
                && BrusselsDay.DayOf(BrusselsDay.StartOf(day)) == day;
        });
}
