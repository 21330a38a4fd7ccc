using Diversion.Casework.Answers;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.DataRights;
using Diversion.Domain.Documents;
using Diversion.Domain.FollowUp;
using Diversion.Domain.OwnPage;
using Diversion.Domain.Referral;
using Diversion.Domain.Support;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;
using Diversion.Domain.Victim;
using Diversion.Domain.Visits;

namespace Diversion.Casework.Access;

/// <summary>
/// The one place that decides who may do and see what on a case. The domain checks roles; this class checks whose case it
/// is. The API, the pages and the exports all use it.
/// </summary>
public static partial class AccessPolicy
{
    /// <summary>The logged reason when a sergeant opens a referral that waits for a sergeant's decision.</summary>
    public const string EligibilityWaits = "The referral waits for a sergeant to decide on eligibility.";

    /// <summary>Like <see cref="EligibilityWaits"/>, for a case whose outcome has not been recorded.</summary>
    public const string OutcomeWaits = "The outcome of the case is still to be recorded, and the sergeants were told.";

    /// <summary>Likewise for the manager of a team that is asked to take a case.</summary>
    public const string TeamAsked = "The case waits for the team manager to say whether the team takes it.";

    /// <returns>Null when allowed.</returns>
    public static Refusal? MayCommand(Actor actor, AgreementState state, AgreementCommand command) => actor.Role switch
    {
        // A case comes in with its bundle, and in no other way.
        _ when command is TransferCommand.ReceiveTransfer => CaseworkRefusal.NotYours(),

        // Whoever is not shown the risk would write over it unseen.
        _ when command is ReferralCommand.RecordStaffRisk && !MeetsPerson(actor, state) => CaseworkRefusal.NotYours(),

        // An analyst opens no case: what the police's records say comes in with a file.
        Role.Analyst when command is FollowUpCommand => null,
        // Of which case, the page that they came in to says.
        Role.Participant => command is OwnPageCommand.OpenOwnPage or AppointmentCommand.RecordAbsenceNotice ? null : CaseworkRefusal.NotYours(),
        Role.Clock or Role.Feed or Role.Sergeant or Role.ProgrammeLead => null,
        Role.PoliceOfficer => IsOfficersTeam(actor, state) ? null : CaseworkRefusal.NotYours(),
        Role.KeyWorker => IsWorkers(actor, state) || StandsIn(actor, state) ? null : CaseworkRefusal.NotYours(),
        Role.TeamManager => MayManage(actor, state, command),
        Role.Provider when command is SupportCommand support => MayCommandSupport(actor, state, support) ? null : CaseworkRefusal.NotYours(),
        Role.Provider when VisitOf(command) is { } number => VisitsOf(actor, state).Any(visit => visit.Number == number) ? null : CaseworkRefusal.NotYours(),
        Role.Provider => ConditionOf(command) is { } id && state.ConditionOrNull(id)?.PartnerProvider == actor.Organisation && actor.Organisation is not null
            ? null
            : CaseworkRefusal.NotYours(),
        Role.Supervisor => IsOfTheirProject(actor, state, command) ? null : CaseworkRefusal.NotYours(),
        Role.Facilitator => IsFacilitators(actor, state) && (command is VictimCommand own ? IsTheirVictim(actor, state, own) : IsOnTheirs(actor, state, command))
            ? null
            : CaseworkRefusal.NotYours(),
        _ => CaseworkRefusal.NotYours(),
    };

    /// <summary>Whether the actor's role may run this command on some case; <see cref="MayCommand"/> says on which.</summary>
    public static bool IsForRole<TCommand>(Actor actor) where TCommand : AgreementCommand =>
        CommandCatalogue.RolesOf<TCommand>().Contains(actor.Role);

    /// <param name="command">A name of the catalogue; any other is refused.</param>
    public static bool IsForRole(Actor actor, string command) =>
        CommandCatalogue.All.FirstOrDefault(entry => entry.Name == command)?.Roles.Contains(actor.Role) == true;

