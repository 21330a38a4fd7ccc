using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;
using NodaTime;

namespace Diversion.Casework.Streams;

/// <summary>
/// The rows of a stream's partition: <c>e:</c> events, <c>s</c> the snapshot, <c>o:</c> outgoing messages,
/// <c>k:</c> idempotency keys.
/// </summary>
internal static class StreamRows
{
    public const string Snapshot = "s";
    public const string FirstEvent = "e:";
    public const string AfterEvents = "e;";
    public const string FirstMessage = "o:";
    public const string AfterMessages = "o;";

    /// <summary>The hash before the first event.</summary>
    public const string Genesis = "";

    public static string EventKey(int number) => $"e:{number:D8}";

    public static string KeyOfIdempotency(string key) => $"k:{key}";

    /// <returns>The row, and the hash for the next event.</returns>
    public static (RowChange.Insert Row, string Hash) Event<TEvent>(RecordedEvent<TEvent> recorded, EventCatalogue<TEvent> events, string previousHash)
        where TEvent : class
    {
        var entry = events.Of(recorded.Event);
        var data = events.Write(recorded.Event);
        var meta = JsonSerializer.Serialize(new EventMeta(recorded.At, recorded.By, recorded.Process, recorded.ByRule ? true : null), StoredJson.Options);
        var dataHash = DataHash(data, recorded.Reason);
        var hash = ChainHash(previousHash, recorded.Number, entry.Name, entry.Version, meta, dataHash);
        var properties = new Dictionary<string, object>(8)
        {
            ["name"] = entry.Name,
            ["version"] = (long)entry.Version,
            ["data"] = data,
            ["meta"] = meta,
            ["dataHash"] = dataHash,
            ["hash"] = hash,
        };
        if (recorded.Reason is { } reason)
        {
            properties["reason"] = reason;
        }

        return (new RowChange.Insert(EventKey(recorded.Number), properties), hash);
    }

    /// <param name="stream">The stream's id.</param>
    public static RecordedEvent<TEvent> Read<TEvent>(TableRow row, string stream, EventCatalogue<TEvent> events)
        where TEvent : class
    {
        var meta = JsonSerializer.Deserialize<EventMeta>(row.Text("meta"), StoredJson.Options)!;
        return new RecordedEvent<TEvent>(
            stream,
            NumberOf(row),
            events.Read(row),
            meta.At,
            meta.By,
            meta.Process,
            row.TextOrNull("reason"),
            meta.ByRule == true);
    }

    public static int NumberOf(TableRow row) => int.Parse(row.Row.AsSpan(2), NumberStyles.None);

    public static RowChange.Upsert SnapshotRow<TState>(StreamKind kind, TState state, string hash) where TState : IStreamState => new(Snapshot, new Dictionary<string, object>
    {
        ["format"] = kind.SnapshotFormat,
        ["number"] = (long)state.Version,
        ["hash"] = hash,
        ["state"] = JsonSerializer.Serialize(state, StoredJson.Options),
    });

    /// <summary>
    /// Hash of the data and the reason, stored separately so that both can be erased and the chain can still be verified.
    /// </summary>
    public static string DataHash(string data, string? reason) => Hash(reason is null ? data : $"{data}\n{reason}");

    public static string ChainHash(string previous, int number, string name, int version, string meta, string dataHash) =>
        Hash($"{previous}\n{number}\n{name}\n{version}\n{meta}\n{dataHash}");

    private static string Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var length = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = length <= 4096 ? stackalloc byte[4096] : new byte[length];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(text, bytes)], hash);
        return Convert.ToHexStringLower(hash);
    }

    private sealed record EventMeta(Instant At, Actor By, string Process, bool? ByRule = null);
}
