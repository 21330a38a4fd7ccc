using System.Diagnostics;
using System.Diagnostics.Metrics;
using Diversion.Casework.Delivery;
using Diversion.Casework.Feeds;
using Diversion.Casework.Maintenance;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Telemetry;
using Diversion.Casework.Timekeeping;
using NodaTime;

namespace Diversion.Casework.Operations;

/// <summary>Reads how the system runs from its indexes. The cost does not grow with the number of agreements.</summary>
public sealed class SystemMeasuring(ITableStore store, FeedLog feeds, IDataDisk disk, IClock clock)
{
    private const int MostLatePerShard = 500;
    private const int MostMessagesPerShard = 200;

    /// <summary>Whose tries are looked up.</summary>
    private const int MostMessagesRead = 200;

    private const int AtOnce = 16;

    private readonly InstantIndex due = new(store, Tables.Due);

    /// <exception cref="StorageUnavailableException">The store does not answer.</exception>
    public async Task<SystemMeasures> Take(CancellationToken cancellation = default)
    {
        var started = Stopwatch.GetTimestamp();
        await store.Get(Tables.Settings, "health", "ready", cancellation);
        var took = Duration.FromTimeSpan(Stopwatch.GetElapsedTime(started));
        var now = clock.GetCurrentInstant();
        var late = await due.UpTo(now, MostLatePerShard, cancellation);
        return new SystemMeasures(
            took,
            new DueMeasures(late.Count, late.Count == 0 ? Duration.Zero : now - late.Min(DueRows.InstantOf)),
            await Outbox(now, cancellation),
            [.. (await feeds.Counts(cancellation)).Select(feed => new FeedMeasures(feed.State.Feed, now - feed.State.LastAt, feed.Faults))],
            disk.Measure());
    }

    /// <summary>The same measures under the names that they have as metrics.</summary>
    public static IReadOnlyList<SystemFigure> FiguresOf(SystemMeasures measures)
    {
        var figures = new List<SystemFigure>
        {
            Of(Instruments.LateStreams, null, measures.Due.Late),
            Of(Instruments.Lateness, null, measures.Due.Oldest.TotalSeconds),
            Of(Instruments.OutboxMessages, "waiting", measures.Outbox.Waiting),
            Of(Instruments.OutboxMessages, "retrying", measures.Outbox.Retrying),
            Of(Instruments.OutboxMessages, "scheduled", measures.Outbox.Scheduled),
            Of(Instruments.OutboxAge, null, measures.Outbox.Oldest.TotalSeconds),
            Of(Instruments.Store, "get", measures.StoreTook.TotalSeconds),
        };
        foreach (var feed in measures.Feeds)
        {
            figures.Add(Of(Instruments.FeedFaults, feed.Feed, feed.Faults));
            if (feed.SinceLast is { } since)
            {
                figures.Add(Of(Instruments.FeedAge, feed.Feed, since.TotalSeconds));
            }
        }

        if (measures.Disk is { } measured)
        {
            figures.Add(Of(Instruments.DiskFree, null, measured.Free));
        }

        return figures;

        static SystemFigure Of(Instrument instrument, string? of, double value) => new(instrument.Name, of, Math.Round(value, 3), instrument.Unit!);
    }

    /// <summary>For whoever listens to the instruments.</summary>
    public async Task Record(CancellationToken cancellation = default)
    {
        var measures = await Take(cancellation);
        Instruments.LateStreams.Record(measures.Due.Late);
        Instruments.Lateness.Record(measures.Due.Oldest.TotalSeconds);
        Instruments.OutboxMessages.Record(measures.Outbox.Waiting, State("waiting"));
        Instruments.OutboxMessages.Record(measures.Outbox.Retrying, State("retrying"));
        Instruments.OutboxMessages.Record(measures.Outbox.Scheduled, State("scheduled"));
        Instruments.OutboxAge.Record(measures.Outbox.Oldest.TotalSeconds);
        foreach (var feed in measures.Feeds)
        {
            var tag = new KeyValuePair<string, object?>(Attributes.Feed, feed.Feed);
            Instruments.FeedFaults.Record(feed.Faults, tag);
            if (feed.SinceLast is { } since)
            {
                Instruments.FeedAge.Record(since.TotalSeconds, tag);
            }
        }

        if (measures.Disk is { } measured)
        {
            Instruments.DiskFree.Record(measured.Free);
        }

        static KeyValuePair<string, object?> State(string state) => new(Attributes.MessageState, state);
    }

    private async Task<OutboxMeasures> Outbox(Instant now, CancellationToken cancellation)
    {
        var rows = new List<TableRow>();
        foreach (var shard in Partitions.AllShards)
        {
            rows.AddRange((await store.Query(new TableQuery(Tables.Outbox, shard, Limit: MostMessagesPerShard), cancellation)).Rows);
        }

        rows.Sort((a, b) => string.CompareOrdinal(a.Row, b.Row));
        var read = new DeliveryState?[Math.Min(rows.Count, MostMessagesRead)];
        await Parallel.ForAsync(0, read.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (place, stop) =>
            read[place] = await StateOf(rows[place], stop));
        var waiting = read.OfType<DeliveryState>().Where(state => state.Status == DeliveryStatus.Waiting).ToArray();
        var retrying = waiting.Count(state => state.Tries > 0);
        var scheduled = waiting.Count(state => state.Tries == 0 && state.NextTry > now);
        var unread = rows.Skip(read.Length).ToLookup(row => DueRows.InstantOf(row) > now);
        return new OutboxMeasures(
            waiting.Length - retrying - scheduled + unread[false].Count(),
            retrying,
            scheduled + unread[true].Count(),
            waiting.Select(state => now - OutboxDelivery.FirstTry(state)).Append(Duration.Zero).Max());
    }

    private async ValueTask<DeliveryState?> StateOf(TableRow index, CancellationToken cancellation) =>
        RegisteredStreams.Kinds.IndexedBy(index) is { } stream
        && await store.Get(stream.Table, stream.Partition, OutboxRows.Key(OutboxRows.MessageOf(index)), cancellation) is { } message
            ? OutboxRows.Read(message).State
            : null;
}
