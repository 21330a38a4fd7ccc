using NodaTime;

namespace Diversion.Domain.Tests.Time;

/// <summary>The shipped bank holidays against the rules that they follow, and the exceptional ones by name.</summary>
public sealed class BankHolidaysTests
{
    public static TheoryData<int> Years => [2024, 2025, 2026, 2027, 2028];

    [Theory]
    [InlineData("2026-04-03", "Good Friday")]
    [InlineData("2026-04-06", "Easter Monday")]
    [InlineData("2026-12-25", "Christmas Day")]
    [InlineData("2026-12-28", "Boxing Day (substitute day)")]
    [InlineData("2027-12-27", "Christmas Day (substitute day)")]
    [InlineData("2027-12-28", "Boxing Day (substitute day)")]
    [InlineData("2028-01-03", "New Year's Day (substitute day)")]
    public void A_day_is_kept_under_its_name(string date, string name)
    {
        Assert.Equal(name, ShippedCalendar.Holidays[ShippedCalendar.Date(date)]);
        Assert.False(ShippedCalendar.Calendar.IsWorkingDay(ShippedCalendar.Date(date)));
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void A_year_has_its_eight_days_where_the_rules_put_them(int year)
    {
        var easter = EasterSunday(year);
        var christmas = Kept(new LocalDate(year, 12, 25), taken: null);
        var boxingDay = Kept(new LocalDate(year, 12, 26), christmas);
        LocalDate[] expected =
        [
            Kept(new LocalDate(year, 1, 1), taken: null),
            easter.PlusDays(-2),
            easter.PlusDays(1),
            new LocalDate(year, 4, 30).Next(IsoDayOfWeek.Monday),
            new LocalDate(year, 6, 1).Previous(IsoDayOfWeek.Monday),
            new LocalDate(year, 9, 1).Previous(IsoDayOfWeek.Monday),
            christmas,
            boxingDay,
        ];

        Assert.Equal(expected.Order(), ShippedCalendar.Holidays.Keys.Where(day => day.Year == year).Order());
    }

    [Theory]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2028, "2028-04-16")]
    public void Easter_is_computed_right(int year, string date) => Assert.Equal(ShippedCalendar.Date(date), EasterSunday(year));

    private static LocalDate Kept(LocalDate day, LocalDate? taken)
    {
        while (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || day == taken)
        {
            day = day.PlusDays(1);
        }

        return day;
    }

    // By its definition: the Sunday after the first ecclesiastical full moon on or after 21 March, Gregorian epact.
    private static LocalDate EasterSunday(int year)
    {
        var golden = (year % 19) + 1;
        var century = (year / 100) + 1;
        var solar = (3 * century / 4) - 12;
        var lunar = (((8 * century) + 5) / 25) - 5;
        var epact = (((11 * golden) + 20 + lunar - solar) % 30 + 30) % 30;
        if (epact == 24 || (epact == 25 && golden > 11))
        {
            epact++;
        }

        var fullMoon = 44 - epact;
        return new LocalDate(year, 3, 1).PlusDays((fullMoon < 21 ? fullMoon + 30 : fullMoon) - 1).Next(IsoDayOfWeek.Sunday);
    }
}
