using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Appointments;

public abstract record AppointmentEvent : AgreementEvent
{
    private AppointmentEvent()
    {
    }

    /// <param name="Outcome">The deadline for recording what happened.</param>
    /// <param name="Supersedes">The appointment that it replaces.</param>
    public sealed record AppointmentScheduled(
        string ConditionId,
        string AppointmentId,
        Instant StartsAt,
        int Minutes,
        string? Place,
        ImmutableArray<Instant> Reminders,
        Deadline Outcome,
        string? Supersedes) : AppointmentEvent
    {
        /// <summary>Null for one that was booked by itself, as all were before there were series.</summary>
        public PlaceInSeries? Series { get; init; }
    }

    /// <param name="Sent">False when it was too late or the person may not be contacted.</param>
    public sealed record ParticipantReminded(string ConditionId, string AppointmentId, Instant StartsAt, bool Sent) : AppointmentEvent
    {
        /// <summary>A text was sent, with an email or without. Never so in events from before there were texts.</summary>
        public bool ByText { get; init; }
    }

    /// <summary>The person told us before it began that they cannot come.</summary>
    /// <param name="Said">Why, in their words as far as possible.</param>
    public sealed record AbsenceNoticeGiven(
        string ConditionId, string AppointmentId, Instant StartsAt, AnsweredHow How, Instant GivenAt, string Said) : AppointmentEvent;

    /// <param name="CreditedMinutes">The part that counts towards the hours, never beyond the target.</param>
    /// <param name="EvidenceUntil">When awaited evidence runs out.</param>
    /// <param name="HeldBy">The force or service that held it for us and on whose word it was recorded.</param>
    public sealed record AttendanceRecorded(
        string ConditionId,
        string AppointmentId,
        Attendance Attendance,
        int? MinutesLate,
        int? MinutesAttended,
        int? PenaltyMinutes,
        int CreditedMinutes,
        SessionGrade? Grade,
        string? Note,
        Instant? EvidenceUntil,
        string? HeldBy = null) : AppointmentEvent
    {
        /// <summary>Whether what the person told us before was accepted; null when they had not, or it was not judged.</summary>
        public bool? NoticeAccepted { get; init; }
    }

    public sealed record EvidenceRecorded(string ConditionId, string AppointmentId, bool Acceptable, string? Note) : AppointmentEvent;

    public sealed record EvidenceNotProvided(string ConditionId, string AppointmentId) : AppointmentEvent;

    public sealed record AttendanceCorrected(
        string ConditionId, string AppointmentId, Attendance Attendance, int? MinutesAttended, int? PenaltyMinutes, int CreditedMinutes, SessionGrade? Grade) : AppointmentEvent;
}
