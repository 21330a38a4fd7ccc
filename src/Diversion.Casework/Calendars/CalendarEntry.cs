using Diversion.Domain.Appointments;
using NodaTime;

namespace Diversion.Casework.Calendars;

/// <summary>A meeting or session in a calendar.</summary>
/// <param name="Name">Of the person.</param>
/// <param name="What">"meeting", or which session: "reparation session".</param>
/// <param name="Partner">Who holds it for the worker; null when the worker holds it.</param>
public sealed record CalendarEntry(
    string Agreement, string Name, string What, Instant StartsAt, int Minutes, AppointmentStatus Status, string? Partner, string? Place)
{
    public Instant EndsAt => StartsAt + Duration.FromMinutes(Minutes);
}
