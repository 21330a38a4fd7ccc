using System.Globalization;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Links;
using Diversion.Casework.Programmes;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.BoardPacks;

namespace Diversion.Casework.BoardPacks;

/// <summary>
/// Reminds of an action of the board: who was named for it on the day, and when it is late; in the end the leads. What the
/// action is stands in the pack.
/// </summary>
internal static class BoardActionMessages
{
    public static IReadOnlyList<OutgoingMessage> For(RecordedEvent<BoardPackEvent> recorded, BoardPackState after, Rulebook rulebook)
    {
        if (recorded.Event is not BoardPackEvent.ActionReminded reminded || after.Actions.FirstOrDefault(action => action.Number == reminded.Number) is not { ClosedOn: null } action)
        {
            return [];
        }

        var late = reminded.Deadline.Due <= recorded.At;
        var due = Words.Date(action.Due);
        return StreamMail.To(
            BoardPackKind.Instance, recorded, To(action, rulebook.Programme), "board-action", rulebook.Programme, Addresses.BoardActions,
            ("number", action.Number.ToString(CultureInfo.InvariantCulture)),
            ("due", due),
            ("news", late ? $"Action {action.Number} of the board was due by {due} and is still open." : $"Action {action.Number} of the board is due today."));
    }

    private static IEnumerable<StaffRef> To(BoardAction action, Programme programme) => action.Reminds is { } own && Recipients.CanBeWrittenTo(own)
        ? action.IsRaisedToLeads ? [own, .. programme.Leads] : [own]
        : programme.Leads;
}
