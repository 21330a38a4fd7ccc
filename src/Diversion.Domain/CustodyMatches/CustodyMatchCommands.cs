using Diversion.Domain.Agreements;

namespace Diversion.Domain.CustodyMatches;

/// <summary>Every command on a notice without a reference, with its process and roles.</summary>
public static class CustodyMatchCommands
{
    public static ImmutableArray<CommandEntry> All { get; } =
    [
        CommandEntry.Of<CustodyMatchCommand.TimePassed>("pass-time", "time", Role.Clock),
        CommandEntry.Of<CustodyMatchCommand.ReceiveNotice>("receive-notice", "custody-matches", Role.Feed),
        CommandEntry.Of<CustodyMatchCommand.ConfirmMatch>("confirm-match", "custody-matches", Role.ProgrammeLead),
        CommandEntry.Of<CustodyMatchCommand.RefuseMatch>("refuse-match", "custody-matches", Role.ProgrammeLead),
        CommandEntry.Of<CustodyMatchCommand.RecordByHand>("record-by-hand", "custody-matches", Role.ProgrammeLead),
        CommandEntry.Of<CustodyMatchCommand.EraseNotice>("erase-notice", "keeping", Role.Clock),
    ];

    public static CommandEntry Of(CustodyMatchCommand command) => All.Single(entry => entry.Command == command.GetType());
}
