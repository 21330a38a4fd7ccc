using Diversion.Domain.Agreements;

namespace Diversion.Domain.BoardPacks;

/// <summary>Every command on the board packs with its process and roles.</summary>
public static class BoardPackCommands
{
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        Entry<BoardPackCommand.TimePassed>("pass-time", "time", Role.Clock),
        Entry<BoardPackCommand.WriteWords>("write-board-words", "board-pack", Role.ProgrammeLead),
        Entry<BoardPackCommand.AgreeAction>("agree-board-action", "board-pack", Role.ProgrammeLead),
        Entry<BoardPackCommand.AnswerDisparity>("answer-disparity", "board-pack", Role.ProgrammeLead),
        Entry<BoardPackCommand.CloseAction>("close-board-action", "board-pack", Role.ProgrammeLead),
    ];

    public static CommandEntry Of(BoardPackCommand command) => All.Single(entry => entry.Command == command.GetType());

    private static CommandEntry Entry<TCommand>(string name, string process, Role role) where TCommand : BoardPackCommand =>
        new(typeof(TCommand), name, process, [role]);
}
