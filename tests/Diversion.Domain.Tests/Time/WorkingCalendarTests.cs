using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Domain.Tests.Time;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = ShippedCalendar.Calendar;

    [Theory]
    [InlineData("2026-03-05", 0, "2026-03-05")]
    [InlineData("2026-03-05", 1, "2026-03-06")]
    [InlineData("2026-03-06", 1, "2026-03-09")]
    [InlineData("2026-03-07", 0, "2026-03-07")]
    [InlineData("2026-03-07", 1, "2026-03-09")]
    [InlineData("2026-04-02", 1, "2026-04-07")]
    [InlineData("2026-04-02", 5, "2026-04-13")]
    [InlineData("2026-04-03", 1, "2026-04-07")]
    [InlineData("2026-12-24", 1, "2026-12-29")]
    [InlineData("2026-12-24", 4, "2027-01-04")]
    [InlineData("2027-12-24", 1, "2027-12-29")]
    [InlineData("2027-12-31", 1, "2028-01-04")]
    [InlineData("2026-05-01", 2, "2026-05-06")]
    public void Working_days_leave_out_weekends_and_bank_holidays(string from, int days, string expected) =>
        Assert.Equal(ShippedCalendar.Date(expected), Calendar.AddWorkingDays(ShippedCalendar.Date(from), days));

    [Fact]
    public void The_days_before_a_bank_holiday_weekend_are_working_days()
    {
        Assert.True(Calendar.IsWorkingDay(new LocalDate(2026, 4, 2)));
        Assert.True(Calendar.IsWorkingDay(new LocalDate(2026, 12, 24)));
        Assert.False(Calendar.IsWorkingDay(new LocalDate(2026, 12, 26)));
    }

    [Theory]
    [InlineData("2023-12-31", false)]
    [InlineData("2024-01-01", true)]
    [InlineData("2028-12-31", true)]
    [InlineData("2029-01-01", false)]
    public void The_coverage_includes_both_of_its_ends(string date, bool covered) =>
        Assert.Equal(covered, Calendar.Covers(ShippedCalendar.Date(date)));

    [Fact]
    public void Beyond_the_coverage_a_deadline_still_falls_on_a_weekday() =>
        Assert.Equal(new LocalDate(2029, 1, 1), Calendar.AddWorkingDays(new LocalDate(2028, 12, 29), 1));

    [Theory]
    [InlineData(2026, 3, 27, 17)]
    [InlineData(2026, 3, 30, 16)]
    [InlineData(2026, 10, 23, 16)]
    [InlineData(2026, 10, 26, 17)]
    public void Close_of_business_is_five_on_the_wall_clock_on_both_sides_of_a_clock_change(int year, int month, int day, int utcHour) =>
        Assert.Equal(
            Instant.FromUtc(year, month, day, utcHour, 0),
            WorkingCalendar.At(new LocalDate(year, month, day), WorkingCalendar.CloseOfBusiness));

    [Fact]
    public void A_deadline_across_the_spring_change_keeps_its_wall_clock_time()
    {
        var friday = Instant.FromUtc(2026, 3, 27, 17, 0);

        var deadline = Calendar.WorkingDaysAfter(friday, 1);

        Assert.Equal(Instant.FromUtc(2026, 3, 30, 16, 0), deadline);
        Assert.Equal(Duration.FromHours((3 * 24) - 1), deadline - friday);
    }

    [Fact]
    public void A_deadline_across_the_autumn_change_keeps_its_wall_clock_time()
    {
        var friday = Instant.FromUtc(2026, 10, 23, 16, 0);

        var deadline = Calendar.WorkingDaysAfter(friday, 1);

        Assert.Equal(Instant.FromUtc(2026, 10, 26, 17, 0), deadline);
        Assert.Equal(Duration.FromHours((3 * 24) + 1), deadline - friday);
    }

    [Fact]
    public void A_deadline_counts_from_the_local_date()
    {
        // 23:30 UTC on Thursday is already Friday in summer time.
        var lateOnThursday = Instant.FromUtc(2026, 6, 4, 23, 30);

        Assert.Equal(new LocalDate(2026, 6, 5), WorkingCalendar.DateOf(lateOnThursday));
        Assert.Equal(Instant.FromUtc(2026, 6, 8, 16, 0), Calendar.WorkingDaysAfter(lateOnThursday, 1));
    }

    [Theory]
    [InlineData(2026, 3, 28, 24)]
    [InlineData(2026, 3, 29, 23)]
    [InlineData(2026, 10, 24, 24)]
    [InlineData(2026, 10, 25, 25)]
    public void A_day_ends_where_the_next_begins_however_long_it_is(int year, int month, int day, int hours)
    {
        var date = new LocalDate(year, month, day);

        Assert.Equal(Duration.FromHours(hours), WorkingCalendar.EndOf(date) - WorkingCalendar.EndOf(date.PlusDays(-1)));
        Assert.Equal(date.PlusDays(1), WorkingCalendar.DateOf(WorkingCalendar.EndOf(date)));
        Assert.Equal(date, WorkingCalendar.DateOf(WorkingCalendar.EndOf(date) - Duration.Epsilon));
    }

    [Fact]
    public void The_end_of_the_short_and_the_long_day_are_midnights_of_their_own_offset()
    {
        Assert.Equal(Instant.FromUtc(2026, 3, 29, 23, 0), WorkingCalendar.EndOf(new LocalDate(2026, 3, 29)));
        Assert.Equal(Instant.FromUtc(2026, 10, 26, 0, 0), WorkingCalendar.EndOf(new LocalDate(2026, 10, 25)));
    }

    [Fact]
    public void A_time_that_the_spring_change_skips_is_moved_on_by_the_gap() =>
        Assert.Equal(Instant.FromUtc(2026, 3, 29, 1, 30), WorkingCalendar.At(new LocalDate(2026, 3, 29), new LocalTime(1, 30)));

    [Fact]
    public void A_time_that_the_autumn_change_repeats_is_the_first_of_the_two() =>
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), WorkingCalendar.At(new LocalDate(2026, 10, 25), new LocalTime(1, 30)));

    [Theory]
    [InlineData("2026-10-31", "2027-02-28")]
    [InlineData("2027-10-31", "2028-02-29")]
    [InlineData("2026-10-30", "2027-02-28")]
    [InlineData("2026-05-31", "2026-09-30")]
    [InlineData("2026-03-05", "2026-07-05")]
    public void Four_months_from_a_month_end_is_the_last_day_of_a_shorter_month(string signed, string end) =>
        Assert.Equal(ShippedCalendar.Date(end), ShippedCalendar.Date(signed).PlusMonths(4));
}
