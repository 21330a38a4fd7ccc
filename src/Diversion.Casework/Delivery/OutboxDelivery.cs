using System.Collections.Concurrent;
using System.Diagnostics;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Telemetry;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Casework.Delivery;

/// <summary>
/// Delivers the messages in the outbox, at least once. A message that fails keeps its place and is retried with growing
/// delays; after the last try it is given up and a lead is told. While the store takes nothing, nothing is sent again: what
/// became of the last try is remembered until it is stored.
/// </summary>
public sealed partial class OutboxDelivery(
    ITableStore store, StreamServices services, MailRenderer renderer, IMailer mailer, IPublisher publisher, ILogger<OutboxDelivery> log, ITexter? texter = null)
{
    internal const int UsuallyAtOnce = 32;

    private const int PageSize = 200;

    /// <summary>Waits between tries. After the last one a message is given up, a little less than two days after the first try.</summary>
    private static readonly Duration[] Waits =
    [
        Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(30), Duration.FromHours(2),
        Duration.FromHours(6), Duration.FromHours(12), Duration.FromHours(24),
    ];

    /// <summary>How long after the first try the last one comes; receivers must know a repeat for as long.</summary>
    public static Duration LastTryAfter { get; } = Waits.Aggregate(Duration.Zero, (sum, wait) => sum + wait);

    private readonly ConcurrentDictionary<(string Stream, string Message), Tried> unstored = new();
    private readonly InstantIndex toTry = new(store, Tables.Outbox);
    private readonly ITexter texter = texter ?? NoTexter.Instance;

    /// <summary>How many messages are sent at once.</summary>
    public int AtOnce { get; init; } = UsuallyAtOnce;

    /// <summary>When a message that waits was first to be delivered; later where a receiver asked for a longer wait.</summary>
    public static Instant FirstTry(DeliveryState waiting) =>
        waiting.NextTry - Waits.Take(waiting.Tries).Aggregate(Duration.Zero, (sum, wait) => sum + wait);

    /// <summary>The instant of the next try; null when nothing waits.</summary>
    public ValueTask<Instant?> Earliest(CancellationToken cancellation = default) => toTry.Earliest(cancellation);

    /// <summary>Tries every message whose time has come.</summary>
    /// <returns>How many were tried.</returns>
    public async Task<int> Run(Instant now, CancellationToken cancellation = default)
    {
        var tried = 0;
        while (true)
        {
            var waiting = await toTry.UpTo(now, PageSize, cancellation);
            if (waiting.Count == 0)
            {
                break;
            }

            await Parallel.ForEachAsync(
                waiting,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
                (row, stop) => Deliver(services.IndexedBy(row), OutboxRows.MessageOf(row), row.Row, now, stop));
            tried += waiting.Count;
        }

        return tried;
    }

    /// <summary>Tries the messages of one stream whose time has come, in the order in which they were created.</summary>
    /// <returns>The instant of the stream's next try; null when nothing waits.</returns>
    public async Task<Instant?> RunFor(StreamId stream, Instant now, CancellationToken cancellation = default)
    {
        while (true)
        {
            var waiting = await Waiting(stream, cancellation);
            if (waiting.Count == 0 || waiting[0].NextTry > now)
            {
                return waiting.Count == 0 ? null : waiting[0].NextTry;
            }

            foreach (var (nextTry, message) in waiting.TakeWhile(message => message.NextTry <= now))
            {
                await Deliver(stream, message, OutboxRows.IndexKey(message, nextTry), now, cancellation);
            }
        }
    }

    private async Task<List<(Instant NextTry, string Message)>> Waiting(StreamId stream, CancellationToken cancellation)
    {
        var waiting = new List<(Instant NextTry, string Message)>();
        await foreach (var row in store.Rows(stream.Table, stream.Partition, StreamRows.FirstMessage, StreamRows.AfterMessages, cancellation))
        {
            if (OutboxRows.NextTryOf(row) is { } nextTry)
            {
                waiting.Add((nextTry, row.Row[StreamRows.FirstMessage.Length..]));
            }
        }

        // Event numbers in ids are not padded: the shorter of two ids is the earlier one.
        return [.. waiting.OrderBy(message => message.NextTry).ThenBy(message => message.Message.Length).ThenBy(message => message.Message, StringComparer.Ordinal)];
    }

    private async ValueTask Deliver(StreamId stream, string messageId, string indexKey, Instant now, CancellationToken cancellation)
    {
        var row = await store.Get(stream.Table, stream.Partition, OutboxRows.Key(messageId), cancellation);
        var key = (stream.Partition, messageId);
        if (row is null || OutboxRows.NextTryOf(row) is null)
        {
            unstored.TryRemove(key, out _);
            await store.Commit(OutboxRows.Index(stream, new RowChange.Delete(indexKey)), [], cancellation);
            return;
        }

        var (message, state) = OutboxRows.Read(row);
        if (unstored.TryGetValue(key, out var tried) && tried.After.Tries > state.Tries)
        {
            await Keep(stream, row, tried, indexKey, now, cancellation);
            return;
        }

        switch (InTime(await services.Of(stream).Redirected(stream.Id, message, now, cancellation), now))
        {
            case Redirection.Stopped stopped:
                await Save(stream, row, message, state with { Status = DeliveryStatus.Stopped, NextTry = now, Fault = stopped.Why }, indexKey, cancellation);
                return;
            case Redirection.To { Message: var redirected } when redirected.FirstTry(now) is var opens && opens > now:
                await Save(stream, row, redirected, state with { NextTry = opens }, indexKey, cancellation);
                return;
            case Redirection.To { Message: var redirected }:
                message = redirected;
                break;
        }

        var started = Stopwatch.GetTimestamp();
        tried = await Try(message, state, now, cancellation);
        Instruments.Deliveries.Record(
            Stopwatch.GetElapsedTime(started).TotalSeconds,
            new TagList { { Attributes.Destination, DestinationOf(message) }, { Attributes.Outcome, OutcomeOf(tried.After.Status) } });
        await Keep(stream, row, unstored[key] = tried, indexKey, now, cancellation);
    }

    /// <summary>
    /// Stores what became of a try. If somebody else tried the same message meanwhile, what they stored stands, unless this
    /// try is the one that arrived.
    /// </summary>
    private async ValueTask Keep(StreamId stream, TableRow row, Tried tried, string indexKey, Instant now, CancellationToken cancellation)
    {
        var (message, after, recipientFails) = tried;
        if (after.Status == DeliveryStatus.GivenUp)
        {
            await services.Of(stream).Undelivered(stream.Id, message, after.Fault, recipientFails, now, cancellation);
        }

        for (TableRow? current = row; current is not null && !await Save(stream, current, message, after, indexKey, cancellation);)
        {
            current = after.Status == DeliveryStatus.Sent ? await store.Get(stream.Table, stream.Partition, row.Row, cancellation) : null;
        }

        unstored.TryRemove((stream.Partition, message.Id), out _);
    }

    /// <returns>False when the message was changed or erased meanwhile; nothing was stored then.</returns>
    private ValueTask<bool> Save(StreamId stream, TableRow row, OutgoingMessage message, DeliveryState state, string indexKey, CancellationToken cancellation)
    {
        List<RowChange> index = [new RowChange.Delete(indexKey)];
        if (state.Status == DeliveryStatus.Waiting)
        {
            index.Add(OutboxRows.IndexRow(stream, message.Id, state.NextTry));
        }

        return store.Commit(
            new TableTransaction(stream.Table, stream.Partition, [OutboxRows.Replaced(message, state, row.ETag!)]), [OutboxRows.Index(stream, index)], cancellation);
    }

    /// <summary>A reminder that would come when the appointment has begun only confuses.</summary>
    private static Redirection InTime(Redirection redirection, Instant now) =>
        redirection is Redirection.To { Message: OutgoingMessage.Text { UselessAt: { } useless } text } && text.FirstTry(now) >= useless
            ? new Redirection.Stopped("It is too late: what it is about has begun.")
            : redirection;

    private async ValueTask<Tried> Try(OutgoingMessage message, DeliveryState state, Instant now, CancellationToken cancellation)
    {
        var tries = state.Tries + 1;
        try
        {
            await (message switch
            {
                OutgoingMessage.Mail mail => mailer.Send(Addressed(renderer.Render(mail)), cancellation),
                OutgoingMessage.Text text => texter.Send(TextRenderer.Shipped.Render(text), cancellation),
                OutgoingMessage.Notice notice => publisher.Publish(notice, cancellation),
                _ => throw new InvalidOperationException($"No delivery for {message.GetType().Name}."),
            });
            return new Tried(message, new DeliveryState(DeliveryStatus.Sent, tries, now, null), false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFailed(message.Id, tries, fault.GetType().Name);
            if (tries > Waits.Length || fault is DeliveryFailedException { IsFinal: true })
            {
                return new Tried(message, new DeliveryState(DeliveryStatus.GivenUp, tries, now, Shortened(fault.Message)), fault is DeliveryFailedException { RecipientFails: true });
            }

            var wait = Waits[tries - 1];
            if (fault is DeliveryFailedException { RetryAfter: { } asked } && Duration.FromTimeSpan(asked) > wait)
            {
                wait = Duration.FromTimeSpan(asked);
            }

            return new Tried(message, new DeliveryState(DeliveryStatus.Waiting, tries, now + wait, Shortened(fault.Message)), false);
        }
    }

    /// <summary>
    /// The same rule as for addresses that come in; older ones may break it. The message does not contain the address,
    /// since failures are logged.
    /// </summary>
    private static RenderedMail Addressed(RenderedMail mail) => EmailAddress.CanBeWrittenTo(mail.ToAddress)
        ? mail
        : throw new DeliveryFailedException($"Mail {mail.Id} has no valid email address. Correct the recipient's address.", isFinal: true) { RecipientFails = true };

    private static string DestinationOf(OutgoingMessage message) => message switch
    {
        OutgoingMessage.Mail => "mail",
        OutgoingMessage.Text => "text",
        _ => "notice",
    };

    private static string OutcomeOf(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Sent => "sent",
        DeliveryStatus.GivenUp => "given-up",
        _ => "failed",
    };

    private static string Shortened(string fault) => fault.Length <= 500 ? fault : fault[..500];

    /// <param name="Message">As it was sent: possibly to somebody else than was stored.</param>
    private sealed record Tried(OutgoingMessage Message, DeliveryState After, bool RecipientFails);

    [LoggerMessage(EventId = 2001, Level = LogLevel.Warning, Message = "Delivery of {MessageId} failed, try {Tries}: {Fault}")]
    private partial void LogFailed(string messageId, int tries, string fault);
}
