namespace Diversion.Domain.Appointments;

/// <summary>Which of the appointments that were booked together; the person is told of them with the first.</summary>
/// <param name="Number">From 1, in the order of their times.</param>
/// <param name="Of">How many were booked, at least 2.</param>
public sealed record PlaceInSeries(int Number, int Of);
