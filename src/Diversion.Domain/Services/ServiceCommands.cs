using Diversion.Domain.Agreements;

namespace Diversion.Domain.Services;

/// <summary>Every command on a service with its process and roles. Of which service a provider may is <see cref="ServiceDecider"/>'s.</summary>
public static class ServiceCommands
{
    private static readonly Role[] Keeping = [Role.Provider, Role.ProgrammeLead];

    public static ImmutableArray<CommandEntry> All { get; } =
    [
        CommandEntry.Of<ServiceCommand.TimePassed>("pass-time", "time", Role.Clock),
        CommandEntry.Of<ServiceCommand.AddService>("add-service", "services", Keeping),
        CommandEntry.Of<ServiceCommand.ChangeService>("change-service", "services", Keeping),
        CommandEntry.Of<ServiceCommand.RecordPartnership>("record-partnership", "partnerships", Role.ProgrammeLead),
        CommandEntry.Of<ServiceCommand.ReviewPartnership>("review-partnership", "partnerships", Role.ProgrammeLead),
        CommandEntry.Of<ServiceCommand.CloseService>("close-service", "services", Keeping),
        CommandEntry.Of<ServiceCommand.ReopenService>("reopen-service", "services", Keeping),
        CommandEntry.Of<ServiceCommand.PublishSlots>("publish-slots", "services", Keeping),
        CommandEntry.Of<ServiceCommand.WithdrawSlot>("withdraw-slot", "services", Keeping),
        CommandEntry.Of<ServiceCommand.TakeSlot>("take-slot", "services", CommandRoles.Staff),
        CommandEntry.Of<ServiceCommand.GiveBackSlot>("give-back-slot", "services", CommandRoles.Visiting),
        CommandEntry.Of<ServiceCommand.ReadRefusedChanges>("read-refused-changes", "services", Role.ProgrammeLead),
    ];

    private static readonly Dictionary<Type, CommandEntry> ByType = All.ToDictionary(entry => entry.Command);

    public static CommandEntry Of(ServiceCommand command) => ByType[command.GetType()];
}
