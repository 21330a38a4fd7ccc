using Diversion.Domain.Agreements;

namespace Diversion.Domain.Scrutiny;

/// <summary>Every command on a sitting with its process and roles.</summary>
public static class SittingCommands
{
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        Entry<SittingCommand.TimePassed>("pass-time", "time", Role.Clock),
        Entry<SittingCommand.PlanSitting>("plan-sitting", "scrutiny", Role.ProgrammeLead),
        Entry<SittingCommand.DrawSample>("draw-sample", "scrutiny", Role.ProgrammeLead),
        Entry<SittingCommand.GiveVerdict>("give-verdict", "scrutiny", Role.PanelMember),
        Entry<SittingCommand.RecordPanelVerdict>("record-panel-verdict", "scrutiny", Role.ProgrammeLead),
        Entry<SittingCommand.CloseSitting>("close-sitting", "scrutiny", Role.ProgrammeLead),
        Entry<SittingCommand.ReadFeedback>("read-feedback", "scrutiny", Role.PoliceOfficer, Role.Sergeant),
    ];

    public static CommandEntry Of(SittingCommand command) => All.Single(entry => entry.Command == command.GetType());

    private static CommandEntry Entry<TCommand>(string name, string process, params Role[] roles) where TCommand : SittingCommand =>
        new(typeof(TCommand), name, process, [.. roles]);
}
