namespace Diversion.Domain.Transfers;

/// <summary>The person has moved away: another force or service meets them for us, and the case stays here.</summary>
/// <param name="Contact">Whom to ring there, and how.</param>
/// <param name="Until">The last day, inclusive; <paramref name="EndsAt"/> is the first instant of the day after.</param>
/// <param name="What">What they do, and what stays with us.</param>
public sealed record CourtesySupervision(string Organisation, string Contact, LocalDate From, LocalDate Until, Instant EndsAt, string What)
{
    /// <summary>What they said at the last review.</summary>
    public string? Said { get; init; }

    public bool Covers(LocalDate day) => day >= From && day <= Until;
}
