using Diversion.Domain.Appointments;

namespace Diversion.Domain.Services;

/// <summary>A time that the provider keeps free for one person. A service has one slot at a time, so its start names it.</summary>
/// <param name="Minutes">5 to 600.</param>
/// <param name="Place">Null for the address of the service.</param>
public sealed record ServiceSlot(Instant StartsAt, int Minutes, string? Place = null)
{
    public const int ShortestMinutes = Booking.ShortestMinutes;
    public const int LongestMinutes = Booking.LongestMinutes;

    public Instant EndsAt => StartsAt + Duration.FromMinutes(Minutes);
}
