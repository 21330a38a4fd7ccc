using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Conditions.TagMonitoring;

namespace Diversion.Casework.MyWork;

/// <summary>Which kind of work fulfils an obligation, and with which command.</summary>
internal static class WorkKinds
{
    public static WorkKind Of(string rule) => rule switch
    {
        RuleIds.CheckSafeguarding or RuleIds.CheckDomesticAbuse => WorkKind.Check,
        RuleIds.AppointmentOutcome => WorkKind.Outcome,
        RuleIds.VictimSupport or RuleIds.VictimToldDecision or RuleIds.VictimToldEnding => WorkKind.VictimPromise,
        RuleIds.TellPerson => WorkKind.TellPerson,
        RuleIds.BreachAnswer => WorkKind.PersonAnswer,
        RuleIds.TagReview or RuleIds.TagTamperReview => WorkKind.TagEvent,
        RuleIds.TagRemoval => WorkKind.TagRemoval,
        RuleIds.PartnerNoteRead => WorkKind.PartnerNote,
        RuleIds.CaseOutcome => WorkKind.CaseOutcome,
        RuleIds.CustodyNoticeRead => WorkKind.CustodyNotice,
        RuleIds.RestorativeContact or RuleIds.ReparationPlacement or RuleIds.TagFit or RuleIds.SupervisionFirst
            or RuleIds.PathwayReferral or RuleIds.PathwayAcceptance => WorkKind.SetUp,
        _ => WorkKind.Progress,
    };

    /// <summary>The next step towards fulfilling it, from the present state of the condition.</summary>
    public static string? Next(AgreementState state, string rule, CommandSubject about) => rule switch
    {
        RuleIds.CheckSafeguarding or RuleIds.CheckDomesticAbuse => "record-check",
        RuleIds.AppointmentOutcome => "record-attendance",
        RuleIds.VictimSupport => "refer-victim-to-support",
        RuleIds.VictimToldDecision or RuleIds.VictimToldEnding => "tell-victim",
        RuleIds.TellPerson => "tell-person",
        RuleIds.BreachAnswer => "record-answer",
        RuleIds.TagReview or RuleIds.TagTamperReview => "review-tag-event",
        RuleIds.TagRemoval => "confirm-tag-removed",
        RuleIds.CaseOutcome => "record-case-outcome",
        RuleIds.CustodyNoticeRead => "review-custody-notice",
        RuleIds.PartnerNoteRead => "read-partner-notes",
        RuleIds.SupervisionFirst or RuleIds.SupervisionPeriod => "schedule-appointment",
        RuleIds.ReparationPlacement => "arrange-placement",
        RuleIds.BreachDecision => "decide-breach",
        RuleIds.SettleCondition => "substitute-condition",
        RuleIds.ReparationHalf when IsBooked(state, about, half: true) => null,
        RuleIds.ReparationAll when IsBooked(state, about, half: false) => null,
        _ when about.Condition is { } id && state.ConditionOrNull(id) is { } condition => Next(condition),
        _ => null,
    };

    /// <summary>If the person comes to the booked sessions, the hours are reached: no more sessions have to be booked.</summary>
    private static bool IsBooked(AgreementState state, CommandSubject about, bool half) =>
        state.ConditionOrNull(about.Condition!) is ReparationCondition { Placement: not null } own
        && own.CreditedMinutes + own.Appointments.Where(session => session.Status == AppointmentStatus.Scheduled).Sum(session => session.Minutes)
            >= (half ? own.TargetMinutes / 2 : own.TargetMinutes);

    private static string? Next(Condition condition) => condition switch
    {
        TagMonitoringCondition { Consent: null } => "record-tag-consent",
        TagMonitoringCondition { FittedOn: null } => "record-tag-fitted",
        PathwayCondition { Referral: PathwayReferral.Sent } => "accept-pathway-referral",
        PathwayCondition => "send-pathway-referral",
        ReparationCondition { Placement: null } => "arrange-placement",
        ReparationCondition => "schedule-appointment",
        RestorativeJusticeCondition { ContactedOn: null } => "record-victim-contact",
        RestorativeJusticeCondition { NewWish: not null } or RestorativeJusticeCondition { VictimTakesPart: null } => "record-victim-answer",
        RestorativeJusticeCondition { VictimTakesPart: true, PreparedOn: null } => "record-preparation",
        RestorativeJusticeCondition { VictimTakesPart: true } => "record-restorative-outcome",
        _ => null,
    };
}
