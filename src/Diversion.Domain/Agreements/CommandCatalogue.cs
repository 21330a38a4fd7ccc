using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions;
using Diversion.Domain.DataRights;
using Diversion.Domain.Documents;
using Diversion.Domain.ExitPlans;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Keeping;
using Diversion.Domain.Offer;
using Diversion.Domain.OwnPage;
using Diversion.Domain.Referral;
using Diversion.Domain.Streams;
using Diversion.Domain.Support;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;
using Diversion.Domain.Victim;
using Diversion.Domain.Visits;

namespace Diversion.Domain.Agreements;

/// <param name="Name">Stable name used in addresses and logs: <c>record-attendance</c>.</param>
/// <param name="Process">The process that it is part of; every stored event names it.</param>
/// <param name="Roles">The roles that may do it. The access policy also checks whose case it is.</param>
public sealed record CommandEntry(Type Command, string Name, string Process, ImmutableArray<Role> Roles)
{
    internal static CommandEntry Of<TCommand>(string name, string process, params Role[] roles) where TCommand : StreamCommand =>
        new(typeof(TCommand), name, process, [.. roles]);
}

/// <summary>Every command with its process and roles. The decider, the API and the pages all use this one list.</summary>
public static class CommandCatalogue
{
    /// <summary>In the order of an agreement's life.</summary>
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        CommandEntry.Of<TimePassed>("pass-time", "time", CommandRoles.ClockOnly),
        CommandEntry.Of<ReferralCommand.Refer>("refer", "referral", CommandRoles.Police),
        CommandEntry.Of<ReferralCommand.AmendReferral>("amend-referral", "referral", CommandRoles.Police),
        CommandEntry.Of<ReferralCommand.AddOffence>("add-offence", "referral", CommandRoles.Police),
        CommandEntry.Of<ReferralCommand.CorrectOffence>("correct-offence", "referral", CommandRoles.Police),
        CommandEntry.Of<ReferralCommand.RemoveOffence>("remove-offence", "referral", CommandRoles.Police),
        CommandEntry.Of<ReferralCommand.ChangeContact>("change-contact", "contact", CommandRoles.Staff),
        CommandEntry.Of<ReferralCommand.RecordCircumstances>("record-circumstances", "circumstances", CommandRoles.Staff),
        CommandEntry.Of<ReferralCommand.RecordStaffRisk>("record-staff-risk", "circumstances", CommandRoles.MeetingPerson),
        CommandEntry.Of<ReferralCommand.RecordCheck>("record-check", "checks", [.. CommandRoles.Police, .. CommandRoles.Supervising]),
        CommandEntry.Of<ReferralCommand.RecordFacts>("record-facts", "eligibility", CommandRoles.Police),
        CommandEntry.Of<ReferralCommand.RecordRisk>("record-risk", "eligibility", CommandRoles.Police),
        CommandEntry.Of<ReferralCommand.OverrideRisk>("override-risk", "eligibility", CommandRoles.Sergeant),
        CommandEntry.Of<ReferralCommand.ApproveEligibility>("approve-eligibility", "eligibility", CommandRoles.Sergeant),
        CommandEntry.Of<ReferralCommand.FindNotEligible>("find-not-eligible", "eligibility", CommandRoles.Police),
        CommandEntry.Of<ReferralCommand.AllocateArm>("allocate-arm", "trial", [.. CommandRoles.Police, Role.ProgrammeLead, Role.Clock]),
        CommandEntry.Of<ReferralCommand.LeaveOutOfTrial>("leave-out-of-trial", "trial", CommandRoles.Lead),
        CommandEntry.Of<ReferralCommand.RecordCrossover>("record-crossover", "trial", [.. CommandRoles.Police, Role.ProgrammeLead]),
        CommandEntry.Of<ReferralCommand.RecordResearchConsent>("record-research-consent", "trial", CommandRoles.Staff),
        CommandEntry.Of<ReferralCommand.RecordNeeds>("record-needs", "referral", CommandRoles.Staff),
        CommandEntry.Of<ReferralCommand.RecordUnmetNeed>("record-unmet-need", "needs", CommandRoles.Staff),
        CommandEntry.Of<ReferralCommand.MeetUnmetNeed>("meet-unmet-need", "needs", CommandRoles.Staff),
        CommandEntry.Of<ReferralCommand.RecordSharingConsent>("record-sharing-consent", "consent", CommandRoles.Supervising),
        CommandEntry.Of<ReferralCommand.RecordGoals>("record-goals", "goals", CommandRoles.Staff),
        CommandEntry.Of<VisitCommand.BookVisit>("book-visit", "visits", [.. CommandRoles.Staff, Role.Clock]),
        CommandEntry.Of<VisitCommand.CancelVisit>("cancel-visit", "visits", [.. CommandRoles.Visiting, Role.Clock]),
        CommandEntry.Of<VisitCommand.RecordVisit>("record-visit", "visits", CommandRoles.Visiting),
        CommandEntry.Of<VictimCommand.RecordVictim>("record-victim", "victim", CommandRoles.Victims),
        CommandEntry.Of<VictimCommand.RemoveVictim>("remove-victim", "victim", CommandRoles.Police),
        CommandEntry.Of<VictimCommand.RecordVictimViews>("record-victim-views", "victim", CommandRoles.Victims),
        CommandEntry.Of<VictimCommand.ReferVictimToSupport>("refer-victim-to-support", "victim", CommandRoles.Victims),
        CommandEntry.Of<VictimCommand.TellVictim>("tell-victim", "victim", CommandRoles.Victims),
        CommandEntry.Of<VictimCommand.OptVictimOut>("opt-victim-out", "victim", CommandRoles.Victims),
        CommandEntry.Of<VictimCommand.OptVictimIn>("opt-victim-in", "victim", CommandRoles.Victims),
        CommandEntry.Of<VictimCommand.RecordVictimSatisfaction>("record-victim-satisfaction", "victim", CommandRoles.Victims),
        CommandEntry.Of<VictimCommand.RecordVictimRequest>("record-victim-request", "victim-requests", CommandRoles.VictimRequests),
        CommandEntry.Of<VictimCommand.AcknowledgeVictimRequest>("acknowledge-victim-request", "victim-requests", CommandRoles.VictimRequests),
        CommandEntry.Of<VictimCommand.AnswerVictimRequest>("answer-victim-request", "victim-requests", CommandRoles.VictimRequests),
        CommandEntry.Of<OfferCommand.MakeOffer>("make-offer", "offer", CommandRoles.Police),
        CommandEntry.Of<OfferCommand.WithdrawOffer>("withdraw-offer", "offer", CommandRoles.Police),
        CommandEntry.Of<OfferCommand.DeclineOffer>("decline-offer", "offer", CommandRoles.Police),
        CommandEntry.Of<OfferCommand.SignAgreement>("sign-agreement", "signing", CommandRoles.Police),
        CommandEntry.Of<AppointmentCommand.ScheduleAppointment>("schedule-appointment", "appointments", CommandRoles.Providing),
        CommandEntry.Of<AppointmentCommand.ScheduleSeries>("schedule-series", "appointments", CommandRoles.Providing),
        CommandEntry.Of<AppointmentCommand.RescheduleAppointment>("reschedule-appointment", "appointments", CommandRoles.Providing),
        CommandEntry.Of<AppointmentCommand.RecordAbsenceNotice>("record-absence-notice", "appointments", [.. CommandRoles.Providing, Role.Participant]),
        CommandEntry.Of<AppointmentCommand.RecordAttendance>("record-attendance", "appointments", [.. CommandRoles.Providing, Role.Supervisor]),
        CommandEntry.Of<AppointmentCommand.RecordEvidence>("record-evidence", "appointments", CommandRoles.Supervising),
        CommandEntry.Of<AppointmentCommand.CorrectAttendance>("correct-attendance", "appointments", CommandRoles.Supervising),
        .. ConditionKinds.Commands,
        CommandEntry.Of<TermCommand.ChangeKeyWorker>("change-key-worker", "key-worker", CommandRoles.Managing),
        CommandEntry.Of<TermCommand.RecordHandover>("record-handover", "key-worker", CommandRoles.Supervising),
        CommandEntry.Of<TermCommand.CoverCase>("cover-case", "key-worker", CommandRoles.Managing),
        CommandEntry.Of<TermCommand.EndCover>("end-cover", "key-worker", CommandRoles.Managing),
        CommandEntry.Of<TransferCommand.PassToTeam>("pass-to-team", "team", CommandRoles.Managing),
        CommandEntry.Of<TransferCommand.AcceptCase>("accept-case", "team", CommandRoles.Managing),
        CommandEntry.Of<TransferCommand.DeclineCase>("decline-case", "team", CommandRoles.Managing),
        CommandEntry.Of<TransferCommand.StopPassing>("stop-passing", "team", CommandRoles.Managing),
        CommandEntry.Of<TransferCommand.ArrangeCourtesySupervision>("arrange-courtesy-supervision", "courtesy-supervision", CommandRoles.Supervising),
        CommandEntry.Of<TransferCommand.ReviewCourtesySupervision>("review-courtesy-supervision", "courtesy-supervision", CommandRoles.Supervising),
        CommandEntry.Of<TransferCommand.EndCourtesySupervision>("end-courtesy-supervision", "courtesy-supervision", CommandRoles.Supervising),
        CommandEntry.Of<TransferCommand.TransferOut>("transfer-out", "transfer", CommandRoles.Lead),
        CommandEntry.Of<TransferCommand.TakeBack>("take-back", "transfer", CommandRoles.Lead),
        CommandEntry.Of<TransferCommand.ConfirmTransfer>("confirm-transfer", "transfer", CommandRoles.Lead),
        CommandEntry.Of<TransferCommand.ReceiveTransfer>("receive-transfer", "transfer", CommandRoles.Lead),
        CommandEntry.Of<TermCommand.VaryAgreement>("vary-agreement", "variation", CommandRoles.Lead),
        CommandEntry.Of<TermCommand.TakeOffenceIn>("take-offence-in", "variation", CommandRoles.Lead),
        CommandEntry.Of<TermCommand.WaiveCondition>("waive-condition", "variation", CommandRoles.Lead),
        CommandEntry.Of<TermCommand.SubstituteCondition>("substitute-condition", "variation", CommandRoles.Lead),
        CommandEntry.Of<TermCommand.FailCondition>("fail-condition", "conditions", CommandRoles.Supervising),
        CommandEntry.Of<TermCommand.ExtendTerm>("extend-term", "extension", CommandRoles.Lead),
        CommandEntry.Of<TermCommand.Discontinue>("discontinue", "discontinuation", CommandRoles.Lead),
        CommandEntry.Of<TermCommand.AddNote>("add-note", "notes", [.. CommandRoles.Staff, Role.Provider, Role.Facilitator]),
        CommandEntry.Of<TermCommand.ReadPartnerNotes>("read-partner-notes", "notes", CommandRoles.Supervising),
        CommandEntry.Of<DocumentCommand.KeepDocument>("keep-document", "documents", [.. CommandRoles.Staff, Role.Provider, Role.Facilitator]),
        CommandEntry.Of<DocumentCommand.RemoveDocument>("remove-document", "documents", CommandRoles.Lead),
        CommandEntry.Of<TellingCommand.TellPerson>("tell-person", "telling", CommandRoles.Staff),
        CommandEntry.Of<TellingCommand.RecordAnswer>("record-answer", "telling", CommandRoles.Supervising),
        CommandEntry.Of<ComplaintCommand.RecordComplaint>("record-complaint", "complaints", CommandRoles.Staff),
        CommandEntry.Of<ComplaintCommand.AcknowledgeComplaint>("acknowledge-complaint", "complaints", CommandRoles.AnsweringComplaints),
        CommandEntry.Of<ComplaintCommand.AnswerComplaint>("answer-complaint", "complaints", CommandRoles.AnsweringComplaints),
        CommandEntry.Of<ComplaintCommand.WithdrawComplaint>("withdraw-complaint", "complaints", CommandRoles.AnsweringComplaints),
        CommandEntry.Of<DataRequestCommand.RecordAccessRequest>("record-access-request", "data-requests", CommandRoles.Staff),
        CommandEntry.Of<DataRequestCommand.RecordCorrectionRequest>("record-correction-request", "data-requests", CommandRoles.Staff),
        CommandEntry.Of<DataRequestCommand.ExtendDataRequest>("extend-data-request", "data-requests", CommandRoles.Lead),
        CommandEntry.Of<DataRequestCommand.MarkPassage>("mark-passage", "data-requests", CommandRoles.Lead),
        CommandEntry.Of<DataRequestCommand.AnswerAccessRequest>("answer-access-request", "data-requests", CommandRoles.Lead),
        CommandEntry.Of<DataRequestCommand.AnswerCorrectionRequest>("answer-correction-request", "data-requests", CommandRoles.Lead),
        CommandEntry.Of<OwnPageCommand.GiveOwnPage>("give-own-page", "own-page", CommandRoles.Supervising),
        CommandEntry.Of<OwnPageCommand.StopOwnPage>("stop-own-page", "own-page", CommandRoles.Supervising),
        CommandEntry.Of<OwnPageCommand.OpenOwnPage>("open-own-page", "own-page", Role.Participant),
        CommandEntry.Of<SupportCommand.OfferHealthCheck>("offer-health-check", "health-check", CommandRoles.Supervising),
        CommandEntry.Of<SupportCommand.AnswerHealthCheck>("answer-health-check", "health-check", CommandRoles.Providing),
        CommandEntry.Of<SupportCommand.RecordHealthCheck>("record-health-check", "health-check", CommandRoles.Providing),
        CommandEntry.Of<SupportCommand.ReferOnward>("refer-onward", "health-check", Role.Provider),
        CommandEntry.Of<SupportCommand.RecordOnwardOutcome>("record-onward-outcome", "health-check", Role.Provider),
        CommandEntry.Of<SupportCommand.MatchMentor>("match-mentor", "mentoring", CommandRoles.Supervising),
        CommandEntry.Of<SupportCommand.LogMentorMeeting>("log-mentor-meeting", "mentoring", Role.Provider),
        CommandEntry.Of<SupportCommand.EndMentoring>("end-mentoring", "mentoring", CommandRoles.Providing),
        CommandEntry.Of<ExitPlanCommand.PlanContinuation>("plan-continuation", "exit-plan", CommandRoles.Supervising),
        CommandEntry.Of<ExitPlanCommand.RemoveContinuation>("remove-continuation", "exit-plan", CommandRoles.Supervising),
        CommandEntry.Of<ExitPlanCommand.AgreeExitPlan>("agree-exit-plan", "exit-plan", CommandRoles.Supervising),
        CommandEntry.Of<ExitPlanCommand.RecordWarmHandover>("record-warm-handover", "exit-plan", CommandRoles.Supervising),
        CommandEntry.Of<ExitPlanCommand.RecordFollowUpCall>("record-follow-up-call", "exit-plan", CommandRoles.Supervising),
        CommandEntry.Of<BreachCommand.RecordFailure>("record-failure", "failures", CommandRoles.Supervising),
        CommandEntry.Of<BreachCommand.RecordViolence>("record-violence", "failures", CommandRoles.Staff),
        CommandEntry.Of<BreachCommand.WithdrawWarning>("withdraw-warning", "failures", CommandRoles.Supervising),
        CommandEntry.Of<BreachCommand.DecideContest>("decide-contest", "failures", [Role.Sergeant, Role.ProgrammeLead]),
        CommandEntry.Of<BreachCommand.ProposeBreach>("propose-breach", "breach", CommandRoles.Supervising),
        CommandEntry.Of<BreachCommand.DecideBreach>("decide-breach", "breach", CommandRoles.Lead),
        CommandEntry.Of<TermCommand.RecordCaseOutcome>("record-case-outcome", "case-outcome", [.. CommandRoles.Police, Role.ProgrammeLead]),
        CommandEntry.Of<FollowUpCommand.RecordReoffence>("record-reoffence", "follow-up", CommandRoles.FollowingUp),
        CommandEntry.Of<FollowUpCommand.RemoveReoffence>("remove-reoffence", "follow-up", CommandRoles.FollowingUp),
        CommandEntry.Of<FollowUpCommand.RecordSearch>("record-search", "follow-up", CommandRoles.FollowingUp),
        CommandEntry.Of<FollowUpCommand.RecordDeparture>("record-departure", "follow-up", CommandRoles.FollowingUp),
        CommandEntry.Of<FollowUpCommand.RemoveDeparture>("remove-departure", "follow-up", CommandRoles.FollowingUp),
        CommandEntry.Of<FollowUpCommand.RecordCustodyTime>("record-custody-time", "follow-up", CommandRoles.FollowingUp),
        CommandEntry.Of<FollowUpCommand.RemoveCustodyTime>("remove-custody-time", "follow-up", CommandRoles.FollowingUp),
        CommandEntry.Of<TermCommand.AcknowledgeAlert>("acknowledge-alert", "alerts", CommandRoles.Lead),
        CommandEntry.Of<KeepingCommand.HoldRecord>("hold-record", "keeping", CommandRoles.Lead),
        CommandEntry.Of<KeepingCommand.LiftHold>("lift-hold", "keeping", CommandRoles.Lead),
        CommandEntry.Of<KeepingCommand.KeepLonger>("keep-longer", "keeping", CommandRoles.Lead),
        CommandEntry.Of<KeepingCommand.EraseRecord>("erase-record", "keeping", CommandRoles.Lead),
        CommandEntry.Of<KeepingCommand.EndErasure>("end-erasure", "keeping", CommandRoles.ClockOnly),
        CommandEntry.Of<TermCommand.ReportUndelivered>("report-undelivered", "delivery", CommandRoles.ClockOnly),
    ];

    private static readonly Dictionary<Type, CommandEntry> ByType = All.ToDictionary(entry => entry.Command);

    private static readonly Dictionary<string, CommandEntry> ByName = All.ToDictionary(entry => entry.Name);

    /// <exception cref="KeyNotFoundException">The catalogue has no such name.</exception>
    public static CommandEntry Named(string name) => ByName[name];

    public static CommandEntry Of(AgreementCommand command) => ByType[command.GetType()];

    public static ImmutableArray<Role> RolesOf<TCommand>() where TCommand : AgreementCommand => ByType[typeof(TCommand)].Roles;

    public static string NameOf<TCommand>() where TCommand : AgreementCommand => ByType[typeof(TCommand)].Name;
}
