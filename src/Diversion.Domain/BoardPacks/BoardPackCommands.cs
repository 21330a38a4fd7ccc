using Diversion.Domain.Agreements;

namespace Diversion.Domain.BoardPacks;

/// <summary>Every command on the board packs with its process and roles.</summary>
public static class BoardPackCommands
{
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        CommandEntry.Of<BoardPackCommand.TimePassed>("pass-time", "time", Role.Clock),
        CommandEntry.Of<BoardPackCommand.WriteWords>("write-board-words", "board-pack", Role.ProgrammeLead),
        CommandEntry.Of<BoardPackCommand.AgreeAction>("agree-board-action", "board-pack", Role.ProgrammeLead),
        CommandEntry.Of<BoardPackCommand.AnswerDisparity>("answer-disparity", "board-pack", Role.ProgrammeLead),
        CommandEntry.Of<BoardPackCommand.CloseAction>("close-board-action", "board-pack", Role.ProgrammeLead, Role.TeamManager, Role.Analyst),
    ];

    public static CommandEntry Of(BoardPackCommand command) => All.Single(entry => entry.Command == command.GetType());
}
