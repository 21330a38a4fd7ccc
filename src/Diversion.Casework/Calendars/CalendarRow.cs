using Diversion.Domain.Appointments;
using NodaTime;

namespace Diversion.Casework.Calendars;

/// <summary>A meeting or session in the calendar of a key worker, as it is stored.</summary>
/// <param name="Name">Of the person.</param>
/// <param name="Minutes">Planned length.</param>
/// <param name="Partner">Who holds it for the worker, such as the provider of a pathway; null when the worker holds it.</param>
public sealed record CalendarRow(
    string Agreement, string Condition, string Appointment, string Name, Instant StartsAt, int Minutes, AppointmentStatus Status, string? Partner, string? Place);