    /// <summary>What the actor may see of the record, and whether access needs a reason.</summary>
    public static RecordVisibility Of(Actor actor, AgreementState state)
    {
        var visible = OfRole(actor, state);
        return visible.Timeline && state.Complaints.Any(complaint => complaint.IsOf(actor))
            ? visible with { ComplaintsOfViewer = [.. state.Complaints.Where(complaint => complaint.IsOf(actor)).Select(complaint => complaint.Number)] }
            : visible;
    }

    /// <summary>
    /// The status of the agreement as the actor may know it. Partners do not see that a breach is proposed; their part goes
    /// on as before.
    /// </summary>
    public static AgreementStatus StatusFor(Actor actor, AgreementStatus status) =>
        IsPartner(actor) && status == AgreementStatus.BreachReview ? AgreementStatus.Active : status;

    /// <summary>
    /// What was written in supervision, and what was said when the person was told something: the police read only what the
    /// police wrote.
    /// </summary>
    public static bool MayReadNotes(RecordVisibility visible, Actor writtenBy) => visible.Notes || IsPolice(writtenBy);

    /// <summary>What the person says to it: a note of supervision, unless it is said against a warning.</summary>
    /// <param name="news">Its id.</param>
    public static bool MayReadAnswer(RecordVisibility visible, string news) =>
        visible.Notes || (visible.Objections && PersonNews.Read(news) is { Kind: NewsKind.Warning });

    /// <summary>The conditions that a partner or facilitator may see; all of them for everybody else.</summary>
    public static IReadOnlyList<Condition> ConditionsOf(Actor actor, AgreementState state) => actor.Role switch
    {
        Role.Provider => [.. state.Conditions.Where(condition => actor.Organisation is not null && condition.PartnerProvider == actor.Organisation)],
        Role.Facilitator => [.. state.Conditions.Where(condition => condition.PartnerFacilitator?.Id == actor.Id)],
        Role.Analyst or Role.PanelMember or Role.Supervisor or Role.Feed or Role.Participant => [],
        _ => state.Conditions,
    };

    /// <summary>
    /// The appointments with services that the actor may see: a provider its own while they stand and the case runs, a facilitator
    /// none, everybody else all.
    /// </summary>
    public static IEnumerable<Visit> VisitsOf(Actor actor, AgreementState state) => actor.Role switch
    {
        Role.Provider => state.IsTerminal || actor.Organisation is null ? [] : state.Visits.Where(visit => visit.Status != VisitStatus.Cancelled && visit.Provider == actor.Organisation),
        Role.Facilitator or Role.Analyst or Role.PanelMember or Role.Supervisor or Role.Feed or Role.Participant => [],
        _ => state.Visits,
    };

    /// <summary>
    /// Those who meet the person, or may have to today: they are shown the risk to staff. Leads, analysts, whoever looks
    /// with a reason, and partners whose condition was waived or replaced are not.
    /// </summary>
    public static bool MeetsPerson(Actor actor, AgreementState state) => actor.Role switch
    {
        Role.KeyWorker => IsWorkers(actor, state),
        Role.TeamManager => IsWorkers(actor, state) || ManagesWorker(actor, state),
        Role.PoliceOfficer or Role.Sergeant => IsOfficersTeam(actor, state),
        Role.Facilitator or Role.Provider => SupportTracksOf(actor, state).Count > 0 || ConditionsOf(actor, state).Any(static condition => condition.Status is not (ConditionStatus.Waived or ConditionStatus.Substituted))
            || (actor.Role is Role.Provider && VisitsOf(actor, state).Any(static visit => visit.Status == VisitStatus.Booked)),
        _ => false,
    };

    private static bool IsOfficersTeam(Actor actor, AgreementState state) =>
        IsOrSharesTeam(actor, state.Referral.Officer.Id, state.Referral.Officer.Team);

    /// <summary>The key worker, or the worker who covers for them.</summary>
    private static bool IsWorkers(Actor actor, AgreementState state) =>
        state.KeyWorker?.Id == actor.Id || state.Cover?.Worker.Id == actor.Id;

