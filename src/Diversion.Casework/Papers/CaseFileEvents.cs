using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Apology;
using Diversion.Domain.Conditions.Compensation;
using Diversion.Domain.Conditions.Course;
using Diversion.Domain.Conditions.Donation;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Papers;

/// <summary>Which part of the file of a case an event belongs to, and when the thing it records happened.</summary>
internal static class CaseFileEvents
{
    public static bool IsEvidence(AgreementEvent happened) => happened is AppointmentEvent.AbsenceNoticeGiven or AppointmentEvent.AttendanceRecorded or AppointmentEvent.EvidenceRecorded
        or AppointmentEvent.EvidenceNotProvided or AppointmentEvent.AttendanceCorrected or TagMonitoringEvent.TagEventReceived or TagMonitoringEvent.TagEventReviewed
        or NoReoffendingEvent.CustodyNoticeReceived or BreachEvent.ViolenceRecorded or ConditionEvent.ConditionFailed or SupervisionEvent.PeriodExcused
        or CompensationEvent.PaymentRecorded or CompensationEvent.PaymentTakenBack or ApologyEvent.LetterWritten or ApologyEvent.LetterChecked or ApologyEvent.LetterEnded
        or CourseEvent.CourseBooked or DonationEvent.DonationMade or DonationEvent.DonationTakenBack
        or BreachEvent.FailureRecorded { Kind: FailureKind.Other };

    public static bool IsDecision(AgreementEvent happened) => happened is BreachEvent.BreachProposed or BreachEvent.ChargeByAlerted or BreachEvent.BreachDecided
        or BreachEvent.AnswerAwaited or BreachEvent.AnswerTimeEnded or TellingEvent.PersonAnswered or BreachEvent.AgreementBreached
        or BreachEvent.WarningIssued or BreachEvent.WarningWithdrawn or BreachEvent.ContestDecided;

    /// <summary>The decisions by which the agreement came about and was completed, in addition.</summary>
    public static bool IsDecision(AgreementEvent happened, CaseFileKind kind) => IsDecision(happened) || (kind == CaseFileKind.Completion && happened
        is ReferralEvent.EligibilityApproved or ReferralEvent.RuleOverridden or ReferralEvent.RiskOverridden or OfferEvent.OfferMade or OfferEvent.AgreementSigned
        or TermEvent.AgreementVaried or TermEvent.TermExtended or TermEvent.ConcludingBegan or TermEvent.AgreementCompleted
        or ConditionEvent.ConditionKept or ConditionEvent.ConditionWaived or ConditionEvent.ConditionSubstituted or ConditionEvent.ConditionReopened);

    public static bool IsInChronology(AgreementEvent happened) => IsEvidence(happened) || happened is BreachEvent and not BreachEvent.FailureAnnulled
        or ReferralEvent.Referred or ReferralEvent.EligibilityApproved or ReferralEvent.RiskOverridden or OfferEvent
        or TermEvent.AgreementVaried or TermEvent.TermExtended or TellingEvent.PersonTold or TellingEvent.PersonAnswered or TermEvent.KeyWorkerChanged or TermEvent.ConcludingBegan or TermEvent.AgreementCompleted
        or ConditionEvent or TagMonitoringEvent.TagFitted or TagMonitoringEvent.TagConsentGiven or TagMonitoringEvent.TagConsentWithdrawn;

    /// <summary>When it happened: the day, and the moment if known; the time of recording if the event says nothing else.</summary>
    public static (LocalDate On, Instant? At) Happened(AgreementEvent happened, Instant recordedAt, AgreementState state) => happened switch
    {
        AppointmentEvent.AbsenceNoticeGiven e => Of(e.GivenAt),
        AppointmentEvent.AttendanceRecorded e => Of(AppointmentOf(state, e.ConditionId, e.AppointmentId)?.StartsAt ?? recordedAt),
        AppointmentEvent.EvidenceNotProvided e => Of(AppointmentOf(state, e.ConditionId, e.AppointmentId)?.StartsAt ?? recordedAt),
        TagMonitoringEvent.TagEventReceived e => Of(e.OccurredAt),
        TagMonitoringEvent.TagFitted e => (e.On, null),
        RestorativeJusticeEvent.RestorativeProcessHeld e => (e.On, null),
        CompensationEvent.PaymentRecorded e => (e.On, null),
        DonationEvent.DonationMade e => (e.On, null),
        ApologyEvent.LetterWritten e => (e.On, null),
        ApologyEvent.LetterChecked e => (e.On, null),
        ApologyEvent.LetterEnded e => (e.On, null),
        NoReoffendingEvent.CustodyNoticeReceived e => (e.OccurredOn, null),
        BreachEvent.ViolenceRecorded e => (e.OccurredOn, null),
        BreachEvent.FailureRecorded e when state.Failures.FirstOrDefault(failure => failure.Id == e.FailureId) is { } failure => Of(failure),
        TellingEvent.PersonTold e => Of(e.ToldAt),
        TellingEvent.PersonAnswered e => Of(e.AnsweredAt),
        OfferEvent.AgreementSigned e => (e.SignedOn, null),
        _ => Of(recordedAt),
    };

    /// <summary>If only the day is known, the failure has the start of that day.</summary>
    public static (LocalDate On, Instant? At) Of(Failure failure)
    {
        var local = failure.HappenedAt.InZone(WorkingCalendar.Zone);
        return (local.Date, local.TimeOfDay == LocalTime.Midnight ? null : failure.HappenedAt);
    }

    /// <summary>The condition of a failure, and the appointment or tag event in it; null if it has none.</summary>
    public static (Condition? Condition, object? Item) Subject(Failure failure, AgreementState state)
    {
        var condition = failure.ConditionId is { } id ? state.ConditionOrNull(id) : null;
        return condition switch
        {
            AppointmentCondition own when failure.AppointmentId is { } missed => (own, own.AppointmentOrNull(missed)),
            TagMonitoringCondition own when failure.Id.StartsWith($"{own.Id}/", StringComparison.Ordinal) => (own, own.EventOrNull(failure.Id[(own.Id.Length + 1)..])),
            _ => (condition, null),
        };
    }

    private static Appointment? AppointmentOf(AgreementState state, string condition, string id) =>
        (state.ConditionOrNull(condition) as AppointmentCondition)?.AppointmentOrNull(id);

    private static (LocalDate On, Instant? At) Of(Instant at) => (WorkingCalendar.DateOf(at), at);
}
