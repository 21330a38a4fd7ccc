using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Inbox;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Messages;

/// <summary>An undelivered message of any agreement.</summary>
/// <param name="About">The subject of a mail, or what a notice says.</param>
/// <param name="To">Who a mail is for.</param>
/// <param name="GivenUp">It is not tried any more; a lead may have it retried.</param>
/// <param name="At">The next try, or when it was given up.</param>
/// <param name="Fault">Why the last try failed; left out before the first.</param>
public sealed record UndeliveredMessage(string Agreement, string Id, string About, string? To, bool GivenUp, int Tries, Instant At, string? Fault);

/// <param name="GivenUp">Newest first, those that no lead has acknowledged yet.</param>
/// <param name="Waiting">In order of the next try.</param>
/// <param name="More">There are more than are shown.</param>
public sealed record Undelivered(IReadOnlyList<UndeliveredMessage> GivenUp, IReadOnlyList<UndeliveredMessage> Waiting, bool More);

/// <summary>
/// Messages of all agreements that wait for delivery or were given up. Sent ones are shown with each agreement (<see
/// cref="MessageQuery"/>).
/// </summary>
public sealed class OutboxQuery(ITableStore store, MailRenderer renderer)
{
    private const int MostShown = 200;
    private const int MostRead = 1000;

    public async ValueTask<Reply<Undelivered>> Of(Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeOutbox(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var (givenUp, moreGivenUp) = await GivenUp(cancellation);
        var (waiting, moreWaiting) = await Waiting(cancellation);
        return new Undelivered(givenUp, waiting, moreGivenUp || moreWaiting);
    }

    /// <summary>Found by the alerts: a message that was given up stays in the lead's inbox until it is dealt with.</summary>
    private async ValueTask<(List<UndeliveredMessage> Messages, bool More)> GivenUp(CancellationToken cancellation)
    {
        var page = await store.Query(new TableQuery(Tables.Inbox, Partitions.Leads, Limit: MostRead), cancellation);
        var alerts = page.Rows.Select(RowOf<InboxRow>.Read).Where(row => row.Alert == AlertKind.MessageUndelivered).ToArray();
        var messages = await Read(alerts.Take(MostShown).Select(row => (row.Agreement, row.Subject)), DeliveryStatus.GivenUp, cancellation);
        return (messages, page.Continuation is not null || alerts.Length > MostShown);
    }

    private async ValueTask<(List<UndeliveredMessage> Messages, bool More)> Waiting(CancellationToken cancellation)
    {
        var rows = new List<TableRow>();
        var more = false;
        foreach (var shard in Partitions.AllShards)
        {
            var page = await store.Query(new TableQuery(Tables.Outbox, shard, Limit: MostShown), cancellation);
            rows.AddRange(page.Rows);
            more |= page.Continuation is not null;
        }

        var first = rows.OrderBy(row => row.Row, StringComparer.Ordinal).Select(RowOf<OutboxRow>.Read).Where(row => row.Agreement is not null).Take(MostShown).Select(row => (row.Agreement!, row.Message));
        return (await Read(first, DeliveryStatus.Waiting, cancellation), more || rows.Count > MostShown);
    }

    /// <summary>The index may be out of date: rows whose message has another status by now are left out.</summary>
    private async ValueTask<List<UndeliveredMessage>> Read(
        IEnumerable<(string Agreement, string Message)> keys, DeliveryStatus status, CancellationToken cancellation)
    {
        var all = keys.ToArray();
        var messages = new UndeliveredMessage?[all.Length];
        await Parallel.ForAsync(0, all.Length, new ParallelOptions { MaxDegreeOfParallelism = Records.AtOnce, CancellationToken = cancellation }, async (place, stop) =>
        {
            var (agreement, id) = all[place];
            if (await store.Get(Tables.Agreements, agreement, OutboxRows.Key(id), stop) is { } row
                && OutboxRows.Read(row) is var (message, delivery)
                && delivery.Status == status)
            {
                messages[place] = new UndeliveredMessage(
                    agreement,
                    id,
                    MessageWords.Of(message, renderer),
                    message switch { OutgoingMessage.Mail mail => mail.ToName, OutgoingMessage.Text => "The person", _ => null },
                    status == DeliveryStatus.GivenUp,
                    delivery.Tries,
                    delivery.NextTry,
                    delivery.Fault);
            }
        });
        return [.. messages.OfType<UndeliveredMessage>()];
    }
}
