using Diversion.Casework.Drafts;
using Diversion.Casework.Keeping;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Local.Hosting;

/// <summary>Removes expired drafts, at the start and once a day.</summary>
internal sealed partial class DraftLoop(ReferralDrafts drafts, IDestructionLog destroyed, IClock clock, ILogger<DraftLoop> log, IHostApplicationLifetime life) : LoopWhileServing(life)
{
    private static readonly TimeSpan Between = TimeSpan.FromDays(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(10);

    protected override async Task Loop(CancellationToken stopping)
    {
        var patience = Patience.Of(AfterFault, AfterFault, (fault, wait) => LogWaits(fault.Message, wait.TotalMinutes));
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                if (await patience.ExecuteAsync(async stop => await Remove(stop), stopping) is > 0 and var removed)
                {
                    LogRemoved(removed);
                }

                await Task.Delay(Between, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The program is shutting down.
        }
    }

    private async Task<int> Remove(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var removed = await drafts.RemoveOld(now, cancellation);
        if (removed > 0)
        {
            await destroyed.Add(new DestructionEntry(now, DestroyedKind.Drafts, null, removed, null), cancellation);
        }

        return removed;
    }

    [LoggerMessage(EventId = 4201, Level = LogLevel.Information, Message = "{Count} old drafts were removed.")]
    private partial void LogRemoved(int count);

    [LoggerMessage(EventId = 4202, Level = LogLevel.Error, Message = "Old drafts could not be removed: {Advice} Retry in {Minutes} minutes.")]
    private partial void LogWaits(string advice, double minutes);
}
