using Diversion.Casework.Messages;
using Diversion.Casework.ReadModels;
using Diversion.Domain.Agreements;
using Diversion.Domain.BoardPacks;
using Diversion.Domain.Reading;

namespace Diversion.Casework.Access;

/// <content>Which lists, and which special parts of a record, each role may read.</content>
public static partial class AccessPolicy
{
    /// <summary>How the register is shown to a user.</summary>
    /// <param name="Team">Only cases of officers of this team.</param>
    /// <param name="Officer">Only cases of this officer.</param>
    /// <param name="Worker">Only cases of this key worker.</param>
    /// <param name="Pseudonymised">Neither names nor references.</param>
    /// <param name="Teams">Only cases of officers or key workers of these teams.</param>
    /// <param name="HidesOthers">Of other people's cases only what identifies them: no offence and no risk (<see
    /// cref="FindsWithoutReason"/>).</param>
    public sealed record RegisterVisibility(
        string? Team = null, string? Officer = null, string? Worker = null, bool Pseudonymised = false, IReadOnlyList<string>? Teams = null, bool HidesOthers = false)
    {
        /// <summary>Shows cases of many teams and key workers by name, so filters for them are useful.</summary>
        public bool TellsWhose => !Pseudonymised && (Team ?? Officer ?? Worker) is null;
    }

    /// <summary>
    /// Leads see every case. So do sergeants, but without the offence if the case is not their team's. Team managers and
    /// officers see their teams' cases, officers without a team their own. Key workers see their own. Analysts see every
    /// case without knowing whose it is. Partners and feeds have no register.
    /// </summary>
    /// <returns>Null when the role has none.</returns>
    public static RegisterVisibility? Register(Actor actor) => actor.Role switch
    {
        Role.ProgrammeLead => new RegisterVisibility(),
        Role.Sergeant => new RegisterVisibility(HidesOthers: true),
        Role.TeamManager => new RegisterVisibility(Teams: actor.Manages ?? []),
        Role.PoliceOfficer when actor.Team is { } team => new RegisterVisibility(Team: team),
        Role.PoliceOfficer => new RegisterVisibility(Officer: actor.Id),
        Role.KeyWorker => new RegisterVisibility(Worker: actor.Id),
        Role.Analyst => new RegisterVisibility(Pseudonymised: true),
        _ => null,
    };

    /// <summary>The caseload that a user sees.</summary>
    /// <param name="worker">Whose caseload a lead asks for, or a team manager for a worker in their teams; everybody else
    /// sees their own.</param>
    /// <param name="team">Of that worker; null when it is not known.</param>
    /// <returns>The partition of the caseload; null when the role has none.</returns>
    public static string? CaseloadPartition(Actor actor, string? worker, string? team = null) => actor.Role switch
    {
        Role.ProgrammeLead => ReadModels.Partitions.Worker(worker ?? actor.Id),
        Role.TeamManager when worker is not null && Manages(actor, team) => ReadModels.Partitions.Worker(worker),
        _ when worker is not null && worker != actor.Id => null,
        Role.KeyWorker or Role.TeamManager => ReadModels.Partitions.Worker(actor.Id),
        Role.PoliceOfficer or Role.Sergeant => ReadModels.Partitions.Officer(actor.Id),
        Role.Facilitator => ReadModels.Partitions.Facilitator(actor.Id),
        Role.Provider when actor.Organisation is { } organisation => ReadModels.Partitions.Provider(organisation),
        _ => null,
    };

    /// <summary>People who are a partner's own, whatever their organisation has: those whose mentor they are.</summary>
    public static string? MentoredPartition(Actor actor) => actor.Role is Role.Provider ? ReadModels.Partitions.Mentor(actor.Id) : null;

    /// <summary>Whether the role has a calendar page.</summary>
    public static bool HasCalendar(Actor actor) => actor.Role is Role.KeyWorker or Role.TeamManager or Role.ProgrammeLead;

    /// <summary>One's own calendar, and those of the key workers whose cases one may pass on.</summary>
    /// <param name="team">Of the key worker; null when it is not known.</param>
    public static bool MaySeeCalendar(Actor actor, string worker, string? team) => HasCalendar(actor) && (worker == actor.Id || MayPassOn(actor, team));

    /// <summary>
    /// Whether the role has a caseload page. Others see their open cases on the home page, or in somebody else's caseload.
    /// </summary>
    public static bool KeepsCaseload(Actor actor) => actor.Role is Role.KeyWorker;

