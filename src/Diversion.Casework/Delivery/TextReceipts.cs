using Diversion.Casework.Agreements;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using NodaTime;

namespace Diversion.Casework.Delivery;

/// <summary>
/// Receipts that the provider of texts sends: they change the state of the message on its case. A text that failed is given up,
/// and a lead is told, as with any other message. Repeats change nothing.
/// </summary>
public sealed class TextReceipts(CaseworkService casework, ITableStore store)
{
    private const int LongestNumber = 9;

    /// <param name="reference">The message's id, as the provider gives it back; anybody could have written it.</param>
    public async ValueTask<ReceiptAnswer> Take(string? reference, TextOutcome outcome, Instant now, CancellationToken cancellation = default)
    {
        if (AgreementOf(reference) is not { } stream
            || await store.Get(stream.Table, stream.Partition, OutboxRows.Key(reference!), cancellation) is not { ETag: { } etag } row
            || OutboxRows.Read(row) is not (OutgoingMessage.Text text, var state))
        {
            return ReceiptAnswer.Unknown;
        }

        if (state.Status != DeliveryStatus.Sent)
        {
            return state.Status == DeliveryStatus.Waiting ? ReceiptAnswer.TooEarly : ReceiptAnswer.Taken;
        }

        var after = outcome == TextOutcome.Delivered
            ? state with { Status = DeliveryStatus.Delivered, NextTry = now }
            : state with { Status = DeliveryStatus.GivenUp, NextTry = now, Fault = Fault(outcome) };

        // Somebody is told first: if the row were written and the alert not, the failure would be lost silently.
        if (after.Fault is { } fault && Matters(text, outcome, now))
        {
            await casework.Undelivered(stream.Id, text, fault, outcome == TextOutcome.PermanentFailure, now, cancellation);
        }

        return await store.Commit(new TableTransaction(stream.Table, stream.Partition, [OutboxRows.Replaced(text, after, etag)]), [], cancellation)
            ? ReceiptAnswer.Taken
            : ReceiptAnswer.TooEarly;
    }

    /// <summary>A reminder that didn't come while the telephone was off can be helped no more; a number that is none can.</summary>
    private static bool Matters(OutgoingMessage.Text text, TextOutcome outcome, Instant now) =>
        outcome == TextOutcome.PermanentFailure || text.UselessAt is not { } useless || useless > now;

    private static string Fault(TextOutcome outcome) => outcome switch
    {
        TextOutcome.PermanentFailure => "The network says that there is no such number, or that it takes no texts. Ask the person for the right number.",
        TextOutcome.TemporaryFailure => "The telephone was off, full or out of reach for three days.",
        _ => "The network had a fault and did not deliver it.",
    };

    /// <summary>An id is agreement, event number and n: <c>DV-7K3M9-2QX4P.12.1</c>.</summary>
    private static StreamId? AgreementOf(string? reference) =>
        reference?.Split('.') is [var agreement, var number, var n] && AgreementIds.IsWellFormed(agreement) && IsNumber(number) && IsNumber(n)
            ? new StreamId(AgreementKind.Instance, agreement)
            : null;

    private static bool IsNumber(string text) => text.Length is > 0 and <= LongestNumber && text.All(char.IsAsciiDigit);
}
