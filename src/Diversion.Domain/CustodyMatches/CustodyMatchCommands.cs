using Diversion.Domain.Agreements;

namespace Diversion.Domain.CustodyMatches;

/// <summary>Every command on a notice without a reference, with its process and roles.</summary>
public static class CustodyMatchCommands
{
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        Entry<CustodyMatchCommand.TimePassed>("pass-time", "time", Role.Clock),
        Entry<CustodyMatchCommand.ReceiveNotice>("receive-notice", "custody-matches", Role.Feed),
        Entry<CustodyMatchCommand.ConfirmMatch>("confirm-match", "custody-matches", Role.ProgrammeLead),
        Entry<CustodyMatchCommand.RefuseMatch>("refuse-match", "custody-matches", Role.ProgrammeLead),
        Entry<CustodyMatchCommand.RecordByHand>("record-by-hand", "custody-matches", Role.ProgrammeLead),
    ];

    public static CommandEntry Of(CustodyMatchCommand command) => All.Single(entry => entry.Command == command.GetType());

    private static CommandEntry Entry<TCommand>(string name, string process, Role role) where TCommand : CustodyMatchCommand =>
        new(typeof(TCommand), name, process, [role]);
}