    /// <summary>The teams whose open cases the user manages; empty for everybody except team managers.</summary>
    public static IReadOnlyList<string> TeamsOf(Actor actor) => actor.Role is Role.TeamManager ? actor.Manages ?? [] : [];

    /// <summary>Whether the user may open the page of this key worker, to pass their cases on or arrange cover.</summary>
    /// <param name="team">Of the key worker; null when it is not known.</param>
    public static bool MayPassOn(Actor actor, string? team) =>
        actor.Role is Role.ProgrammeLead || (actor.Role is Role.TeamManager && Manages(actor, team));

    /// <summary>Analysts, panel members and feeds cannot search; partners search only among their own cases.</summary>
    public static bool MaySearch(Actor actor) => actor.Role is not (Role.Analyst or Role.PanelMember or Role.Supervisor or Role.Feed or Role.Clock or Role.Public);

    /// <summary>
    /// Whether giving a reason opens other people's cases and the search for them. Everybody else can open all cases
    /// without one, or only their own.
    /// </summary>
    public static bool LooksFurtherWithReason(Actor actor) => actor.Role is Role.PoliceOfficer or Role.Sergeant or Role.KeyWorker or Role.TeamManager;

    /// <summary>
    /// Whether the user may find this case without giving a reason. Same answer as <see cref="Of"/>, from who is on the
    /// case.
    /// </summary>
    /// <param name="worker">Null before there is one.</param>
    /// <param name="cover">Who covers for the key worker; null when nobody does.</param>
    public static bool FindsWithoutReason(
        Actor actor, string officer, string? officerTeam, string? worker, string? workerTeam, string? cover) => actor.Role switch
    {
        Role.ProgrammeLead => true,
        Role.PoliceOfficer or Role.Sergeant => IsOrSharesTeam(actor, officer, officerTeam),
        Role.KeyWorker => worker == actor.Id || cover == actor.Id,
        Role.TeamManager => worker == actor.Id || cover == actor.Id || Manages(actor, workerTeam) || Manages(actor, officerTeam),
        _ => false,
    };

    public static bool MaySeeInbox(Actor actor) => actor.Role is Role.ProgrammeLead;

    /// <summary>The access log (who read a record outside their own work, who exported cases), for those responsible for it.</summary>
    public static bool MaySeeAccessLog(Actor actor) => actor.Role is Role.ProgrammeLead or Role.Sergeant;

    public static bool MaySeeMessages(Actor actor) => actor.Role is Role.ProgrammeLead or Role.TeamManager or Role.KeyWorker;

    /// <summary>Undelivered messages of all agreements, and retrying them.</summary>
    public static bool MaySeeOutbox(Actor actor) => actor.Role is Role.ProgrammeLead;

    /// <summary>The service directory: no person is in it.</summary>
    public static bool MaySeeServices(Actor actor) =>
        actor.Role is Role.PoliceOfficer or Role.Sergeant or Role.KeyWorker or Role.TeamManager or Role.ProgrammeLead or Role.Provider or Role.Facilitator;

    /// <summary>Adding and changing entries: leads, and each partner organisation its own.</summary>
    public static bool MayKeepServices(Actor actor) => actor.Role is Role.ProgrammeLead || (actor.Role is Role.Provider && actor.Organisation is not null);

    /// <param name="organisation">Whose entry it is.</param>
    public static bool KeepsService(Actor actor, string organisation) =>
        MayKeepServices(actor) && (actor.Role is Role.ProgrammeLead || ReferenceText.Key(actor.Organisation!) == ReferenceText.Key(organisation));

    /// <summary>Partnership agreements and their reviews, and who tried to change an entry that is not theirs.</summary>
    public static bool MayKeepPartnerships(Actor actor) => actor.Role is Role.ProgrammeLead;

    /// <summary>The reparation projects: no person is among them.</summary>
    public static bool MaySeeProjects(Actor actor) =>
        actor.Role is Role.PoliceOfficer or Role.Sergeant or Role.KeyWorker or Role.TeamManager or Role.ProgrammeLead || MayAskForWork(actor);

    /// <summary>Adding projects, and answering the partners' requests.</summary>
    public static bool MayAddProjects(Actor actor) => actor.Role is Role.ProgrammeLead;

    public static bool MayAskForWork(Actor actor) => actor.Role is Role.Provider && actor.Organisation is not null;

