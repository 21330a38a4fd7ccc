using System.Text.Json;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using NodaTime;

namespace Diversion.Casework.Streams;

/// <summary>
/// The outbox: a message is a row in its stream's partition, written with the event that caused it, and is found through
/// the <c>outbox</c> index by the instant of its next try.
/// </summary>
internal static class OutboxRows
{
    private const string KeyPrefix = "o:";
    private const string MessageId = "message";

    public static string Key(OutgoingMessage message) => Key(message.Id);

    public static string Key(string messageId) => $"{KeyPrefix}{messageId}";

    public static RowChange.Insert New(OutgoingMessage message, Instant now) => new(Key(message), Properties(message, new DeliveryState(DeliveryStatus.Waiting, 0, message.FirstTry(now), null)));

    public static RowChange.Replace Replaced(OutgoingMessage message, DeliveryState state, string etag) => new(Key(message), Properties(message, state), etag);

    public static TableTransaction Index(StreamId stream, params IReadOnlyList<RowChange> changes) =>
        new(Tables.Outbox, Partitions.Shard(stream.Partition), changes);

    public static RowChange.Upsert IndexRow(StreamId stream, string messageId, Instant nextTry) => new(
        IndexKey(messageId, nextTry),
        new Dictionary<string, object>(2) { [stream.Kind.Name] = stream.Id, [MessageId] = messageId });

    /// <summary>The index row of a message that waits, from the row of the message alone.</summary>
    public static RowChange.Upsert IndexRow(StreamId stream, TableRow waiting) =>
        IndexRow(stream, waiting.Row[KeyPrefix.Length..], RowOf<TryRow>.Read(waiting).NextTry);

    /// <summary>The message that an index row is about.</summary>
    public static string MessageOf(TableRow index) => index.Text(MessageId);

    public static string IndexKey(string messageId, Instant nextTry) => $"{Sortable.Ascending(nextTry)}|{messageId}";

    public static (OutgoingMessage Message, DeliveryState State) Read(TableRow row)
    {
        var stored = RowOf<MessageRow>.Read(row);
        OutgoingMessage message = stored.Kind switch
        {
            MessageRow.Mail => JsonSerializer.Deserialize<OutgoingMessage.Mail>(stored.Message, StoredJson.Options)!,
            MessageRow.Text => JsonSerializer.Deserialize<OutgoingMessage.Text>(stored.Message, StoredJson.Options)!,
            _ => JsonSerializer.Deserialize<OutgoingMessage.Notice>(stored.Message, StoredJson.Options)!,
        };
        return (message, new DeliveryState(stored.Status, stored.Tries, stored.NextTry, stored.Fault));
    }

    /// <summary>When a waiting message is tried next; null when it was sent or given up.</summary>
    public static Instant? NextTryOf(TableRow row) =>
        RowOf<TryRow>.Read(row) is { Status: DeliveryStatus.Waiting, NextTry: var next } ? next : null;

    private static Dictionary<string, object> Properties(OutgoingMessage message, DeliveryState state) => RowOf<MessageRow>.Write(new MessageRow(
        message switch { OutgoingMessage.Mail => MessageRow.Mail, OutgoingMessage.Text => MessageRow.Text, _ => MessageRow.Notice },
        JsonSerializer.Serialize(message, message.GetType(), StoredJson.Options),
        state.Status,
        state.Tries,
        state.NextTry,
        state.Fault));
}

/// <summary>The index row of an agreement's message that waits, as it is stored.</summary>
/// <param name="Agreement">Null for a stream of another kind, which has its own name for this.</param>
/// <param name="Message">Its id.</param>
public sealed record OutboxRow(string? Agreement, string Message);

/// <summary>Of a stored message only when it is tried next.</summary>
internal sealed record TryRow(DeliveryStatus Status, Instant NextTry);

/// <summary>A message as it is stored.</summary>
/// <param name="Message">As JSON.</param>
internal sealed record MessageRow(string Kind, string Message, DeliveryStatus Status, int Tries, Instant NextTry, string? Fault)
{
    public const string Mail = "mail";
    public const string Text = "text";
    public const string Notice = "notice";
}

public enum DeliveryStatus
{
    Waiting,
    Sent,
    GivenUp,

    /// <summary>Not sent, because the person withdrew their consent, or it would have come too late.</summary>
    Stopped,

    /// <summary>The provider says that it is on the person's telephone. Texts only; nobody says so of a mail.</summary>
    Delivered,
}

/// <param name="NextTry">Once sent, given up or stopped: the instant when that happened.</param>
/// <param name="Fault">Why the last try failed, without personal data.</param>
public sealed record DeliveryState(DeliveryStatus Status, int Tries, Instant NextTry, string? Fault);
