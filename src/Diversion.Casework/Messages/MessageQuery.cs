using System.Globalization;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Messages;

/// <summary>A message that was sent or is to be sent.</summary>
/// <param name="Kind">"mail", "text" or "notice".</param>
/// <param name="About">The template of a mail or text, or the notice's type.</param>
/// <param name="To">Who a mail is for.</param>
/// <param name="At">The next try while it waits; otherwise when it was sent or given up.</param>
/// <param name="Fault">Why the last try failed.</param>
public sealed record MessageView(string Id, string Kind, string About, string? To, DeliveryStatus Status, int Tries, Instant At, string? Fault)
{
    /// <summary>What it says, in one line without names.</summary>
    public required string Title { get; init; }

    /// <summary>It was given up, and no lead has dealt with that yet: it may be retried.</summary>
    public required bool WaitsForLead { get; init; }
}

/// <summary>The messages of one agreement and the state of their delivery.</summary>
public sealed class MessageQuery(RecordAccess access, Records records, ITableStore store, MailRenderer renderer)
{
    private const int Most = 500;

    public async ValueTask<Reply<IReadOnlyList<MessageView>>> Of(string reference, AccessRequest request, CancellationToken cancellation = default)
    {
        var reply = await access.At(reference, request, "messages", (_, _) => AccessPolicy.MaySeeMessages(request.By), cancellation);
        if (reply is not Reply<Seen>.Given { Value: var seen })
        {
            return ((Reply<Seen>.Refused)reply).Refusal;
        }

        var page = await store.Query(
            new TableQuery(Tables.Agreements, seen.State.Id.Value, StreamRows.FirstMessage, StreamRows.AfterMessages, Most), cancellation);
        var hidden = await Hidden(seen, cancellation);
        return new Reply<IReadOnlyList<MessageView>>.Given([.. page.Rows.Select(row => Show(row, seen.State)).Where(message => !hidden.Contains(EventOf(message.Id))).OrderByDescending(message => message.At).ThenBy(message => message.Id, StringComparer.Ordinal)]);
    }

    /// <summary>The numbers of the events of which the viewer is not told: neither are they of what was written because of them.</summary>
    private async ValueTask<HashSet<int>> Hidden(Seen seen, CancellationToken cancellation) => seen.RecordVisibility.ComplaintsOfViewer.Count == 0
        ? []
        : [.. (await records.Events(seen.State.Id, cancellation)).Where(recorded => !AccessPolicy.MaySeeEvent(seen.RecordVisibility, seen.State, recorded.Event)).Select(recorded => recorded.Number)];

    private static int EventOf(string message) => message.Split('.') is [.., var number, _] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0;

    private MessageView Show(TableRow row, AgreementState agreement)
    {
        var (message, state) = OutboxRows.Read(row);
        var (kind, about, to) = message switch
        {
            OutgoingMessage.Mail mail => ("mail", mail.Template, mail.ToName),
            OutgoingMessage.Text text => ("text", text.Template, "The person"),
            OutgoingMessage.Notice notice => ("notice", notice.Type, (string?)null),
            _ => throw new InvalidOperationException($"No view of {message.GetType().Name}."),
        };
        return new MessageView(message.Id, kind, about, to, state.Status, state.Tries, state.NextTry, state.Fault)
        {
            Title = MessageWords.Of(message, renderer),
            WaitsForLead = agreement.Alerts.Any(alert => alert.Kind == AlertKind.MessageUndelivered && alert.Subject == message.Id),
        };
    }
}
