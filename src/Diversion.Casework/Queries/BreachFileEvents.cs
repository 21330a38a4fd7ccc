using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Queries;

/// <summary>Which part of the breach file an event belongs to, and when what it tells of happened.</summary>
internal static class BreachFileEvents
{
    public static bool IsEvidence(AgreementEvent happened) => happened is AppointmentEvent.AttendanceRecorded or AppointmentEvent.EvidenceRecorded
        or AppointmentEvent.EvidenceNotProvided or AppointmentEvent.AttendanceCorrected or TagMonitoringEvent.TagEventReceived or TagMonitoringEvent.TagEventReviewed
        or NoReoffendingEvent.CustodyNoticeReceived or BreachEvent.ViolenceRecorded or ConditionEvent.ConditionFailed or SupervisionEvent.PeriodExcused
        or BreachEvent.FailureRecorded { Kind: FailureKind.Other };

    public static bool IsDecision(AgreementEvent happened) => happened is BreachEvent.BreachProposed or BreachEvent.ChargeByAlerted or BreachEvent.BreachDecided
        or BreachEvent.AgreementBreached or BreachEvent.WarningIssued or BreachEvent.WarningWithdrawn;

    public static bool IsInChronology(AgreementEvent happened) => IsEvidence(happened) || happened is BreachEvent and not BreachEvent.FailureAnnulled
        or ReferralEvent.Referred or ReferralEvent.EligibilityApproved or ReferralEvent.RiskOverridden or OfferEvent
        or TermEvent.AgreementVaried or TermEvent.TermExtended or TermEvent.KeyWorkerChanged or TermEvent.ConcludingBegan
        or ConditionEvent or TagMonitoringEvent.TagFitted or TagMonitoringEvent.TagConsentGiven or TagMonitoringEvent.TagConsentWithdrawn;

    /// <summary>When it happened: the day, and the moment where it is known; as it was recorded, where the event says nothing else.</summary>
    public static (LocalDate On, Instant? At) Happened(AgreementEvent happened, Instant recordedAt, AgreementState state) => happened switch
    {
        AppointmentEvent.AttendanceRecorded e => Of(AppointmentOf(state, e.ConditionId, e.AppointmentId)?.StartsAt ?? recordedAt),
        AppointmentEvent.EvidenceNotProvided e => Of(AppointmentOf(state, e.ConditionId, e.AppointmentId)?.StartsAt ?? recordedAt),
        TagMonitoringEvent.TagEventReceived e => Of(e.OccurredAt),
        TagMonitoringEvent.TagFitted e => (e.On, null),
        RestorativeJusticeEvent.RestorativeProcessHeld e => (e.On, null),
        NoReoffendingEvent.CustodyNoticeReceived e => (e.OccurredOn, null),
        BreachEvent.ViolenceRecorded e => (e.OccurredOn, null),
        BreachEvent.FailureRecorded e => Failed(e.FailureId, e.ConditionId, recordedAt, state),
        OfferEvent.AgreementSigned e => (e.SignedOn, null),
        _ => Of(recordedAt),
    };

    /// <summary>A missed appointment or a tag event has its own time.</summary>
    public static (LocalDate On, Instant? At) Failed(string failureId, string? conditionId, Instant recordedAt, AgreementState state) =>
        Subject(failureId, conditionId, state) switch
        {
            (_, Appointment missed) => Of(missed.StartsAt),
            (_, TagEvent received) => Of(received.OccurredAt),
            _ => Of(recordedAt),
        };

    /// <summary>The condition that a failure is about, and the appointment or tag event in it; null where it is about none.</summary>
    public static (Condition? Condition, object? Item) Subject(string failureId, string? conditionId, AgreementState state)
    {
        var condition = conditionId is null ? null : state.ConditionOrNull(conditionId);
        var item = condition is null || !failureId.StartsWith($"{condition.Id}/", StringComparison.Ordinal) ? null : failureId[(condition.Id.Length + 1)..];
        return (condition, item is null
            ? null
            : condition switch
            {
                AppointmentCondition own => own.AppointmentOrNull(item),
                TagMonitoringCondition own => own.EventOrNull(item),
                _ => null,
            });
    }

    private static Appointment? AppointmentOf(AgreementState state, string condition, string id) =>
        (state.ConditionOrNull(condition) as AppointmentCondition)?.AppointmentOrNull(id);

    private static (LocalDate On, Instant? At) Of(Instant at) => (WorkingCalendar.DateOf(at), at);
}
