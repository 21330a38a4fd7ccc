using Diversion.Casework.Conditions;
using Diversion.Domain;
using Diversion.Domain.Agreements;

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
        RuleIds.PartnerNoteRead => WorkKind.PartnerNote,
        RuleIds.CaseOutcome => WorkKind.CaseOutcome,
        RuleIds.CustodyNoticeRead => WorkKind.CustodyNotice,
        _ => ConditionDescriptors.TaskOf(rule)?.Work ?? WorkKind.Progress,
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
        RuleIds.CaseOutcome => "record-case-outcome",
        RuleIds.CustodyNoticeRead => "review-custody-notice",
        RuleIds.PartnerNoteRead => "read-partner-notes",
        RuleIds.BreachDecision => "decide-breach",
        RuleIds.SettleCondition => "substitute-condition",
        _ when ConditionDescriptors.TaskOf(rule)?.Command is { } command => command,
        _ when about.Condition is { } id && state.ConditionOrNull(id) is { } condition => ConditionDescriptors.Of(condition.Kind).Next(condition, rule),
        _ => null,
    };
}
