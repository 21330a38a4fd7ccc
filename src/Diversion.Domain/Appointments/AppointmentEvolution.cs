using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Appointments;

internal static class AppointmentEvolution
{
    public static AgreementState Evolve(AgreementState state, AppointmentEvent happened) => happened switch
    {
        AppointmentEvent.AppointmentScheduled e => Schedule(state, e),
        AppointmentEvent.ParticipantReminded e => Change(state, e.ConditionId, e.AppointmentId, a => a with { RemindersSent = a.RemindersSent + 1, Reminded = a.Reminded || e.Sent }),
        AppointmentEvent.AbsenceNoticeGiven e => Change(state, e.ConditionId, e.AppointmentId, a => a with { Notice = new AbsenceNotice(e.How, e.GivenAt, e.Said) }),
        AppointmentEvent.AttendanceRecorded { Attendance: Attendance.EvidenceAwaited } e =>
            Change(TellingEvolution.Lapsed(state, e.ConditionId, e.AppointmentId), e.ConditionId, e.AppointmentId, a => a with
            {
                Status = AppointmentStatus.EvidenceAwaited,
                EvidenceUntil = e.EvidenceUntil,
                Reminders = [],
                HeldBy = HolderOf(state, e.HeldBy),
            }).Settled(OutcomeId(e.ConditionId, e.AppointmentId)),
        AppointmentEvent.AttendanceRecorded e => Settle(state, e.ConditionId, e.AppointmentId, e.Attendance, e.MinutesAttended, e.PenaltyMinutes, e.Grade, e.HeldBy, e.NoticeAccepted),
        AppointmentEvent.EvidenceRecorded e => Settle(
            state,
            e.ConditionId,
            e.AppointmentId,
            e.Acceptable ? Attendance.MissedAcceptable : Attendance.MissedUnacceptable,
            accepted: e.Acceptable),
        AppointmentEvent.EvidenceNotProvided e => Settle(state, e.ConditionId, e.AppointmentId, Attendance.MissedUnacceptable),

        // Whoever finds an absence unacceptable after all does not accept what was told before either.
        AppointmentEvent.AttendanceCorrected e => Settle(
            state, e.ConditionId, e.AppointmentId, e.Attendance, e.MinutesAttended, e.PenaltyMinutes, e.Grade, accepted: e.Attendance == Attendance.MissedUnacceptable ? false : null),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    public static string OutcomeId(string conditionId, string appointmentId) => $"{conditionId}/outcome/{appointmentId}";

    public static AppointmentStatus StatusOf(Attendance attendance) => attendance switch
    {
        Attendance.Attended => AppointmentStatus.Attended,
        Attendance.Late => AppointmentStatus.Late,
        Attendance.MissedAcceptable => AppointmentStatus.MissedAcceptable,
        Attendance.MissedUnacceptable => AppointmentStatus.MissedUnacceptable,
        Attendance.EvidenceAwaited => AppointmentStatus.EvidenceAwaited,
        Attendance.CancelledByService => AppointmentStatus.CancelledByService,
        _ => throw new ArgumentOutOfRangeException(nameof(attendance), attendance, "No such attendance."),
    };

    /// <summary>Attended minus deducted minutes; 0 for an absence.</summary>
    public static int Worked(Appointment appointment, Attendance attendance, int? attended, int? penalty) =>
        AttendanceChecks.Came(attendance) ? Math.Max(0, (attended ?? appointment.Minutes) - (penalty ?? 0)) : 0;

    private static AgreementState Schedule(AgreementState state, AppointmentEvent.AppointmentScheduled e)
    {
        var condition = state.Condition<AppointmentCondition>(e.ConditionId);
        if (e.Supersedes is { } old)
        {
            condition = condition.With(condition.AppointmentOrNull(old)! with { Status = AppointmentStatus.Superseded, Reminders = [] });
            state = TellingEvolution.Lapsed(state.Settled(OutcomeId(e.ConditionId, old)), e.ConditionId, old);
        }

        return state
            .With(condition.With(new Appointment(e.AppointmentId, e.StartsAt, e.Minutes, Reminders: e.Reminders, Place: e.Place)))
            .WithObligation(OutcomeId(e.ConditionId, e.AppointmentId), e.ConditionId, e.Outcome, Addressee.KeyWorker);
    }

    private static AgreementState Settle(
        AgreementState state,
        string conditionId,
        string appointmentId,
        Attendance attendance,
        int? attended = null,
        int? penalty = null,
        SessionGrade? grade = null,
        string? heldBy = null,
        bool? accepted = null)
    {
        state = Change(TellingEvolution.Lapsed(state, conditionId, appointmentId), conditionId, appointmentId, a => a with
        {
            Status = StatusOf(attendance),
            CreditedMinutes = 0,
            WorkedMinutes = Worked(a, attendance, attended, penalty),
            Grade = AttendanceChecks.Came(attendance) ? grade ?? a.Grade : null,
            EvidenceUntil = null,
            Reminders = [],

            // A correction changes the outcome, not who held the meeting.
            HeldBy = a.HeldBy ?? HolderOf(state, heldBy),
            Notice = a.Notice is { } notice ? notice with { Accepted = accepted ?? notice.Accepted } : null,
        }).Settled(OutcomeId(conditionId, appointmentId));
        var condition = state.Condition<AppointmentCondition>(conditionId);
        return condition.AfterAttendance(state, condition.AppointmentOrNull(appointmentId)!);
    }

    private static string? HolderOf(AgreementState state, string? elsewhere) => elsewhere ?? state.Cover?.Worker.Id ?? state.KeyWorker?.Id;

    private static AgreementState Change(AgreementState state, string conditionId, string appointmentId, Func<Appointment, Appointment> change)
    {
        var condition = state.Condition<AppointmentCondition>(conditionId);
        return state.With(condition.With(change(condition.AppointmentOrNull(appointmentId)!)));
    }
}
