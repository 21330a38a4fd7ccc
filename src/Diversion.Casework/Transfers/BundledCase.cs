using System.Text;
using System.Text.Json;
using Diversion.Casework.Agreements;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Transfers;

namespace Diversion.Casework.Transfers;

/// <summary>The case of a bundle: its events as they are stored, checked one by one against the chain, and the state they make.</summary>
internal sealed record BundledCase(AgreementState State, string Hash, IReadOnlyList<RowChange.Insert> Rows)
{
    private const int LongestLine = 256 * 1024;

    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 32 };

    public static (BundledCase? Case, Refusal? Fault) Read(TransferManifest manifest, byte[] events)
    {
        try
        {
            return Replay(manifest, events) is { } read ? (read, null) : (null, TransferRefusals.Damaged());
        }
        catch (StreamBrokenException)
        {
            return (null, TransferRefusals.Newer());
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            // Whoever made the chain may have made anything: events that do not follow from each other make no case.
            return (null, TransferRefusals.Damaged());
        }
    }

    private static BundledCase? Replay(TransferManifest manifest, byte[] events)
    {
        if (!AgreementIds.IsWellFormed(manifest.Agreement))
        {
            return null;
        }

        AgreementState? state = null;
        var hash = StreamRows.Genesis;
        var rows = new List<RowChange.Insert>();
        foreach (var line in Lines(events))
        {
            if (line.Length > LongestLine || Row(line, rows.Count + 1, hash) is not { } row)
            {
                return null;
            }

            var texts = row.Properties.ToDictionary(one => one.Key, one => one.Value is Utf8Json json ? json.ToString() : one.Value);
            var recorded = StreamRows.Read(new TableRow(manifest.Agreement, row.Row, texts), manifest.Agreement, AgreementEvents.Catalogue);
            state = AgreementKind.Instance.Evolve(state, recorded.Event);
            hash = (string)row.Properties["hash"];
            rows.Add(row);
        }

        return state is { HandedOver: { IsConfirmed: false } handed } && state.Id.Value == manifest.Agreement && handed.Event == rows.Count && rows.Count == manifest.Events
            && hash == manifest.Chain && state.Scheme.Name == manifest.Scheme && state.Scheme.Version == manifest.SchemeVersion
            ? new BundledCase(state, hash, rows)
            : null;
    }

    /// <returns>Null when it is not the next of the chain.</returns>
    private static RowChange.Insert? Row(ReadOnlyMemory<byte> line, int number, string previous)
    {
        using var json = JsonDocument.Parse(line, Limits);
        var root = json.RootElement;
        if (UntrustedJson.Fault(root) is not null)
        {
            return null;
        }

        var (name, version) = (root.GetProperty("name").GetString()!, root.GetProperty("version").GetInt32());
        var data = Encoding.UTF8.GetBytes(root.GetProperty("data").GetRawText());
        var meta = Encoding.UTF8.GetBytes(root.GetProperty("meta").GetRawText());
        var reason = root.TryGetProperty("reason", out var given) ? given.GetString() : null;
        var dataHash = StreamRows.DataHash(data, reason);
        var hash = StreamRows.ChainHash(previous, number, name, version, meta, dataHash);
        if (root.GetProperty("dataHash").GetString() != dataHash || root.GetProperty("hash").GetString() != hash)
        {
            return null;
        }

        var properties = new Dictionary<string, object>(8)
        {
            ["name"] = name,
            ["version"] = (long)version,
            ["data"] = new Utf8Json(data),
            ["meta"] = new Utf8Json(meta),
            ["dataHash"] = dataHash,
            ["hash"] = hash,
        };
        if (reason is not null)
        {
            properties["reason"] = reason;
        }

        return new RowChange.Insert(StreamRows.EventKey(number), properties);
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(byte[] text)
    {
        for (var from = 0; from < text.Length;)
        {
            var length = text.AsSpan(from).IndexOf((byte)'\n');
            yield return text.AsMemory(from, length < 0 ? text.Length - from : length);
            from += length < 0 ? text.Length - from : length + 1;
        }
    }
}
