using Diversion.Casework.Inbox;
using Diversion.Casework.Links;
using Diversion.Casework.Messages;
using Diversion.Casework.Texts;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Web.Portal;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Inbox;

/// <summary>The links and dates of an inbox item: where it is settled, when it came and when it is due.</summary>
internal static class InboxLinks
{
    private static readonly string Decide = CommandCatalogue.NameOf<BreachCommand.DecideBreach>();
    private static readonly string Undelivered = AlertWords.Of(AlertKind.MessageUndelivered);

    /// <summary>Somebody else's obligation is followed up from the case: who it is, what else is overdue, and another key worker.</summary>
    public static (string Address, string Text) Of(InboxItem item, ActionPages pages) => item switch
    {
        { YouProposed: true } => ($"{pages.AddressOf(item.Agreement, Decide)}?from={ActionPage.FromWork}", "Read the proposal"),
        { Kind: InboxRow.PossibleNotice } => (Addresses.CustodyMatch(item.Subject), "Compare and decide"),
        { Kind: InboxRow.PartnershipReview } => ($"{Addresses.Service(item.Subject)}#partnership", "Record the review"),
        { Kind: InboxRow.RiskReview } => ($"{Addresses.Project(item.Subject)}#risk", "Record the assessment"),
        { Kind: InboxRow.WorkRequest } => (Addresses.Project(item.Subject), "Accept or decline"),
        { Kind: InboxRow.RefusedChange } => (Addresses.Service(item.Subject), "Read who it was"),
        { Kind: InboxRow.BoardAction } => (Addresses.BoardActions, "Write what came of it"),
        { Kind: InboxRow.SharingReview } => ($"{Addresses.Sharing}#sharing-{item.Subject}", "Record the review"),
        { Kind: InboxRow.UnrecordedNotice } => (Addresses.CustodyMatch(item.Subject), "Read the notice"),
        { AlertId: not null } when item.Title == Undelivered => (Addresses.MessagesOf(item.Agreement), "See the messages"),
        { Next: { } command, NextLabel: { } label } when pages.AddressOf(item.Agreement, command, null, item.AlertId) is { } address =>
            ($"{address}?from={ActionPage.FromWork}", label),
        _ => (Addresses.Agreement(item.Agreement), "Open the case"),
    };

    /// <summary>Where its heading leads: to the case, unless it is about something else.</summary>
    public static string HeadingOf(InboxItem item, string address) => item.Kind is InboxRow.PossibleNotice or InboxRow.PartnershipReview or InboxRow.RefusedChange or InboxRow.RiskReview or InboxRow.WorkRequest or InboxRow.SharingReview or InboxRow.BoardAction ? address : Addresses.Agreement(item.Agreement);

    public static IEnumerable<string> Facts(InboxItem item, When when)
    {
        yield return $"Sent to you {when.Moment(item.RaisedAt)}";
        if (item.Due is { } due)
        {
            yield return item.Kind is InboxRow.Breach or InboxRow.PossibleNotice ? $"Decide by {when.Moment(due)}, {when.Left(due)}" : when.Late(due);
        }

        if (item.ChargeBy is { } chargeBy)
        {
            yield return $"Charge by {when.Date(chargeBy)}";
        }

        if (item.KeyWorker is { } worker)
        {
            yield return $"Key worker {worker}";
        }
    }

    /// <summary>The same each time the item is rendered: script uses it to keep the focus.</summary>
    public static string KeyOf(InboxItem item) => $"{item.Agreement} {item.Kind} {item.Subject}";
}
