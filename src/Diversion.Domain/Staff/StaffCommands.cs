using Diversion.Domain.Agreements;

namespace Diversion.Domain.Staff;

/// <summary>Every command on staff with its process and roles. The decider and the API both use this list.</summary>
public static class StaffCommands
{
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        Entry<StaffCommand.TimePassed>("pass-time", "time", Role.Clock),
        Entry<StaffCommand.ImportDirectory>("import-directory", "directory", Role.Clock),
        Entry<StaffCommand.AddPerson>("add-person", "people", Role.ProgrammeLead),
        Entry<StaffCommand.ChangeDetails>("change-details", "people", Role.ProgrammeLead),
        Entry<StaffCommand.ChangeRoles>("change-roles", "people", Role.ProgrammeLead),
        Entry<StaffCommand.LinkAccount>("link-account", "accounts", Role.ProgrammeLead),
        Entry<StaffCommand.UnlinkAccount>("unlink-account", "accounts", Role.ProgrammeLead),
        Entry<StaffCommand.MovePerson>("move-person", "people", Role.ProgrammeLead),
        Entry<StaffCommand.RecordLeaver>("record-leaver", "leavers", Role.ProgrammeLead),
        Entry<StaffCommand.CancelLeaver>("cancel-leaver", "leavers", Role.ProgrammeLead),
        Entry<StaffCommand.ArrangeCover>("arrange-cover", "staff-cover", Role.ProgrammeLead),
        Entry<StaffCommand.EndCover>("end-staff-cover", "staff-cover", Role.ProgrammeLead),
        Entry<StaffCommand.AddTeam>("add-team", "teams", Role.ProgrammeLead),
        Entry<StaffCommand.RenameTeam>("rename-team", "teams", Role.ProgrammeLead),
        Entry<StaffCommand.ChangeTeamManager>("change-team-manager", "teams", Role.ProgrammeLead),
        Entry<StaffCommand.CloseTeam>("close-team", "teams", Role.ProgrammeLead),
        Entry<StaffCommand.AddOrganisation>("add-organisation", "organisations", Role.ProgrammeLead),
        Entry<StaffCommand.CloseOrganisation>("close-organisation", "organisations", Role.ProgrammeLead),
    ];

    private static readonly Dictionary<Type, CommandEntry> ByType = All.ToDictionary(entry => entry.Command);

    public static CommandEntry Of(StaffCommand command) => ByType[command.GetType()];

    private static CommandEntry Entry<TCommand>(string name, string process, Role role) where TCommand : StaffCommand =>
        new(typeof(TCommand), name, process, [role]);
}
