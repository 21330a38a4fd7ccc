namespace Diversion.Domain.Schemes;

/// <summary>
/// The adult rate of the National Minimum Wage by date (National Minimum Wage Act 1998): what an hour of work would have cost a
/// partner, whoever did it.
/// </summary>
/// <param name="Rates">Oldest first; each from the first of a month.</param>
public sealed record MinimumWages(ImmutableArray<HourlyRate> Rates)
{
    public static readonly MinimumWages None = new([]);

    /// <summary>The rate in force on the day; null before the first.</summary>
    public HourlyRate? On(LocalDate day) => Rates.LastOrDefault(rate => rate.From <= day);
}

/// <param name="From">The first of a month.</param>
public sealed record HourlyRate(LocalDate From, int PencePerHour, string Source);
