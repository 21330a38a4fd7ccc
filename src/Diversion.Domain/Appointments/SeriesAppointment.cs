namespace Diversion.Domain.Appointments;

/// <summary>One of the appointments that are booked together.</summary>
/// <param name="Id">New in its condition.</param>
public readonly record struct SeriesAppointment(string Id, Instant StartsAt);