    /// <param name="partner">Whose project it is.</param>
    public static bool KeepsProject(Actor actor, string partner) =>
        MayAddProjects(actor) || (MayAskForWork(actor) && ReferenceText.Key(actor.Organisation!) == ReferenceText.Key(partner));

    /// <summary>Has sessions of projects to look after, and nothing else to see.</summary>
    public static bool SupervisesSessions(Actor actor) => actor.Role is Role.Supervisor && actor.Organisation is not null;

    /// <summary>Credited hours and what they saved: a partner sees its own.</summary>
    public static bool MaySeeProjectHours(Actor actor) => actor.Role is Role.ProgrammeLead or Role.Analyst || MayAskForWork(actor);

    /// <summary>How much of the work was for community safety, by area: for those who answer to the board.</summary>
    public static bool MaySeeProjectShares(Actor actor) => actor.Role is Role.ProgrammeLead or Role.Analyst;

    /// <param name="partner">Whose projects they were worked at; null for work that the directory does not have.</param>
    public static bool SeesHoursOf(Actor actor, string? partner) =>
        MaySeeProjectHours(actor) && (actor.Organisation is not { } own || (partner is not null && ReferenceText.Key(own) == ReferenceText.Key(partner)));

    public static bool MayOpenRegisters(Actor actor) => actor.Role is Role.ProgrammeLead || SupervisesSessions(actor);

    /// <summary>Who is expected at the sessions of a project, and marking who came: its supervisor, and the leads.</summary>
    /// <param name="supervisor">Id of the project's supervisor; null while there is nobody.</param>
    public static bool MayMarkSessions(Actor actor, string? supervisor) =>
        actor.Role is Role.ProgrammeLead || (SupervisesSessions(actor) && actor.Id == supervisor);

    /// <summary>Reading what the public wrote, letting words out and keeping them back.</summary>
    public static bool MayModerate(Actor actor) => actor.Role is Role.ProgrammeLead;

    public static bool MayOpenRounds(Actor actor) => actor.Role is Role.ProgrammeLead;

    /// <summary>The votes of the public, and entering those that came on paper or by telephone.</summary>
    public static bool MaySeeRounds(Actor actor) => actor.Role is Role.PoliceOfficer or Role.Sergeant or Role.KeyWorker or Role.TeamManager or Role.ProgrammeLead;

    /// <summary>How often no service meets a need: counts that name nobody.</summary>
    public static bool MaySeeUnmetNeeds(Actor actor) => actor.Role is Role.ProgrammeLead or Role.Analyst;

    public static bool MayImportServices(Actor actor) => actor.Role is Role.ProgrammeLead;

    /// <summary>The staff directory with its timeline, and changing it.</summary>
    public static bool MaySeeStaff(Actor actor) => actor.Role is Role.ProgrammeLead;

    /// <summary>What partner organisations are told of whom, and who of them looked.</summary>
    public static bool MaySeeSharing(Actor actor) => actor.Role is Role.ProgrammeLead;

    /// <summary>The breach file and the completion file, and the zip of either.</summary>
    public static bool MaySeeCaseFile(Actor actor, AgreementState state) => !state.IsErased && IsShownCaseFile(actor, state);

    private static bool IsShownCaseFile(Actor actor, AgreementState state) =>
        actor.Role is Role.ProgrammeLead or Role.Sergeant || (actor.Role is Role.PoliceOfficer && IsOfficersTeam(actor, state))
        || (actor.Role is Role.TeamManager && (ManagesWorker(actor, state) || Manages(actor, state.Referral.Officer.Team)));

    public static bool MaySeeStatistics(Actor actor) => actor.Role is Role.ProgrammeLead or Role.Sergeant or Role.Analyst;

    /// <summary>Figures about named key workers, among the statistics.</summary>
    public static bool MaySeeWorkload(Actor actor) => actor.Role is Role.ProgrammeLead or Role.Sergeant;

    /// <summary>The evaluation: what was the effect, under pseudonyms and in numbers.</summary>
    public static bool MaySeeAnalysis(Actor actor) => actor.Role is Role.ProgrammeLead or Role.Analyst;

    /// <summary>The words beside a board pack's numbers, and the board's actions.</summary>
    public static bool MayWriteBoardPack(Actor actor) => actor.Role is Role.ProgrammeLead;

    /// <summary>May be named as who is reminded of an action of the board.</summary>
    public static bool HasBoardActions(Actor actor) => actor.Role is Role.ProgrammeLead or Role.TeamManager or Role.Analyst;

