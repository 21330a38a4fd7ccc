using Diversion.Domain.Agreements;

namespace Diversion.Casework.Access;

/// <content>Which lists, and which special parts of a record, each role looks at.</content>
public static partial class AccessPolicy
{
    /// <summary>How the register is shown to somebody.</summary>
    /// <param name="Team">Only cases of this team's officers.</param>
    /// <param name="Officer">Only cases of this officer.</param>
    /// <param name="Worker">Only cases of this key worker.</param>
    /// <param name="Pseudonymised">Neither names nor references.</param>
    /// <param name="Teams">Only cases of officers or key workers of these teams.</param>
    /// <param name="HidesOthers">Of cases that are not the viewer's only what finds them: no offence and no risk (<see cref="FindsWithoutReason"/>).</param>
    public sealed record RegisterSight(
        string? Team = null, string? Officer = null, string? Worker = null, bool Pseudonymised = false, IReadOnlyList<string>? Teams = null, bool HidesOthers = false)
    {
        /// <summary>Cases of many teams and key workers, by name: worth narrowing by them.</summary>
        public bool TellsWhose => !Pseudonymised && (Team ?? Officer ?? Worker) is null;
    }

    /// <summary>
    /// Leads see every case, and so do sergeants, without the offence where a case is not their team's; team managers and
    /// officers see their teams', officers without a team their own; key workers their own; analysts every case without
    /// knowing whose it is. Partners and feeds have no register.
    /// </summary>
    /// <returns>Null when the role has none.</returns>
    public static RegisterSight? Register(Actor actor) => actor.Role switch
    {
        Role.ProgrammeLead => new RegisterSight(),
        Role.Sergeant => new RegisterSight(HidesOthers: true),
        Role.TeamManager => new RegisterSight(Teams: actor.Manages ?? []),
        Role.PoliceOfficer when actor.Team is { } team => new RegisterSight(Team: team),
        Role.PoliceOfficer => new RegisterSight(Officer: actor.Id),
        Role.KeyWorker => new RegisterSight(Worker: actor.Id),
        Role.Analyst => new RegisterSight(Pseudonymised: true),
        _ => null,
    };

    /// <summary>The caseload that somebody sees.</summary>
    /// <param name="worker">Whose caseload a lead asks for, or a team manager of somebody in their teams; anybody else sees their own.</param>
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

    /// <summary>A page of their own for it: to others their open cases come on the home page, or as somebody else's.</summary>
    public static bool KeepsCaseload(Actor actor) => actor.Role is Role.KeyWorker;

    /// <summary>The teams whose open cases somebody answers for; none for everybody but a team manager.</summary>
    public static IReadOnlyList<string> TeamsOf(Actor actor) => actor.Role is Role.TeamManager ? actor.Manages ?? [] : [];

    /// <summary>May somebody open the page of this key worker, to pass their cases on and have them covered?</summary>
    /// <param name="team">Of the key worker; null when it is not known.</param>
    public static bool MayPassOn(Actor actor, string? team) =>
        actor.Role is Role.ProgrammeLead || (actor.Role is Role.TeamManager && Manages(actor, team));

    /// <summary>Analysts and feeds look nobody up; partners only among the cases that are theirs.</summary>
    public static bool MaySearch(Actor actor) => actor.Role is not (Role.Analyst or Role.Feed or Role.Clock);

    /// <summary>Does a reason open cases of others to somebody, and their search? To the rest all cases are open without one, or only their own.</summary>
    public static bool LooksFurtherWithReason(Actor actor) => actor.Role is Role.PoliceOfficer or Role.Sergeant or Role.KeyWorker or Role.TeamManager;

    /// <summary>May somebody find this case without giving a reason? The answer of <see cref="Of"/>, told from who is on the case.</summary>
    /// <param name="worker">Null before there is one.</param>
    /// <param name="cover">Who covers for them; null when nobody does.</param>
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

    /// <summary>Who looked at a record outside their own work, and who took cases away: for those who answer for it.</summary>
    public static bool MaySeeAccessLog(Actor actor) => actor.Role is Role.ProgrammeLead or Role.Sergeant;

    public static bool MaySeeMessages(Actor actor) => actor.Role is Role.ProgrammeLead or Role.TeamManager or Role.KeyWorker;

    /// <summary>What is not delivered over all agreements, and having it tried again.</summary>
    public static bool MaySeeOutbox(Actor actor) => actor.Role is Role.ProgrammeLead;

    public static bool MaySeeBreachFile(Actor actor, AgreementState state) =>
        actor.Role is Role.ProgrammeLead or Role.Sergeant || (actor.Role is Role.PoliceOfficer && IsOfficersTeam(actor, state))
        || (actor.Role is Role.TeamManager && (ManagesWorker(actor, state) || Manages(actor, state.Referral.Officer.Team)));

    public static bool MaySeeStatistics(Actor actor) => actor.Role is Role.ProgrammeLead or Role.Sergeant or Role.Analyst;

    /// <summary>Figures about named key workers, among the statistics.</summary>
    public static bool MaySeeWorkload(Actor actor) => actor.Role is Role.ProgrammeLead or Role.Sergeant;

    public static bool MayTryEligibility(Actor actor) => actor.Role is Role.PoliceOfficer or Role.Sergeant or Role.ProgrammeLead;

    /// <summary>What connected systems sent last, and what of it could not be taken.</summary>
    public static bool MaySeeFeeds(Actor actor) => actor.Role is Role.ProgrammeLead;

    public static bool MaySendBatches(Actor actor) => actor.Role is Role.Feed;
}
