using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Term;
using Diversion.Domain.Time;

namespace Diversion.Domain.Appointments;

internal static class AppointmentDecider
{
    private const int ShortestMinutes = 5;
    private const int LongestMinutes = 600;

    public static Refusal? Decide(Unfolding unfolding, AppointmentCommand command)
    {
        if (ConditionGate.Open<AppointmentCondition>(unfolding, command.ConditionId, out var condition) is { } refused)
        {
            return refused;
        }

        return command switch
        {
            AppointmentCommand.ScheduleAppointment c => Schedule(unfolding, condition, c.AppointmentId, c.StartsAt, c.Minutes, c.Place, null),
            AppointmentCommand.RescheduleAppointment c => Reschedule(unfolding, condition, c),
            AppointmentCommand.RecordAttendance c => Record(unfolding, condition, c),
            AppointmentCommand.RecordEvidence c => RecordEvidence(unfolding, condition, c),
            AppointmentCommand.CorrectAttendance c => Correct(unfolding, condition, c),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    /// <summary>In the term, or in the time for settling after it.</summary>
    public static Instant LatestStart(TermState term) =>
        Instant.Max(term.EndsAt, term.ConcludingUntil ?? term.EndsAt) - Duration.Epsilon;

    public static string FailureId(string conditionId, string appointmentId) => $"{conditionId}/{appointmentId}";

    private static Refusal? Schedule(
        Unfolding unfolding, AppointmentCondition condition, string id, Instant startsAt, int minutes, string? place, string? supersedes)
    {
        if (condition.AppointmentOrNull(id) is { } same)
        {
            return same.StartsAt == startsAt && same.Minutes == minutes
                ? null
                : new Refusal.WrongState(RefusalCode.AppointmentExists, "There is an appointment of that id. Reschedule it, or take another id.");
        }

        if (minutes is < ShortestMinutes or > LongestMinutes)
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, $"An appointment lasts {ShortestMinutes} to {LongestMinutes} minutes.");
        }

        if (!Admission.IsPlausible(startsAt))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "The time of the appointment is out of range. Check the date.");
        }

        var term = unfolding.State.Term!;
        var day = WorkingCalendar.DateOf(startsAt);
        if (day < term.SignedOn || startsAt > LatestStart(term))
        {
            return new Refusal.RuleForbids(
                RefusalCode.AppointmentOutsideTerm,
                $"{Words.Date(day)} is outside the term, {Words.Date(term.SignedOn)} to {Words.Date(term.LastDay)}. Choose a day in it.");
        }

        // Written down afterwards, the time to record its outcome starts with the writing.
        var outcome = unfolding.InWorkingDays(
            RuleIds.AppointmentOutcome, unfolding.Scheme.Recording.OutcomeWorkingDays, Instant.Max(startsAt, unfolding.Now));
        unfolding.Raise(new AppointmentEvent.AppointmentScheduled(
            condition.Id, id, startsAt, minutes, place, Reminders(unfolding, day, startsAt), outcome, supersedes));
        return null;
    }

    private static ImmutableArray<Instant> Reminders(Unfolding unfolding, LocalDate day, Instant startsAt) =>
    [
        .. unfolding.Scheme.Recording.ReminderDaysBefore
            .Select(days => WorkingCalendar.At(day.PlusDays(-days), WorkingCalendar.StartOfBusiness))

            // On the day of an early meeting nine o'clock may be too late.
            .Select(at => Instant.Min(at, startsAt - Duration.FromHours(1)))
            .Where(at => at > unfolding.Now)
            .Order(),
    ];

    private static Refusal? Reschedule(Unfolding unfolding, AppointmentCondition condition, AppointmentCommand.RescheduleAppointment command)
    {
        if (condition.AppointmentOrNull(command.AppointmentId) is not { } old)
        {
            return NoAppointment();
        }

        if (old.Status == AppointmentStatus.Superseded && condition.AppointmentOrNull(command.NewAppointmentId)?.StartsAt == command.StartsAt)
        {
            return null;
        }

        return old.Status == AppointmentStatus.Scheduled && command.NewAppointmentId != command.AppointmentId
            ? Schedule(unfolding, condition, command.NewAppointmentId, command.StartsAt, command.Minutes, command.Place, old.Id)
            : new Refusal.WrongState(RefusalCode.AppointmentSettled, $"This appointment is {Words.Of(old.Status)}; only a scheduled one is moved, under a new id.");
    }

    private static Refusal? Record(Unfolding unfolding, AppointmentCondition condition, AppointmentCommand.RecordAttendance command)
    {
        if (condition.AppointmentOrNull(command.AppointmentId) is not { } appointment)
        {
            return NoAppointment();
        }

        if (Minutes(command.MinutesLate, command.MinutesAttended, command.PenaltyMinutes) is { } fault)
        {
            return fault;
        }

        var attendance = AsRecorded(unfolding, command);
        var credit = Credit(condition, appointment, attendance, command.MinutesAttended, command.PenaltyMinutes);
        if (appointment.Status != AppointmentStatus.Scheduled)
        {
            return appointment.Status == AppointmentEvolution.StatusOf(attendance) && appointment.CreditedMinutes == credit
                ? null
                : new Refusal.WrongState(
                    RefusalCode.AppointmentSettled,
                    $"This appointment is recorded as {Words.Of(appointment.Status)}. Correct the attendance with a reason, or record the evidence.");
        }

        if (unfolding.Now < appointment.StartsAt && attendance != Attendance.CancelledByService)
        {
            return new Refusal.WrongState(RefusalCode.AppointmentNotYet, "The appointment has not begun. Record what happened afterwards, or reschedule it.");
        }

        var evidence = attendance == Attendance.EvidenceAwaited
            ? unfolding.Calendar.WorkingDaysAfter(unfolding.Now, unfolding.Scheme.Recording.EvidenceWorkingDays)
            : (Instant?)null;
        unfolding.Raise(new AppointmentEvent.AttendanceRecorded(
            condition.Id, appointment.Id, attendance, command.MinutesLate, command.MinutesAttended, command.PenaltyMinutes, credit, command.Grade, command.Note, evidence));
        Count(unfolding, condition, appointment, attendance == Attendance.MissedUnacceptable);
        if (attendance is Attendance.MissedAcceptable or Attendance.CancelledByService)
        {
            FailureLadder.Excuse(unfolding, condition.Id, appointment.Id);
        }

        return null;
    }

    private static Refusal? RecordEvidence(Unfolding unfolding, AppointmentCondition condition, AppointmentCommand.RecordEvidence command)
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

        unfolding.Raise(new AppointmentEvent.EvidenceRecorded(condition.Id, appointment.Id, command.Acceptable, command.Note));
        Count(unfolding, condition, appointment, !command.Acceptable);
        if (command.Acceptable)
        {
            FailureLadder.Excuse(unfolding, condition.Id, appointment.Id);
        }

        return null;
    }

    private static Refusal? Correct(Unfolding unfolding, AppointmentCondition condition, AppointmentCommand.CorrectAttendance command)
    {
        if (condition.AppointmentOrNull(command.AppointmentId) is not { } appointment)
        {
            return NoAppointment();
        }

        if (Minutes(null, command.MinutesAttended, command.PenaltyMinutes) is { } fault)
        {
            return fault;
        }

        if (appointment.Status is AppointmentStatus.Scheduled or AppointmentStatus.Superseded or AppointmentStatus.EvidenceAwaited
            || command.Attendance == Attendance.EvidenceAwaited)
        {
            return new Refusal.WrongState(
                RefusalCode.AppointmentNotYet,
                $"This appointment is {Words.Of(appointment.Status)}. Correct what was recorded of an appointment, to a final outcome.");
        }

        var credit = Credit(condition, appointment, command.Attendance, command.MinutesAttended, command.PenaltyMinutes);
        if (AppointmentEvolution.StatusOf(command.Attendance) == appointment.Status && credit == appointment.CreditedMinutes)
        {
            return null;
        }

        unfolding.Raise(new AppointmentEvent.AttendanceCorrected(
            condition.Id, appointment.Id, command.Attendance, command.MinutesAttended, command.PenaltyMinutes, credit, command.Grade));
        var wasFailure = appointment.Status == AppointmentStatus.MissedUnacceptable;
        var isFailure = command.Attendance == Attendance.MissedUnacceptable;
        if (wasFailure && !isFailure)
        {
            FailureLadder.Excuse(unfolding, condition.Id, appointment.Id);
        }
        else if (isFailure && !wasFailure)
        {
            Count(unfolding, condition, appointment, unacceptable: true);
        }

        return null;
    }

    private static void Count(Unfolding unfolding, AppointmentCondition condition, Appointment appointment, bool unacceptable)
    {
        if (unacceptable)
        {
            unfolding.Raise(new BreachEvent.FailureRecorded(
                FailureId(condition.Id, appointment.Id), condition.Id, FailureKind.AppointmentMissed, unfolding.Now, appointment.StartsAt, appointment.Id));
        }
    }

    private static Attendance AsRecorded(Unfolding unfolding, AppointmentCommand.RecordAttendance command) => command switch
    {
        { Attendance: Attendance.Attended or Attendance.Late, MinutesLate: { } late } =>
            late > unfolding.Scheme.Supervision.LateAfterMinutes ? Attendance.Late : Attendance.Attended,
        _ => command.Attendance,
    };

    private static int Credit(AppointmentCondition condition, Appointment appointment, Attendance attendance, int? attended, int? penalty) =>
        attendance is Attendance.Attended or Attendance.Late
            ? condition.Credit(appointment, attended ?? appointment.Minutes, penalty ?? 0)
            : 0;

    private static Refusal? Minutes(params ReadOnlySpan<int?> minutes)
    {
        foreach (var value in minutes)
        {
            if (value is < 0 or > LongestMinutes)
            {
                return new Refusal.Invalid(RefusalCode.ValueOutOfRange, $"Minutes are 0 to {LongestMinutes}.");
            }
        }

        return null;
    }

    private static Refusal NoAppointment() =>
        new Refusal.Unknown(RefusalCode.AppointmentUnknown, "There is no such appointment in this condition. Check the id, or schedule it first.");
}