    /// <summary>
    /// Anybody in the team may do what cannot wait. Before signing there is no key worker yet, so any of them may record
    /// checks and needs. What they do is recorded with their name, but reading the case still takes a reason.
    /// </summary>
    private static bool StandsIn(Actor actor, AgreementState state) =>
        state.KeyWorker is not { } worker || (actor.Team is not null && worker.Team == actor.Team);

    /// <summary>Why a case waits for a sergeant, whichever sergeant it is; null when it does not.</summary>
    private static string? WaitsForSergeant(AgreementState state) =>
        state is { Status: AgreementStatus.Referred, Referral.ChecksBack: true } ? EligibilityWaits
        : state.Obligations.Any(HasReachedSergeants) ? OutcomeWaits
        : null;

    private static bool Manages(Actor actor, string? team) => team is not null && actor.Manages?.Contains(team) == true;

    private static bool ManagesWorker(Actor actor, AgreementState state) => Manages(actor, state.KeyWorker?.Team);

    private static bool IsAsked(Actor actor, AgreementState state) => Manages(actor, state.TeamAsked?.Team);

    private static Refusal? MayManage(Actor actor, AgreementState state, AgreementCommand command) => command switch
    {
        TransferCommand.AcceptCase or TransferCommand.DeclineCase when IsAsked(actor, state) => null,
        TermCommand.ChangeKeyWorker or TermCommand.CoverCase or TransferCommand.PassToTeam or TransferCommand.StopPassing when !ManagesWorker(actor, state) => CaseworkRefusal.NotYours(),
        _ when ManagesWorker(actor, state) || IsWorkers(actor, state) => null,
        ReferralCommand or VictimCommand or ComplaintCommand or DataRequestCommand or VisitCommand or TermCommand.AddNote or DocumentCommand.KeepDocument when Manages(actor, state.Referral.Officer.Team) => null,
        _ => CaseworkRefusal.NotYours(),
    };

    private static bool IsOrSharesTeam(Actor actor, string id, string? team) =>
        id == actor.Id || (actor.Team is not null && team == actor.Team);

    /// <summary>A supervisor marks who came to a session of the project whose register they have open, and does nothing else.</summary>
    private static bool IsOfTheirProject(Actor actor, AgreementState state, AgreementCommand command) =>
        command is AppointmentCommand.RecordAttendance mark && actor.Project is { } project
        && state.ConditionOrNull(mark.ConditionId) is ReparationCondition { Placement: { } placement } && placement.ProjectId == project;

    private static bool IsFacilitators(Actor actor, AgreementState state) =>
        state.Conditions.Any(condition => condition.PartnerFacilitator?.Id == actor.Id);

    private static bool IsOnTheirs(Actor actor, AgreementState state, AgreementCommand command) =>
        ConditionOf(command) is { } id && state.ConditionOrNull(id)?.PartnerFacilitator?.Id == actor.Id;

    /// <summary>A facilitator knows the victim for whom their own condition is, and of no other.</summary>
    private static int[] VictimsOf(Actor actor, AgreementState state) =>
        [.. ConditionsOf(actor, state).Select(condition => condition.ForVictim).OfType<int>()];

    /// <summary>Who else is a victim of the case is for the police to record.</summary>
    private static bool IsTheirVictim(Actor actor, AgreementState state, VictimCommand command) =>
        (command is VictimCommand.RecordVictim ? command.Victim : state.Victims.Find(command.Victim)?.Number) is { } number && VictimsOf(actor, state).Contains(number);

    private static int? VisitOf(AgreementCommand command) => command switch
    {
        VisitCommand.CancelVisit own => own.Number,
        VisitCommand.RecordVisit own => own.Number,
        _ => null,
    };

    private static string? ConditionOf(AgreementCommand command) => command switch
    {
        TermCommand.AddNote own => own.ConditionId,
        DocumentCommand.KeepDocument own => own.ConditionId,
        AppointmentCommand own => own.ConditionId,
        ConditionCommand own => own.About,
        _ => null,
    };
}
