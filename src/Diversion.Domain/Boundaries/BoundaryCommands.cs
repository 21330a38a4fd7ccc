using Diversion.Domain.Agreements;

namespace Diversion.Domain.Boundaries;

/// <summary>Every command on boundaries with its process and roles.</summary>
public static class BoundaryCommands
{
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        CommandEntry.Of<BoundaryCommand.TimePassed>("pass-time", "time", Role.Clock),
        CommandEntry.Of<BoundaryCommand.ImportBoundaries>("import-boundaries", "boundaries", Role.ProgrammeLead, Role.Analyst),
    ];

    public static CommandEntry Of(BoundaryCommand command) => All.Single(entry => entry.Command == command.GetType());
}
