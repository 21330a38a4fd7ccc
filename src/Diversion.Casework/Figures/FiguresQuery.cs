using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Casework.Figures;

/// <summary>
/// The programme's figures. Summing reads one row of every agreement, so it is done once for everybody in the background:
/// every half minute from the first request on, until nobody has asked for ten minutes. Only the very first request waits.
/// </summary>
public sealed partial class FiguresQuery(ITableStore store, IClock clock, TimeProvider time, ILogger<FiguresQuery> log) : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Unasked = TimeSpan.FromMinutes(10);

    private readonly CancellationTokenSource ending = new();
    private readonly Lock gate = new();
    private Task<ProgrammeFigures>? summed;
    private long lastAsked;
    private bool summing;

    public async ValueTask<Reply<ProgrammeFigures>> Of(Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeStatistics(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var figures = await Latest().WaitAsync(cancellation);
        return AccessPolicy.MaySeeWorkload(by) ? figures : figures with { Workload = [] };
    }

    public void Dispose()
    {
        ending.Cancel();
        ending.Dispose();
    }

    /// <summary>The last sums; starts the task that recomputes them while somebody has the page open.</summary>
    private Task<ProgrammeFigures> Latest()
    {
        lock (gate)
        {
            lastAsked = time.GetTimestamp();

            // The first sum failed: the next request tries again.
            Task? begun = null;
            if (summed is null or { IsCompleted: true, IsCompletedSuccessfully: false })
            {
                begun = summed = Task.Run(() => Sum(ending.Token));
            }

            if (!summing)
            {
                summing = true;
                _ = Task.Run(() => KeepFresh(begun, ending.Token));
            }

            return summed;
        }
    }

    /// <param name="begun">A sum that has just been started for the waiting caller.</param>
    private async Task KeepFresh(Task? begun, CancellationToken end)
    {
        try
        {
            while (!IsForgotten())
            {
                await Renew(begun, end);
                begun = null;
                await Task.Delay(Between, time, end);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The program is shutting down.
        }
        catch
        {
            // A fault must not stop the figures for good: the next request starts again.
            lock (gate)
            {
                summing = false;
            }

            throw;
        }
    }

    private bool IsForgotten()
    {
        lock (gate)
        {
            // Decided under the lock, so that a request that comes now starts it again.
            summing = time.GetElapsedTime(lastAsked) < Unasked;
            return !summing;
        }
    }

    private async Task Renew(Task? begun, CancellationToken end)
    {
        try
        {
            if (begun is not null)
            {
                await begun.WaitAsync(end);
                return;
            }

            var renewed = await Sum(end);
            lock (gate)
            {
                summed = Task.FromResult(renewed);
            }
        }
        catch (StorageUnavailableException unavailable)
        {
            LogNotSummed(unavailable);
        }
    }

    private async Task<ProgrammeFigures> Sum(CancellationToken end)
    {
        var asOf = clock.GetCurrentInstant();
        var sums = new FigureSums();
        foreach (var shard in Partitions.AllShards)
        {
            await foreach (var row in store.Rows(Tables.Figures, shard, cancellation: end))
            {
                sums.Add(RowOf<FigureRow>.Read(row));
            }
        }

        return sums.At(asOf);
    }

    [LoggerMessage(EventId = 2201, Level = LogLevel.Warning, Message = "The programme's figures could not be summed; the last figures are still shown.")]
    private partial void LogNotSummed(Exception unavailable);
}
