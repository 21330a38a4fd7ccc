namespace Diversion.Domain.Term;

/// <param name="LastDay">Inclusive.</param>
/// <param name="EndsAt">The first instant of the day after.</param>
/// <param name="Version">Of the agreement's text: 1 as signed, one more with each variation, substitution, waiver and extension.</param>
/// <param name="ExtendedDays">In total.</param>
/// <param name="ConcludingUntil">Set while records are settled after the last day.</param>
/// <param name="ConcludingExpired">The time for settling has passed and a lead was told.</param>
/// <param name="AskAgainAt">When a lead is told again if it is not settled by then.</param>
public sealed record TermState(
    LocalDate SignedOn,
    LocalDate LastDay,
    Instant EndsAt,
    int Version = 1,
    int ExtendedDays = 0,
    Instant? ConcludingUntil = null,
    bool ConcludingExpired = false,
    Instant? AskAgainAt = null)
{
    /// <summary>What was explained to the person and signed for; empty if that was not recorded.</summary>
    public ImmutableArray<string> Explained { get; init; } = [];

    /// <summary>Halfway between signing and the last day.</summary>
    public LocalDate Midpoint => SignedOn.PlusDays(NodaTime.Period.Between(SignedOn, LastDay, PeriodUnits.Days).Days / 2);
}
