using Diversion.Domain.Agreements;

namespace Diversion.Domain.Staff;

/// <summary>Every command on staff with its process and roles. The decider and the API both use this list.</summary>
public static class StaffCommands
{
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        CommandEntry.Of<StaffCommand.TimePassed>("pass-time", "time", Role.Clock),
        CommandEntry.Of<StaffCommand.ImportDirectory>("import-directory", "directory", Role.Clock),
        CommandEntry.Of<StaffCommand.AddPerson>("add-person", "people", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.ChangeDetails>("change-details", "people", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.ChangeRoles>("change-roles", "people", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.LinkAccount>("link-account", "accounts", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.LinkFirstLead>("link-first-lead", "accounts", Role.Clock),
        CommandEntry.Of<StaffCommand.UnlinkAccount>("unlink-account", "accounts", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.MovePerson>("move-person", "people", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.RecordLeaver>("record-leaver", "leavers", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.CancelLeaver>("cancel-leaver", "leavers", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.ArrangeCover>("arrange-cover", "staff-cover", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.EndCover>("end-staff-cover", "staff-cover", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.ChooseTaskMail>("choose-task-mail", "task-mail", Role.PoliceOfficer, Role.Sergeant, Role.KeyWorker, Role.TeamManager, Role.Facilitator),
        CommandEntry.Of<StaffCommand.AddTeam>("add-team", "teams", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.RenameTeam>("rename-team", "teams", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.ChangeTeamManager>("change-team-manager", "teams", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.CloseTeam>("close-team", "teams", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.SetCapacity>("set-capacity", "capacity", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.SetTeamCapacity>("set-team-capacity", "capacity", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.AddOrganisation>("add-organisation", "organisations", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.CloseOrganisation>("close-organisation", "organisations", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.AgreeSharing>("agree-sharing", "sharing", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.ReviewSharing>("review-sharing", "sharing", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.EndSharing>("end-sharing", "sharing", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.CreateToken>("create-token", "tokens", Role.ProgrammeLead),
        CommandEntry.Of<StaffCommand.RevokeToken>("revoke-token", "tokens", Role.ProgrammeLead),
    ];

    private static readonly Dictionary<Type, CommandEntry> ByType = All.ToDictionary(entry => entry.Command);

    public static CommandEntry Of(StaffCommand command) => ByType[command.GetType()];
}
