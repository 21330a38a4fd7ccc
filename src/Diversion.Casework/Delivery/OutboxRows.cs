using System.Text.Json;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using NodaTime;

namespace Diversion.Casework.Delivery;

/// <summary>
/// The outbox: a message is a row in its stream's partition, written with the event that caused it, and is found through
/// the <c>outbox</c> index by the instant of its next try.
/// </summary>
internal static class OutboxRows
{
    private const string KeyPrefix = "o:";

    public static string Key(OutgoingMessage message) => Key(message.Id);

    public static string Key(string messageId) => $"{KeyPrefix}{messageId}";

    public static RowChange.Insert New(OutgoingMessage message, Instant now) => new(Key(message), Properties(message, new DeliveryState(DeliveryStatus.Waiting, 0, now, null)));

    public static RowChange.Upsert Updated(OutgoingMessage message, DeliveryState state) => new(Key(message), Properties(message, state));

    public static RowChange.Replace Replaced(OutgoingMessage message, DeliveryState state, string etag) => new(Key(message), Properties(message, state), etag);

    public static TableTransaction Index(StreamId stream, params IReadOnlyList<RowChange> changes) =>
        new(Tables.Outbox, Partitions.Shard(stream.Partition), changes);

    public static RowChange.Upsert IndexRow(StreamId stream, string messageId, Instant nextTry) => new(
        IndexKey(messageId, nextTry),
        new Dictionary<string, object>(2) { [stream.Kind.Name] = stream.Id, ["message"] = messageId });

    /// <summary>The index row of a message that waits, from the row of the message alone.</summary>
    public static RowChange.Upsert IndexRow(StreamId stream, TableRow waiting) =>
        IndexRow(stream, waiting.Row[KeyPrefix.Length..], Sortable.Parse(waiting.Text("nextTry")));

    public static string IndexKey(string messageId, Instant nextTry) => $"{Sortable.Ascending(nextTry)}|{messageId}";

    public static (OutgoingMessage Message, DeliveryState State) Read(TableRow row)
    {
        var json = row.Text("message");
        OutgoingMessage message = row.Text("kind") == "mail"
            ? JsonSerializer.Deserialize<OutgoingMessage.Mail>(json, StoredJson.Options)!
            : JsonSerializer.Deserialize<OutgoingMessage.Notice>(json, StoredJson.Options)!;
        var state = new DeliveryState(
            Enum.Parse<DeliveryStatus>(row.Text("status")),
            (int)row.Number("tries"),
            Sortable.Parse(row.Text("nextTry")),
            row.TextOrNull("fault"));
        return (message, state);
    }

    /// <summary>When a waiting message is tried next; null when it was sent or given up.</summary>
    public static Instant? NextTryOf(TableRow row) =>
        row.Text("status") == nameof(DeliveryStatus.Waiting) ? Sortable.Parse(row.Text("nextTry")) : null;

    private static Dictionary<string, object> Properties(OutgoingMessage message, DeliveryState state)
    {
        var properties = new Dictionary<string, object>(6)
        {
            ["kind"] = message is OutgoingMessage.Mail ? "mail" : "notice",
            ["message"] = JsonSerializer.Serialize(message, message.GetType(), StoredJson.Options),
            ["status"] = state.Status.ToString(),
            ["tries"] = (long)state.Tries,
            ["nextTry"] = Sortable.Ascending(state.NextTry),
        };
        if (state.Fault is { } fault)
        {
            properties["fault"] = fault;
        }

        return properties;
    }
}

public enum DeliveryStatus
{
    Waiting,
    Sent,
    GivenUp,

    /// <summary>Not sent, because the person withdrew their consent.</summary>
    Stopped,
}

/// <param name="NextTry">Once sent, given up or stopped: the instant when that happened.</param>
/// <param name="Fault">Why the last try failed, without personal data.</param>
public sealed record DeliveryState(DeliveryStatus Status, int Tries, Instant NextTry, string? Fault);