    /// <summary>Writes what came of an action: leads of each, the others of those of which they are reminded.</summary>
    /// <param name="action">Null when there is none of that number.</param>
    public static bool ClosesBoardAction(Actor actor, BoardAction? action) => MayWriteBoardPack(actor) || (HasBoardActions(actor) && action?.Reminds?.Id == actor.Id);

    /// <summary>Planning a sitting of the scrutiny panel, drawing its cases, recording what the panel says, and closing it.</summary>
    public static bool MayRunPanel(Actor actor) => actor.Role is Role.ProgrammeLead;

    /// <summary>The drawn cases without who anybody is, and a verdict on each. It is all that a panel member sees.</summary>
    public static bool SitsOnPanel(Actor actor) => actor.Role is Role.PanelMember;

    public static bool MaySeeSittings(Actor actor) => MayRunPanel(actor) || SitsOnPanel(actor);

    /// <summary>Whose cases a scrutiny panel looks at: each reads what it says about their own.</summary>
    public static bool GetsPanelFeedback(Actor actor) => IsPolice(actor);

    /// <summary>Rows about single people under pseudonyms, with the arm of each.</summary>
    public static bool MayTakeExtracts(Actor actor) => actor.Role is Role.Analyst;

    /// <summary>
    /// Outcomes by arm before the trial has closed: nobody who decides on cases may know a result that is not one yet (masked
    /// interim).
    /// </summary>
    public static bool SeesOutcomesByArm(Actor actor) => actor.Role is Role.Analyst;

    /// <summary>The past under changed rules, and which cases are behind the numbers.</summary>
    public static bool SeesCasesOfWhatIf(Actor actor) => actor.Role is Role.ProgrammeLead;

    public static bool MayTryEligibility(Actor actor) => actor.Role is Role.PoliceOfficer or Role.Sergeant or Role.ProgrammeLead;

    /// <summary>What connected systems sent last, and what could not be accepted.</summary>
    public static bool MaySeeFeeds(Actor actor) => actor.Role is Role.ProgrammeLead;

    /// <summary>How the system runs. No role is for whoever runs the machine: leads see it, and tell them.</summary>
    public static bool MaySeeOperations(Actor actor) => actor.Role is Role.ProgrammeLead;

    /// <summary>Which table of offence codes is loaded, and importing one.</summary>
    public static bool MaySeeOffenceTable(Actor actor) => actor.Role is Role.ProgrammeLead;

    /// <summary>The results of follow-up that are owed, and importing the force's file of reoffences.</summary>
    public static bool MayImportReoffences(Actor actor) => actor.Role is Role.ProgrammeLead or Role.Analyst;

    /// <summary>Drafting, opening, amending, closing and unsealing trials, and watching how many were allocated.</summary>
    public static bool MayRunTrials(Actor actor) => actor.Role is Role.ProgrammeLead;

    /// <summary>The protocols of trials with their seals. Who was allocated to what is not part of it.</summary>
    public static bool MayReadProtocols(Actor actor) => actor.Role is Role.ProgrammeLead or Role.Analyst;

    /// <summary>Importing boundaries and unit costs, which analysis and board pack use.</summary>
    public static bool MayImportForAnalysis(Actor actor) => actor.Role is Role.ProgrammeLead or Role.Analyst;

    /// <summary>Which harm index is loaded, and importing one.</summary>
    public static bool MayImportHarmIndex(Actor actor) => actor.Role is Role.ProgrammeLead or Role.Analyst;

    /// <summary>Whoever records offences.</summary>
    public static bool MayLookUpOffences(Actor actor) => actor.Role is Role.PoliceOfficer or Role.Sergeant or Role.ProgrammeLead;

    /// <summary>Whether a custody notice without a reference is about a case of the programme.</summary>
    public static bool MayDecideMatches(Actor actor) => actor.Role is Role.ProgrammeLead;

    /// <summary>Saves the bundle of a case that was handed over, and imports one.</summary>
    public static bool MayHandOver(Actor actor) => actor.Role is Role.ProgrammeLead;

    /// <summary>Which records are to be reviewed for deletion, and what was destroyed.</summary>
    public static bool MaySeeKeeping(Actor actor) => actor.Role is Role.ProgrammeLead;

    public static bool MaySendBatches(Actor actor) => actor.Role is Role.Feed;
}
