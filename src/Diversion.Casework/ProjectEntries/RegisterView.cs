using Diversion.Casework.Projects;
using Diversion.Domain.Appointments;
using NodaTime;

namespace Diversion.Casework.ProjectEntries;

/// <summary>Who is expected at a project on a day, in the order of the time.</summary>
/// <param name="Project">Its id.</param>
public sealed record RegisterView(string Project, string Name, string Place, LocalDate Day, IReadOnlyList<RegisterLine> People);

/// <summary>One person of a register.</summary>
public sealed record RegisterLine(SessionRow Row)
{
    /// <summary>The same each time: the form and the phone know the person by it.</summary>
    public string Key => $"{Row.Agreement}.{Row.Condition}.{Row.Appointment}";

    /// <summary>Nobody has recorded whether they came.</summary>
    public bool Waits => Row.Status == AppointmentStatus.Scheduled;
}

/// <summary>A day on which somebody is expected at a project, or was.</summary>
/// <param name="Project">Its id.</param>
/// <param name="Waiting">Of how many the outcome is not recorded.</param>
public sealed record SessionDay(string Project, string Name, LocalDate Day, int Expected, int Waiting);

/// <summary>What a supervisor marked for one person.</summary>
/// <param name="Key"><see cref="RegisterLine.Key"/>.</param>
/// <param name="Minutes">Null for the planned length.</param>
public sealed record SessionMark(string Key, bool Came, int? Minutes = null, SessionGrade? Grade = null);
