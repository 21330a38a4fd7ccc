using Diversion.Casework.Drafts;
using Diversion.Casework.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Local.Hosting;

/// <summary>Removes expired drafts, at the start and once a day.</summary>
internal sealed partial class DraftLoop(ReferralDrafts drafts, IClock clock, ILogger<DraftLoop> log, IHostApplicationLifetime life) : LoopWhileServing(life)
{
    private static readonly TimeSpan Between = TimeSpan.FromDays(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(10);

    protected override async Task Loop(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var wait = Between;
            try
            {
                if (await drafts.RemoveOld(clock.GetCurrentInstant(), stopping) is > 0 and var removed)
                {
                    LogRemoved(removed);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (StorageUnavailableException fault)
            {
                wait = AfterFault;
                LogWaits(fault.Message, wait.TotalMinutes);
            }

            await Task.Delay(wait, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(EventId = 4201, Level = LogLevel.Information, Message = "{Count} old drafts were removed.")]
    private partial void LogRemoved(int count);

    [LoggerMessage(EventId = 4202, Level = LogLevel.Error, Message = "Old drafts could not be removed: {Advice} Retry in {Minutes} minutes.")]
    private partial void LogWaits(string advice, double minutes);
}
