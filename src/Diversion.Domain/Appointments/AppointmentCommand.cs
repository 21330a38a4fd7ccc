using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Appointments;

public abstract record AppointmentCommand : AgreementCommand
{
    private AppointmentCommand(string conditionId) => ConditionId = conditionId;

    public string ConditionId { get; init; }

    internal override CommandSubject Subject => new(ConditionId);

    /// <param name="StartsAt">Within the term; on an earlier day of the term if a meeting is recorded afterwards.</param>
    /// <param name="Minutes">Planned length, 5 to 600.</param>
    /// <param name="ConfirmUnusualTime">Confirms a time in the night, on a Sunday or on a bank holiday.</param>
    public sealed record ScheduleAppointment(
        string ConditionId, string AppointmentId, Instant StartsAt, int Minutes, string? Place = null, bool ConfirmUnusualTime = false)
        : AppointmentCommand(ConditionId)
    {
        internal override void Inspect(TextInspection texts)
        {
            texts.Id("conditionId", ConditionId);
            texts.Id("appointmentId", AppointmentId);
            texts.Line("place", Place);
        }
    }

    /// <summary>Several of the same length at the same place, all still to come: all are booked or, if one is refused, none.</summary>
    /// <param name="Appointments">1 to 40, as <see cref="AppointmentSeries"/> proposes them or as somebody chose.</param>
    /// <param name="Minutes">Planned length of each, 5 to 600.</param>
    /// <param name="ConfirmUnusualTime">Confirms every time in the night, on a Sunday or on a bank holiday.</param>
    public sealed record ScheduleSeries(
        string ConditionId, ImmutableArray<SeriesAppointment> Appointments, int Minutes, string? Place = null, bool ConfirmUnusualTime = false)
        : AppointmentCommand(ConditionId)
    {
        internal override void Inspect(TextInspection texts)
        {
            texts.Id("conditionId", ConditionId);
            foreach (var one in Appointments.IsDefault ? [] : Appointments)
            {
                texts.Id("appointments.id", one.Id);
            }

            texts.Line("place", Place);
        }
    }

    /// <summary>
    /// The new appointment supersedes the old one, which stays on record. Only an appointment that has not begun is moved,
    /// and only to a future time.
    /// </summary>
    /// <param name="ConfirmUnusualTime">Confirms a time in the night, on a Sunday or on a bank holiday.</param>
    public sealed record RescheduleAppointment(
        string ConditionId, string AppointmentId, string NewAppointmentId, Instant StartsAt, int Minutes, string? Place = null, bool ConfirmUnusualTime = false)
        : AppointmentCommand(ConditionId)
    {
        internal override CommandSubject Subject => new(ConditionId, AppointmentId);

        internal override bool NeedsReason => true;

        internal override void Inspect(TextInspection texts)
        {
            texts.Id("conditionId", ConditionId);
            texts.Id("appointmentId", AppointmentId);
            texts.Id("newAppointmentId", NewAppointmentId);
            texts.Line("place", Place);
        }
    }

    /// <summary>
    /// The person tells us, before the appointment begins, that they cannot come. It decides nothing alone: whoever records the
    /// outcome says whether it is accepted. Another notice replaces it, and both stay on the timeline.
    /// </summary>
    /// <param name="GivenAt">When they told us.</param>
    /// <param name="Said">Why they cannot come, in their words as far as possible.</param>
    public sealed record RecordAbsenceNotice(string ConditionId, string AppointmentId, AnsweredHow How, Instant GivenAt, string Said) : AppointmentCommand(ConditionId)
    {
        internal override CommandSubject Subject => new(ConditionId, AppointmentId);

        internal override void Inspect(TextInspection texts)
        {
            texts.Id("conditionId", ConditionId);
            texts.Id("appointmentId", AppointmentId);
            texts.Prose("said", Said);
        }
    }

    /// <summary>An attendance is recorded after the planned end, an absence once the appointment has begun.</summary>
    /// <param name="MinutesLate">For a meeting: decides between attended and late.</param>
    /// <param name="MinutesAttended">The planned length when left out, and at most slightly more; empty for an absence.</param>
    /// <param name="PenaltyMinutes">Deducted from the credit; at most the minutes attended.</param>
    /// <param name="HeldElsewhere">The force or service that supervises for us held the meeting, and this is what they say.</param>
    /// <param name="NoticeAccepted">Whether what the person told us before is accepted; asked for with an absence of which they did.</param>
    public sealed record RecordAttendance(
        string ConditionId,
        string AppointmentId,
        Attendance Attendance,
        int? MinutesLate = null,
        int? MinutesAttended = null,
        int? PenaltyMinutes = null,
        SessionGrade? Grade = null,
        string? Note = null,
        bool HeldElsewhere = false,
        bool? NoticeAccepted = null) : AppointmentCommand(ConditionId)
    {
        internal override CommandSubject Subject => new(ConditionId, AppointmentId);

        internal override void Inspect(TextInspection texts)
        {
            texts.Id("conditionId", ConditionId);
            texts.Id("appointmentId", AppointmentId);
            texts.Prose("note", Note);
        }
    }

    /// <summary>Evidence for an absence has arrived, or was not good enough.</summary>
    public sealed record RecordEvidence(string ConditionId, string AppointmentId, bool Acceptable, string? Note = null) : AppointmentCommand(ConditionId)
    {
        internal override CommandSubject Subject => new(ConditionId, AppointmentId);

        internal override void Inspect(TextInspection texts)
        {
            texts.Id("conditionId", ConditionId);
            texts.Id("appointmentId", AppointmentId);
            texts.Prose("note", Note);
        }
    }

    /// <summary>
    /// Corrects a recorded attendance while the agreement runs, even if its condition is closed. A failure based on it no
    /// longer counts; a condition that was kept because of it is reopened.
    /// </summary>
    public sealed record CorrectAttendance(
        string ConditionId,
        string AppointmentId,
        Attendance Attendance,
        int? MinutesAttended = null,
        int? PenaltyMinutes = null,
        SessionGrade? Grade = null) : AppointmentCommand(ConditionId)
    {
        internal override CommandSubject Subject => new(ConditionId, AppointmentId);

        internal override bool NeedsReason => true;

        /// <summary>Whoever takes the failure back takes its warning back, too, and for the same reason.</summary>
        protected override bool Decides(AgreementEvent happened) => happened is BreachEvent.FailureAnnulled or BreachEvent.WarningWithdrawn { Because: WithdrawnBecause.FailureExcused };

        internal override void Inspect(TextInspection texts)
        {
            texts.Id("conditionId", ConditionId);
            texts.Id("appointmentId", AppointmentId);
        }
    }
}
