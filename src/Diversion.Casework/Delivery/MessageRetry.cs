using Diversion.Casework.Access;
using Diversion.Casework.Queries;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Term;
using NodaTime;

namespace Diversion.Casework.Delivery;

/// <summary>
/// Has a message that was given up tried again. Who asked for it, when and why is an event of the agreement: the alert
/// about the message is acknowledged with it.
/// </summary>
public sealed class MessageRetry(CaseworkService casework, ITableStore store)
{
    /// <param name="reason">Kept with the acknowledgement.</param>
    /// <returns>The refusal; null when it waits again and delivery was told.</returns>
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

        // The message first: an acknowledged alert without a message that waits would lose it silently.
        await WaitAgain(agreement, messageId, now, cancellation);
        var outcome = await casework.Execute(
            agreement,
            new TermCommand.AcknowledgeAlert(alert.Id) { By = by, At = now, Reason = reason ?? "The message is tried again." },
            null,
            cancellation);
        await casework.MessageWaits(state);
        return (outcome as Outcome.Refused)?.Refusal;
    }

    private async ValueTask WaitAgain(AgreementId agreement, string messageId, Instant now, CancellationToken cancellation)
    {
        if (await store.Get(Tables.Agreements, agreement.Value, OutboxRows.Key(messageId), cancellation) is not { ETag: { } etag } row)
        {
            return;
        }

        var (message, delivery) = OutboxRows.Read(row);
        if (delivery.Status != DeliveryStatus.GivenUp)
        {
            return;
        }

        // Another lead who was quicker has done the same; a conflict is no loss.
        await store.Commit(
            new TableTransaction(Tables.Agreements, agreement.Value, [OutboxRows.Replaced(message, new DeliveryState(DeliveryStatus.Waiting, 0, now, null), etag)]),
            [OutboxRows.Index(agreement, OutboxRows.IndexRow(agreement, messageId, now))],
            cancellation);
    }
}
