using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Agreements;

/// <param name="Name">Stable name used in addresses and logs: <c>record-attendance</c>.</param>
/// <param name="Process">The process that it is part of; every stored event names it.</param>
/// <param name="Roles">The roles that may do it. The access policy also checks whose case it is.</param>
public sealed record CommandEntry(Type Command, string Name, string Process, ImmutableArray<Role> Roles);

/// <summary>Every command with its process and roles. The decider, the API and the pages all use this one list.</summary>
public static class CommandCatalogue
{
    private static readonly Role[] Police = [Role.PoliceOfficer, Role.Sergeant];
    private static readonly Role[] Sergeant = [Role.Sergeant];
    private static readonly Role[] Supervising = [Role.KeyWorker, Role.TeamManager, Role.ProgrammeLead];
    private static readonly Role[] Managing = [Role.TeamManager, Role.ProgrammeLead];
    private static readonly Role[] Lead = [Role.ProgrammeLead];
    private static readonly Role[] Restorative = [Role.Facilitator, .. Supervising];
    private static readonly Role[] Providing = [Role.Provider, .. Supervising];
    private static readonly Role[] Victims = [Role.PoliceOfficer, Role.Sergeant, Role.TeamManager, Role.Facilitator];
    private static readonly Role[] Staff = [.. Police, .. Supervising];
    private static readonly Role[] Feeds = [Role.Feed, .. Supervising];
    private static readonly Role[] ClockOnly = [Role.Clock];

