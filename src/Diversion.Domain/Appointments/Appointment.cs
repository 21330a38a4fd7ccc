using Diversion.Domain.Conditions.Reparation;

namespace Diversion.Domain.Appointments;

/// <summary>A meeting (supervision) or a session (reparation, pathway).</summary>
/// <param name="Minutes">Planned length.</param>
/// <param name="Reminders">Instants at which the participant is reminded, ascending.</param>
/// <param name="RemindersSent">How many of them have fired.</param>
/// <param name="EvidenceUntil">When awaited evidence runs out.</param>
/// <param name="CreditedMinutes">What it adds to the hours, up to the target.</param>
/// <param name="WorkedMinutes">Attended minus deducted minutes, before any target; 0 unless attended.</param>
public sealed record Appointment(
    string Id,
    Instant StartsAt,
    int Minutes,
    AppointmentStatus Status = AppointmentStatus.Scheduled,
    int CreditedMinutes = 0,
    ImmutableArray<Instant> Reminders = default,
    int RemindersSent = 0,
    Instant? EvidenceUntil = null,
    string? Place = null,
    int WorkedMinutes = 0,
    SessionGrade? Grade = null)
{
    /// <summary>
    /// Id of the key worker, or of who covered for them, when the outcome was recorded; the name of the force or service that
    /// held it for us. Null before that, and where there was no key worker. Nothing is decided by it: evaluation asks whether
    /// one worker stayed with the person.
    /// </summary>
    public string? HeldBy { get; init; }

    /// <summary>At least one reminder reached the person, and was not left out for want of consent or time.</summary>
    public bool Reminded { get; init; }

    /// <summary>The last time that they told us before that they cannot come; earlier ones stay on the timeline.</summary>
    public AbsenceNotice? Notice { get; init; }

    /// <summary>Of a reparation session whose outcome is recorded: the project of that day. Null for all else.</summary>
    public Placement? HeldAt { get; init; }

    public Instant EndsAt => StartsAt + Duration.FromMinutes(Minutes);

    /// <summary>Scheduled, held or missed: the appointment took up the person's time.</summary>
    public bool TakesTime => Status is not (AppointmentStatus.CancelledByService or AppointmentStatus.Superseded);

    /// <summary>Whether it takes that time or not.</summary>
    public TakenTime Time => new(StartsAt, EndsAt);
}

public enum AppointmentStatus
{
    Scheduled,
    Attended,
    Late,
    MissedAcceptable,
    MissedUnacceptable,
    EvidenceAwaited,
    CancelledByService,
    Superseded,
}

/// <summary>The possible outcomes of a meeting or session.</summary>
public enum Attendance
{
    Attended,
    Late,
    MissedAcceptable,
    MissedUnacceptable,
    EvidenceAwaited,
    CancelledByService,
}

/// <summary>How a session of work went.</summary>
public enum SessionGrade
{
    Excellent,
    Good,
    Satisfactory,
    Unsatisfactory,
    Poor,
}
