using Diversion.Casework.Access;
using Diversion.Casework.Agreements;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Term;
using NodaTime;

namespace Diversion.Casework.Messages;

/// <summary>
/// Retries a message that was given up. Who asked for it, when and why is an event of the agreement, which also
/// acknowledges the alert about the message.
/// </summary>
public sealed class MessageRetry(CaseworkService casework, ITableStore store)
{
    /// <param name="reason">Kept with the acknowledgement.</param>
    /// <returns>The refusal; null when the message waits again and delivery was notified.</returns>
    public async ValueTask<Refusal?> Of(
        AgreementId agreement, string messageId, Actor by, Instant now, string? reason, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeOutbox(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        if (!AgreementIds.IsWellFormed(agreement.Value)
            || await casework.Find(agreement, cancellation) is not { } state
            || state.Alerts.FirstOrDefault(alert => alert.Kind == AlertKind.MessageUndelivered && alert.Subject == messageId) is not { } alert)
        {
            return CaseworkRefusal.MessageNotGivenUp();
        }

        // The message first: if the alert were acknowledged and the message not waiting, it would be lost silently.
        await WaitAgain(agreement, messageId, now, cancellation);
        var outcome = await casework.Execute(
            agreement,
            new TermCommand.AcknowledgeAlert(alert.Id) { By = by, At = now, Reason = reason ?? "The message is tried again." },
            null,
            cancellation);
        await casework.MessageWaits(state);
        return (outcome as Outcome<AgreementState>.Refused)?.Refusal;
    }

    private async ValueTask WaitAgain(AgreementId agreement, string messageId, Instant now, CancellationToken cancellation)
    {
        var stream = new StreamId(AgreementKind.Instance, agreement.Value);
        if (await store.Get(stream.Table, stream.Partition, OutboxRows.Key(messageId), cancellation) is not { ETag: { } etag } row)
        {
            return;
        }

        var (message, delivery) = OutboxRows.Read(row);
        if (delivery.Status != DeliveryStatus.GivenUp)
        {
            return;
        }

        // Another lead did the same a moment earlier, so the conflict does no harm.
        await store.Commit(
            new TableTransaction(stream.Table, stream.Partition, [OutboxRows.Replaced(message, new DeliveryState(DeliveryStatus.Waiting, 0, now, null), etag)]),
            [OutboxRows.Index(stream, OutboxRows.IndexRow(stream, messageId, now))],
            cancellation);
    }
}
