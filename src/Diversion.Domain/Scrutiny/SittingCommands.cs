using Diversion.Domain.Agreements;

namespace Diversion.Domain.Scrutiny;

/// <summary>Every command on a sitting with its process and roles.</summary>
public static class SittingCommands
{
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        CommandEntry.Of<SittingCommand.TimePassed>("pass-time", "time", Role.Clock),
        CommandEntry.Of<SittingCommand.PlanSitting>("plan-sitting", "scrutiny", Role.ProgrammeLead),
        CommandEntry.Of<SittingCommand.DrawSample>("draw-sample", "scrutiny", Role.ProgrammeLead),
        CommandEntry.Of<SittingCommand.GiveVerdict>("give-verdict", "scrutiny", Role.PanelMember),
        CommandEntry.Of<SittingCommand.RecordPanelVerdict>("record-panel-verdict", "scrutiny", Role.ProgrammeLead),
        CommandEntry.Of<SittingCommand.CloseSitting>("close-sitting", "scrutiny", Role.ProgrammeLead),
        CommandEntry.Of<SittingCommand.ReadFeedback>("read-feedback", "scrutiny", Role.PoliceOfficer, Role.Sergeant),
    ];

    public static CommandEntry Of(SittingCommand command) => All.Single(entry => entry.Command == command.GetType());
}
