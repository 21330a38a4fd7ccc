namespace Diversion.Domain.Time;

/// <summary>
/// Ages and anniversaries. The anniversary of 29 February is 1 March in a year without one. NodaTime alone would give 28
/// February, and make somebody an adult a day too early.
/// </summary>
public static class Anniversary
{
    public static LocalDate Of(LocalDate day, int years)
    {
        var sameDay = day.PlusYears(years);
        return sameDay.Day == day.Day ? sameDay : sameDay.PlusDays(1);
    }

    /// <summary>Whole years, as a person counts their age.</summary>
    public static int YearsBetween(LocalDate from, LocalDate to)
    {
        var years = to.Year - from.Year;
        return to < Of(from, years) ? years - 1 : years;
    }
}
