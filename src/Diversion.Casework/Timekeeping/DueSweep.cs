using System.Diagnostics;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Telemetry;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Casework.Timekeeping;

/// <summary>Finds what has fallen due in the <c>due</c> index and passes time on those streams, of every kind.</summary>
public sealed partial class DueSweep(ITableStore store, StreamServices services, ILogger<DueSweep> log)
{
    /// <summary>A stream that fails is retried after this time; it must not hold up the others.</summary>
    private static readonly Duration Postponement = Duration.FromHours(1);

    private const int PageSize = 500;

    /// <summary>How many streams are processed at once; they share commits.</summary>
    private const int AtOnce = 64;

    private readonly InstantIndex index = new(store, Tables.Due);

    /// <summary>The earliest due moment of all streams; null when there is none.</summary>
    public ValueTask<Instant?> Earliest(CancellationToken cancellation = default) => index.Earliest(cancellation);

    /// <summary>
    /// Processes everything that is due at <paramref name="now"/>: each stream in its own order, several streams in
    /// parallel.
    /// </summary>
    /// <returns>How many times a stream was woken.</returns>
    public async Task<int> Run(Instant now, CancellationToken cancellation = default)
    {
        var woken = 0;
        while (true)
        {
            var due = await index.UpTo(now, PageSize, cancellation);
            if (due.Count == 0)
            {
                break;
            }

            await Parallel.ForEachAsync(
                due,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
                (row, stop) => Wake(row, now, stop));
            woken += due.Count;
        }

        return woken;
    }

    private async ValueTask Wake(TableRow row, Instant now, CancellationToken cancellation)
    {
        bool happened;
        var kind = "unknown";
        try
        {
            var stream = services.IndexedBy(row);
            kind = stream.Kind.Name;
            happened = await services.Of(stream).PassTime(stream.Id, now, cancellation);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StorageUnavailableException))
        {
            var stream = row.Row[(row.Row.IndexOf('|', StringComparison.Ordinal) + 1)..];
            LogBroken(stream, fault.GetType().Name);
            Instruments.WorkflowFailures.Add(1, new TagList { { Attributes.Kind, kind }, { Attributes.Error, fault.GetType().Name } });
            await Postpone(row, stream, now + Postponement, cancellation);
            return;
        }

        // Nothing was due although the index said so: the index is out of date (a crash between two partitions). Remove the row.
        if (!happened)
        {
            await store.Commit(new TableTransaction(Tables.Due, row.Partition, [new RowChange.Delete(row.Row, row.ETag)]), [], cancellation);
        }
    }

    private async ValueTask Postpone(TableRow row, string stream, Instant until, CancellationToken cancellation) => await store.Commit(
        new TableTransaction(
            Tables.Due, row.Partition, [new RowChange.Delete(row.Row, row.ETag), new RowChange.Insert(DueRows.Key(until, stream), row.Properties)]),
        [],
        cancellation);

    [LoggerMessage(EventId = 2101, Level = LogLevel.Error, Message = "TimePassed failed on {Stream}; retry in an hour. Run `verify`: {Fault}")]
    private partial void LogBroken(string stream, string fault);
}
