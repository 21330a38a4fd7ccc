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
        var data = JsonSerializer.SerializeToUtf8Bytes(recorded.Event, entry.Json);
        var meta = JsonSerializer.SerializeToUtf8Bytes(new EventMeta(recorded.At, recorded.By, recorded.Process, recorded.ByRule ? true : null), StoredJson.Options);
        var dataHash = DataHash(data, recorded.Reason);
        var hash = ChainHash(previousHash, recorded.Number, entry.Name, entry.Version, meta, dataHash);
        var properties = new Dictionary<string, object>(8)
        {
            ["name"] = entry.Name,
            ["version"] = (long)entry.Version,
            ["data"] = new Utf8Json(data),
            ["meta"] = new Utf8Json(meta),
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

    /// <param name="json">The state as JSON.</param>
    public static RowChange.Upsert SnapshotRow(StreamKind kind, IStreamState state, string hash, byte[] json) => new(Snapshot, new Dictionary<string, object>(4)
    {
        ["format"] = kind.SnapshotFormat,
        ["number"] = (long)state.Version,
        ["hash"] = hash,
        ["state"] = new Utf8Json(json),
    });

    /// <summary>Whether a snapshot is the one of this state.</summary>
    public static bool IsSnapshotOf(TableRow snapshot, IStreamState state) =>
        snapshot.Number("number") == state.Version && snapshot.Json("state").SequenceEqual(StateJson.Write(state));

    /// <summary>
    /// Hash of the data and the reason, stored separately so that both can be erased and the chain can still be verified.
    /// </summary>
    public static string DataHash(ReadOnlySpan<byte> data, string? reason) => Hash("", data, reason is null ? "" : $"\n{reason}");

    public static string ChainHash(string previous, int number, string name, int version, ReadOnlySpan<byte> meta, string dataHash) =>
        Hash($"{previous}\n{number}\n{name}\n{version}\n", meta, $"\n{dataHash}");

    /// <summary>Of the three as one text.</summary>
    private static string Hash(string before, ReadOnlySpan<byte> json, string after)
    {
        var most = Encoding.UTF8.GetMaxByteCount(before.Length + after.Length) + json.Length;
        var bytes = most <= 4096 ? stackalloc byte[4096] : new byte[most];
        var length = Encoding.UTF8.GetBytes(before, bytes);
        json.CopyTo(bytes[length..]);
        length += json.Length;
        length += Encoding.UTF8.GetBytes(after, bytes[length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..length], hash);
        return Convert.ToHexStringLower(hash);
    }

    private sealed record EventMeta(Instant At, Actor By, string Process, bool? ByRule = null);
}
