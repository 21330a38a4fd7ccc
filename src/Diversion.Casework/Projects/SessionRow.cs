using Diversion.Domain.Appointments;
using NodaTime;

namespace Diversion.Casework.Projects;

/// <summary>Somebody who is expected at a session of a project, or came: a name, and nothing else of the case.</summary>
/// <param name="Agreement">Its reference, with which the outcome is recorded.</param>
/// <param name="Minutes">Planned.</param>
public sealed record SessionRow(
    string Agreement, string Condition, string Appointment, string Name, Instant StartsAt, int Minutes, AppointmentStatus Status, int WorkedMinutes = 0, SessionGrade? Grade = null);
