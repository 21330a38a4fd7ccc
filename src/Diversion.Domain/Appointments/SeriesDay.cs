namespace Diversion.Domain.Appointments;

/// <summary>One day of a series.</summary>
/// <param name="LeftOut">Why nothing can be booked then, as a sentence; null when it can.</param>
/// <param name="Warning">What is asked again before it is booked, as a sentence; null when nothing is.</param>
public sealed record SeriesDay(LocalDate Day, Instant StartsAt, string? LeftOut = null, string? Warning = null);
