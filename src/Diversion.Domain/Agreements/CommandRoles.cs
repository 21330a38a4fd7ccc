namespace Diversion.Domain.Agreements;

/// <summary>Roles that give the same commands.</summary>
internal static class CommandRoles
{
    public static readonly Role[] Police = [Role.PoliceOfficer, Role.Sergeant];
    public static readonly Role[] Sergeant = [Role.Sergeant];
    public static readonly Role[] Supervising = [Role.KeyWorker, Role.TeamManager, Role.ProgrammeLead];
    public static readonly Role[] Managing = [Role.TeamManager, Role.ProgrammeLead];
    public static readonly Role[] AnsweringComplaints = [Role.Sergeant, .. Managing];
    public static readonly Role[] Lead = [Role.ProgrammeLead];
    public static readonly Role[] Restorative = [Role.Facilitator, .. Supervising];
    public static readonly Role[] Providing = [Role.Provider, .. Supervising];
    public static readonly Role[] Victims = [Role.PoliceOfficer, Role.Sergeant, Role.TeamManager, Role.Facilitator];
    public static readonly Role[] VictimRequests = [.. Police, Role.TeamManager];
    public static readonly Role[] Staff = [.. Police, .. Supervising];
    public static readonly Role[] Visiting = [Role.Provider, .. Staff];
    public static readonly Role[] FollowingUp = [Role.ProgrammeLead, Role.Analyst];
    public static readonly Role[] Feeds = [Role.Feed, .. Supervising];
    public static readonly Role[] MeetingPerson = [.. Police, Role.KeyWorker, Role.TeamManager];
    public static readonly Role[] ClockOnly = [Role.Clock];
}
