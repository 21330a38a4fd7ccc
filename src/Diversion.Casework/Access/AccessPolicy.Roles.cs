using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;

namespace Diversion.Casework.Access;

/// <content>What a role is.</content>
public static partial class AccessPolicy
{
    /// <summary>Works for the programme from outside: sees only their own cases, and of those only their own part.</summary>
    public static bool IsPartner(Actor actor) => actor.Role is Role.Provider or Role.Facilitator;

    /// <summary>Refers people and decides on their eligibility; what the police wrote, the police may read.</summary>
    public static bool IsPolice(Actor actor) => IsPolice(actor.Role);

    public static bool IsPolice(Role role) => role is Role.PoliceOfficer or Role.Sergeant;

    /// <summary>Diversion itself acted, because time had passed.</summary>
    public static bool IsClock(Role role) => role == Role.Clock;

    /// <summary>A connected system: it signs in without a name.</summary>
    public static bool IsConnectedSystem(Role role) => role == Role.Feed;

    /// <summary>Whose cases they are depends on the organisation that they work for: without one they see nothing.</summary>
    public static bool NeedsOrganisation(Role role) => role is Role.Provider or Role.Supervisor;

    public static bool LacksOrganisation(Actor actor) => NeedsOrganisation(actor.Role) && actor.Organisation is null;

    /// <summary>Sees what their teams do: without a team they see nothing.</summary>
    public static bool NeedsTeams(Role role) => role == Role.TeamManager;

    public static bool LacksTeams(Actor actor) => NeedsTeams(actor.Role) && TeamsOf(actor).Count == 0;

    /// <summary>The programme's settings may make a team manager of them.</summary>
    public static bool MayBecomeTeamManager(Role role) => role is Role.KeyWorker or Role.TeamManager;

    /// <summary>The clock and the feeds are not people, and the participant is not staff.</summary>
    public static bool IsForPeople(Role role) => role is not (Role.Clock or Role.Feed or Role.Participant);

    /// <summary>The person themselves, on their own page.</summary>
    public static bool IsParticipant(Role role) => role == Role.Participant;

    /// <summary>Of somebody's roles, those that they choose from when they sign in: a key worker who also manages teams does both at once.</summary>
    public static IEnumerable<Role> RolesToWorkIn(IReadOnlyCollection<Role> roles) =>
        roles.Where(role => role != Role.TeamManager || !roles.Any(other => other != Role.TeamManager && MayBecomeTeamManager(other)));

    /// <summary>Has a list of tasks on their home page, and is written to about them.</summary>
    public static bool ChoosesTaskMail(Actor actor) => StaffCommands.All.First(entry => entry.Command == typeof(StaffCommand.ChooseTaskMail)).Roles.Contains(actor.Role);

    /// <summary>Somebody of the staff directory, once for each role that they work in.</summary>
    public static IReadOnlyList<Actor> ActorsOf(Member member) =>
        [.. RolesToWorkIn(member.Roles).Select(role => new Actor(member.Id, member.Name, role, member.Team, NeedsOrganisation(role) ? member.Organisation : null))];

    /// <summary>The same person as the manager of these teams; unchanged when there are none.</summary>
    public static Actor WithTeams(Actor actor, IEnumerable<string> teams) =>
        MayBecomeTeamManager(actor.Role) && teams.ToArray() is { Length: > 0 } managed ? actor with { Role = Role.TeamManager, Manages = managed } : actor;

    /// <summary>Agreements name them as their worker.</summary>
    public static bool HasCases(IReadOnlyCollection<Role> roles) => roles.Contains(Role.KeyWorker);
}
