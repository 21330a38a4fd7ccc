using System.Globalization;
using Diversion.Casework.Conditions;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.DataRights;
using Diversion.Domain.ExitPlans;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Referral;
using Diversion.Domain.Support;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;
using Diversion.Domain.Victim;
using Diversion.Domain.Visits;

namespace Diversion.Casework.MyWork;

/// <summary>Which kind of work fulfils an obligation, and with which command.</summary>
internal static class WorkKinds
{
    public static WorkKind Of(string rule) => rule switch
    {
        RuleIds.CheckSafeguarding or RuleIds.CheckDomesticAbuse => WorkKind.Check,
        RuleIds.AppointmentOutcome or RuleIds.VisitOutcome => WorkKind.Outcome,
        RuleIds.VictimSupport or RuleIds.VictimToldDecision or RuleIds.VictimToldEnding or RuleIds.VictimRequestAcknowledged or RuleIds.VictimRequestAnswered => WorkKind.VictimPromise,
        RuleIds.TellPerson => WorkKind.TellPerson,
        RuleIds.BreachAnswer => WorkKind.PersonAnswer,
        RuleIds.WarningContest => WorkKind.Contest,
        RuleIds.ComplaintAcknowledge or RuleIds.ComplaintAnswer => WorkKind.Complaint,
        RuleIds.DataRequestAnswer => WorkKind.DataRequest,
        RuleIds.TeamAnswer => WorkKind.TeamRequest,
        RuleIds.PartnerNoteRead => WorkKind.PartnerNote,
        RuleIds.FollowUpResult => WorkKind.FollowUp,
        RuleIds.CaseOutcome => WorkKind.CaseOutcome,
        RuleIds.CustodyNoticeRead => WorkKind.CustodyNotice,
        _ => ConditionDescriptors.TaskOf(rule)?.Work ?? WorkKind.Progress,
    };

    /// <summary>The next step towards fulfilling it, from the present state of the condition.</summary>
    public static string? Next(AgreementState state, string rule, CommandSubject about) => rule switch
    {
        RuleIds.CheckSafeguarding or RuleIds.CheckDomesticAbuse => CommandCatalogue.NameOf<ReferralCommand.RecordCheck>(),
        RuleIds.AppointmentOutcome => CommandCatalogue.NameOf<AppointmentCommand.RecordAttendance>(),
        RuleIds.VisitOutcome => CommandCatalogue.NameOf<VisitCommand.RecordVisit>(),
        RuleIds.VictimRequestAcknowledged => CommandCatalogue.NameOf<VictimCommand.AcknowledgeVictimRequest>(),
        RuleIds.VictimRequestAnswered => CommandCatalogue.NameOf<VictimCommand.AnswerVictimRequest>(),
        RuleIds.VictimSupport => CommandCatalogue.NameOf<VictimCommand.ReferVictimToSupport>(),
        RuleIds.VictimToldDecision or RuleIds.VictimToldEnding => CommandCatalogue.NameOf<VictimCommand.TellVictim>(),
        RuleIds.TellPerson => CommandCatalogue.NameOf<TellingCommand.TellPerson>(),
        RuleIds.BreachAnswer => CommandCatalogue.NameOf<TellingCommand.RecordAnswer>(),
        RuleIds.WarningContest => CommandCatalogue.NameOf<BreachCommand.DecideContest>(),
        RuleIds.ComplaintAcknowledge => CommandCatalogue.NameOf<ComplaintCommand.AcknowledgeComplaint>(),
        RuleIds.ComplaintAnswer => CommandCatalogue.NameOf<ComplaintCommand.AnswerComplaint>(),
        RuleIds.DataRequestAnswer => IsAccess(state, about) ? CommandCatalogue.NameOf<DataRequestCommand.AnswerAccessRequest>() : CommandCatalogue.NameOf<DataRequestCommand.AnswerCorrectionRequest>(),
        RuleIds.HealthCheckDone => CommandCatalogue.NameOf<SupportCommand.RecordHealthCheck>(),
        RuleIds.HealthCheckOnward => CommandCatalogue.NameOf<SupportCommand.RecordOnwardOutcome>(),
        RuleIds.MentorMeeting => CommandCatalogue.NameOf<SupportCommand.LogMentorMeeting>(),
        RuleIds.HandoverMeeting => CommandCatalogue.NameOf<TermCommand.RecordHandover>(),
        RuleIds.ExitPlanBegun => CommandCatalogue.NameOf<ExitPlanCommand.PlanContinuation>(),
        RuleIds.ExitPlanAgreed => state.ExitPlan.Continuations.IsEmpty ? CommandCatalogue.NameOf<ExitPlanCommand.PlanContinuation>() : CommandCatalogue.NameOf<ExitPlanCommand.AgreeExitPlan>(),
        RuleIds.FollowUpCall => CommandCatalogue.NameOf<ExitPlanCommand.RecordFollowUpCall>(),
        RuleIds.TeamAnswer => CommandCatalogue.NameOf<TransferCommand.AcceptCase>(),
        RuleIds.TransferConfirm => CommandCatalogue.NameOf<TransferCommand.ConfirmTransfer>(),
        RuleIds.CourtesyReview => CommandCatalogue.NameOf<TransferCommand.ReviewCourtesySupervision>(),
        RuleIds.FollowUpResult => CommandCatalogue.NameOf<FollowUpCommand.RecordSearch>(),
        RuleIds.CaseOutcome => CommandCatalogue.NameOf<TermCommand.RecordCaseOutcome>(),
        RuleIds.CustodyNoticeRead => CommandCatalogue.NameOf<NoReoffendingCommand.ReviewCustodyNotice>(),
        RuleIds.PartnerNoteRead => CommandCatalogue.NameOf<TermCommand.ReadPartnerNotes>(),
        RuleIds.ContactFails => CommandCatalogue.NameOf<ReferralCommand.ChangeContact>(),
        RuleIds.BreachDecision => CommandCatalogue.NameOf<BreachCommand.DecideBreach>(),
        RuleIds.SettleCondition => CommandCatalogue.NameOf<TermCommand.SubstituteCondition>(),
        _ when ConditionDescriptors.TaskOf(rule)?.Command is { } command => command,
        _ when about.Condition is { } id && state.ConditionOrNull(id) is { } condition => ConditionDescriptors.Of(condition.Kind).Next(condition, rule),
        _ => null,
    };

    private static bool IsAccess(AgreementState state, CommandSubject about) =>
        state.DataRequests.Any(known => known.Kind == DataRequestKind.Access && known.Number.ToString(CultureInfo.InvariantCulture) == about.Item);
}