    /// <summary>In the order of an agreement's life.</summary>
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        Entry<TimePassed>("pass-time", "time", ClockOnly),
        Entry<ReferralCommand.Refer>("refer", "referral", Police),
        Entry<ReferralCommand.AmendReferral>("amend-referral", "referral", Police),
        Entry<ReferralCommand.AddOffence>("add-offence", "referral", Police),
        Entry<ReferralCommand.CorrectOffence>("correct-offence", "referral", Police),
        Entry<ReferralCommand.RemoveOffence>("remove-offence", "referral", Police),
        Entry<ReferralCommand.ChangeContact>("change-contact", "contact", Staff),
        Entry<ReferralCommand.RecordCheck>("record-check", "checks", [.. Police, .. Supervising]),
        Entry<ReferralCommand.RecordFacts>("record-facts", "eligibility", Police),
        Entry<ReferralCommand.RecordRisk>("record-risk", "eligibility", Police),
        Entry<ReferralCommand.OverrideRisk>("override-risk", "eligibility", Sergeant),
        Entry<ReferralCommand.ApproveEligibility>("approve-eligibility", "eligibility", Sergeant),
        Entry<ReferralCommand.FindNotEligible>("find-not-eligible", "eligibility", Police),
        Entry<ReferralCommand.AllocateArm>("allocate-arm", "trial", [.. Police, Role.ProgrammeLead]),
        Entry<ReferralCommand.RecordNeeds>("record-needs", "referral", Staff),
        Entry<ReferralCommand.RecordGoals>("record-goals", "goals", Staff),
        Entry<VictimCommand.RecordVictim>("record-victim", "victim", Victims),
        Entry<VictimCommand.RecordVictimViews>("record-victim-views", "victim", Victims),
        Entry<VictimCommand.ReferVictimToSupport>("refer-victim-to-support", "victim", Victims),
        Entry<VictimCommand.TellVictim>("tell-victim", "victim", Victims),
        Entry<OfferCommand.MakeOffer>("make-offer", "offer", Police),
        Entry<OfferCommand.WithdrawOffer>("withdraw-offer", "offer", Police),
        Entry<OfferCommand.DeclineOffer>("decline-offer", "offer", Police),
        Entry<OfferCommand.SignAgreement>("sign-agreement", "signing", Police),
        Entry<AppointmentCommand.ScheduleAppointment>("schedule-appointment", "appointments", Providing),
        Entry<AppointmentCommand.RescheduleAppointment>("reschedule-appointment", "appointments", Providing),
        Entry<AppointmentCommand.RecordAttendance>("record-attendance", "appointments", Providing),
        Entry<AppointmentCommand.RecordEvidence>("record-evidence", "appointments", Supervising),
        Entry<AppointmentCommand.CorrectAttendance>("correct-attendance", "appointments", Supervising),
        Entry<SupervisionCommand.ExcusePeriod>("excuse-period", "supervision", Supervising),
        Entry<ReparationCommand.ArrangePlacement>("arrange-placement", "reparation", Providing),
        Entry<RestorativeJusticeCommand.RecordVictimContact>("record-victim-contact", "restorative-justice", Restorative),
        Entry<RestorativeJusticeCommand.RecordVictimAnswer>("record-victim-answer", "restorative-justice", Restorative),
        Entry<RestorativeJusticeCommand.RecordVictimWithdrawal>("record-victim-withdrawal", "restorative-justice", Restorative),
        Entry<RestorativeJusticeCommand.RecordPreparation>("record-preparation", "restorative-justice", Restorative),
        Entry<RestorativeJusticeCommand.RecordRestorativeOutcome>("record-restorative-outcome", "restorative-justice", Restorative),
        Entry<TagMonitoringCommand.RecordTagConsent>("record-tag-consent", "tag-monitoring", Supervising),
        Entry<TagMonitoringCommand.WithdrawTagConsent>("withdraw-tag-consent", "tag-monitoring", Supervising),
        Entry<TagMonitoringCommand.RecordTagFitted>("record-tag-fitted", "tag-monitoring", Supervising),
        Entry<TagMonitoringCommand.ReceiveTagEvent>("receive-tag-event", "tag-monitoring", Feeds),
        Entry<TagMonitoringCommand.ReviewTagEvent>("review-tag-event", "tag-monitoring", Supervising),
        Entry<TagMonitoringCommand.ConfirmTagRemoved>("confirm-tag-removed", "tag-monitoring", Supervising),
        Entry<PathwayCommand.SendPathwayReferral>("send-pathway-referral", "pathway", Supervising),
        Entry<PathwayCommand.AcceptPathwayReferral>("accept-pathway-referral", "pathway", Providing),
        Entry<PathwayCommand.DeclinePathwayReferral>("decline-pathway-referral", "pathway", Providing),
        Entry<PathwayCommand.RecordPathwayAssessment>("record-pathway-assessment", "pathway", Providing),
        Entry<PathwayCommand.ClosePathway>("close-pathway", "pathway", Providing),
        Entry<NoReoffendingCommand.ReceiveCustodyNotice>("receive-custody-notice", "custody", [.. Feeds, .. Police]),
        Entry<TermCommand.ChangeKeyWorker>("change-key-worker", "key-worker", Managing),
        Entry<TermCommand.CoverCase>("cover-case", "key-worker", Managing),
        Entry<TermCommand.EndCover>("end-cover", "key-worker", Managing),
        Entry<NoReoffendingCommand.ReviewCustodyNotice>("review-custody-notice", "custody", Police),
        Entry<NoReoffendingCommand.SettleArrest>("settle-arrest", "custody", Lead),
        Entry<TermCommand.VaryAgreement>("vary-agreement", "variation", Lead),
        Entry<TermCommand.TakeOffenceIn>("take-offence-in", "variation", Lead),
        Entry<TermCommand.WaiveCondition>("waive-condition", "variation", Lead),
        Entry<TermCommand.SubstituteCondition>("substitute-condition", "variation", Lead),
        Entry<TermCommand.FailCondition>("fail-condition", "conditions", Supervising),
        Entry<TermCommand.ExtendTerm>("extend-term", "extension", Lead),
        Entry<TermCommand.Discontinue>("discontinue", "discontinuation", Lead),
        Entry<TermCommand.AddNote>("add-note", "notes", [.. Staff, Role.Provider, Role.Facilitator]),
        Entry<TermCommand.ReadPartnerNotes>("read-partner-notes", "notes", Supervising),
        Entry<TellingCommand.TellPerson>("tell-person", "telling", Staff),
        Entry<TellingCommand.RecordAnswer>("record-answer", "telling", Supervising),
        Entry<BreachCommand.RecordFailure>("record-failure", "failures", Supervising),
        Entry<BreachCommand.RecordViolence>("record-violence", "failures", Staff),
        Entry<BreachCommand.WithdrawWarning>("withdraw-warning", "failures", Supervising),
        Entry<BreachCommand.ProposeBreach>("propose-breach", "breach", Supervising),
        Entry<BreachCommand.DecideBreach>("decide-breach", "breach", Lead),
        Entry<TermCommand.RecordCaseOutcome>("record-case-outcome", "case-outcome", [.. Police, Role.ProgrammeLead]),
        Entry<TermCommand.AcknowledgeAlert>("acknowledge-alert", "alerts", Lead),
        Entry<TermCommand.ReportUndelivered>("report-undelivered", "delivery", ClockOnly),
    ];

    private static readonly Dictionary<Type, CommandEntry> ByType = All.ToDictionary(entry => entry.Command);

    public static CommandEntry Of(AgreementCommand command) => ByType[command.GetType()];

    public static ImmutableArray<Role> RolesOf<TCommand>() where TCommand : AgreementCommand => ByType[typeof(TCommand)].Roles;

    public static string NameOf<TCommand>() where TCommand : AgreementCommand => ByType[typeof(TCommand)].Name;

    private static CommandEntry Entry<TCommand>(string name, string process, Role[] roles) where TCommand : AgreementCommand =>
        new(typeof(TCommand), name, process, [.. roles]);
}
