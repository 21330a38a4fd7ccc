using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;

namespace Diversion.Domain.Appointments;

internal static class AppointmentDecider
{
    public static Refusal? Decide(DecisionContext context, AppointmentCommand command)
    {
        // A wrong record is corrected whatever happened to the condition in the meantime.
        AppointmentCondition condition;
        var refused = command is AppointmentCommand.CorrectAttendance
            ? ConditionGate.Running(context, command.ConditionId, out condition)
            : ConditionGate.Open(context, command.ConditionId, out condition);
        if (refused is not null)
        {
            return refused;
        }

        return command switch
        {
            AppointmentCommand.ScheduleAppointment c => Booking.Schedule(context, condition, c),
            AppointmentCommand.ScheduleSeries c => Booking.ScheduleSeries(context, condition, c),
            AppointmentCommand.RescheduleAppointment c => Booking.Reschedule(context, condition, c),
            AppointmentCommand.RecordAbsenceNotice c => AbsenceNotices.Record(context, condition, c),
            AppointmentCommand.RecordAttendance c => Record(context, condition, c),
            AppointmentCommand.RecordEvidence c => RecordEvidence(context, condition, c),
            AppointmentCommand.CorrectAttendance c => Correct(context, condition, c),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    public static string FailureId(string conditionId, string appointmentId) => $"{conditionId}/{appointmentId}";

    private static Refusal? Record(DecisionContext context, AppointmentCondition condition, AppointmentCommand.RecordAttendance command)
    {
        if (condition.AppointmentOrNull(command.AppointmentId) is not { } appointment)
        {
            return NoAppointment();
        }

        var attendance = AsRecorded(context, command);
        if (AttendanceChecks.Minutes(
            context, appointment, attendance, command.MinutesLate, command.MinutesAttended, command.PenaltyMinutes, command.Grade) is { } fault)
        {
            return fault;
        }

        var worked = AppointmentEvolution.Worked(appointment, attendance, command.MinutesAttended, command.PenaltyMinutes);
        if (appointment.Status != AppointmentStatus.Scheduled)
        {
            return appointment.Status == AppointmentEvolution.StatusOf(attendance) && appointment.WorkedMinutes == worked
                ? null
                : new Refusal.WrongState(
                    RefusalCode.AppointmentSettled,
                    $"This appointment is recorded as {Words.Of(appointment.Status)}. Correct the attendance with a reason, or record the evidence.");
        }

        if (AttendanceChecks.Time(context, appointment, attendance) is { } notYet)
        {
            return notYet;
        }

        if (AbsenceNotices.Judgement(appointment, attendance, command.NoticeAccepted) is { } unjudged)
        {
            return unjudged;
        }

        if (command.HeldElsewhere && Transfers.CourtesySupervisionDecider.HeldIt(context, condition, appointment) is { } notTheirs)
        {
            return notTheirs;
        }

        // Cancelling an appointment that has begun saves the person from a failure, so it needs a reason.
        if (attendance == Attendance.CancelledByService && context.Now >= appointment.StartsAt
            && string.IsNullOrWhiteSpace(command.Note) && string.IsNullOrWhiteSpace(command.Reason))
        {
            return new Refusal.Invalid(
                RefusalCode.CancellationUnexplained,
                $"It began at {Words.Moment(appointment.StartsAt)}. Say in the note why the service cancelled it, or record whether the person came.");
        }

        var excused = attendance is Attendance.MissedAcceptable or Attendance.CancelledByService;
        if (excused && FailureLadder.MayExcuse(context, condition.Id, appointment.Id) is { } waits)
        {
            return waits;
        }

        var credit = condition.Credit(appointment, worked);
        var evidence = attendance == Attendance.EvidenceAwaited
            ? context.Calendar.WorkingDaysAfter(context.Now, context.Scheme.Recording.EvidenceWorkingDays)
            : (Instant?)null;
        context.Raise(new AppointmentEvent.AttendanceRecorded(
            condition.Id, appointment.Id, attendance, command.MinutesLate, command.MinutesAttended, command.PenaltyMinutes, credit, command.Grade, command.Note, evidence,
            command.HeldElsewhere ? context.State.CourtesySupervision!.Organisation : null) { NoticeAccepted = command.NoticeAccepted });
        Count(context, condition, appointment, attendance == Attendance.MissedUnacceptable);
        if (excused)
        {
            FailureLadder.Excuse(context, condition.Id, appointment.Id);
        }

        return null;
    }

    private static Refusal? RecordEvidence(DecisionContext context, AppointmentCondition condition, AppointmentCommand.RecordEvidence command)
    {
        if (condition.AppointmentOrNull(command.AppointmentId) is not { } appointment)
        {
            return NoAppointment();
        }

        if (appointment.Status != AppointmentStatus.EvidenceAwaited)
        {
            return appointment.Status == (command.Acceptable ? AppointmentStatus.MissedAcceptable : AppointmentStatus.MissedUnacceptable)
                ? null
                : new Refusal.WrongState(
                    RefusalCode.AppointmentSettled,
                    $"No evidence is awaited; the appointment is {Words.Of(appointment.Status)}. Correct the attendance with a reason.");
        }

        if (command.Acceptable && FailureLadder.MayExcuse(context, condition.Id, appointment.Id) is { } waits)
        {
            return waits;
        }

        context.Raise(new AppointmentEvent.EvidenceRecorded(condition.Id, appointment.Id, command.Acceptable, command.Note));
        Count(context, condition, appointment, !command.Acceptable);
        if (command.Acceptable)
        {
            FailureLadder.Excuse(context, condition.Id, appointment.Id);
        }

        return null;
    }

    private static Refusal? Correct(DecisionContext context, AppointmentCondition condition, AppointmentCommand.CorrectAttendance command)
    {
        if (condition.AppointmentOrNull(command.AppointmentId) is not { } appointment)
        {
            return NoAppointment();
        }

        if (appointment.Status is AppointmentStatus.Scheduled or AppointmentStatus.Superseded or AppointmentStatus.EvidenceAwaited
            || command.Attendance == Attendance.EvidenceAwaited)
        {
            return new Refusal.WrongState(
                RefusalCode.AppointmentNotYet,
                $"This appointment is {Words.Of(appointment.Status)}. Correct what was recorded of an appointment, to a final outcome.");
        }

        if (AttendanceChecks.Minutes(context, appointment, command.Attendance, null, command.MinutesAttended, command.PenaltyMinutes, command.Grade)
            is { } fault)
        {
            return fault;
        }

        var worked = AppointmentEvolution.Worked(appointment, command.Attendance, command.MinutesAttended, command.PenaltyMinutes);
        if (AppointmentEvolution.StatusOf(command.Attendance) == appointment.Status && worked == appointment.WorkedMinutes
            && (command.Grade ?? appointment.Grade) == appointment.Grade)
        {
            return null;
        }

        // A cancelled appointment took up nobody's time; the person may have been elsewhere.
        if ((AttendanceChecks.Time(context, appointment, command.Attendance)
            ?? (appointment.TakesTime || command.Attendance == Attendance.CancelledByService
                ? null
                : Overlap.Check(context, appointment, appointment.StartsAt, appointment.Minutes))) is { } impossible)
        {
            return impossible;
        }

        var wasFailure = appointment.Status == AppointmentStatus.MissedUnacceptable;
        var isFailure = command.Attendance == Attendance.MissedUnacceptable;
        if (wasFailure && !isFailure && FailureLadder.MayExcuse(context, condition.Id, appointment.Id) is { } waits)
        {
            return waits;
        }

        var credit = condition.Credit(appointment, worked);
        context.Raise(new AppointmentEvent.AttendanceCorrected(
            condition.Id, appointment.Id, command.Attendance, command.MinutesAttended, command.PenaltyMinutes, credit, command.Grade));
        if (wasFailure && !isFailure)
        {
            FailureLadder.Excuse(context, condition.Id, appointment.Id);
        }
        else if (isFailure && !wasFailure)
        {
            Count(context, condition, appointment, unacceptable: true);
        }

        Reopening.Follow(context, condition.Id);
        return null;
    }

    private static void Count(DecisionContext context, AppointmentCondition condition, Appointment appointment, bool unacceptable)
    {
        if (unacceptable)
        {
            context.Raise(new BreachEvent.FailureRecorded(
                FailureId(condition.Id, appointment.Id), condition.Id, FailureKind.AppointmentMissed, context.Now, appointment.StartsAt, appointment.Id));
        }
    }

    private static Attendance AsRecorded(DecisionContext context, AppointmentCommand.RecordAttendance command) => command switch
    {
        { Attendance: Attendance.Attended or Attendance.Late, MinutesLate: { } late } =>
            late > context.Scheme.Supervision.LateAfterMinutes ? Attendance.Late : Attendance.Attended,
        _ => command.Attendance,
    };

    public static Refusal NoAppointment() =>
        new Refusal.Unknown(RefusalCode.AppointmentUnknown, "There is no such appointment in this condition. Check the id, or schedule it first.");
}
