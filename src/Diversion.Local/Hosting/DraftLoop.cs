using Diversion.Casework.Drafts;
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
        var patience = Patience.Of(AfterFault, AfterFault, (fault, wait) => LogWaits(fault.Message, wait.TotalMinutes));
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                if (await patience.ExecuteAsync(async stop => await drafts.RemoveOld(clock.GetCurrentInstant(), stop), stopping) is > 0 and var removed)
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

    [LoggerMessage(EventId = 4201, Level = LogLevel.Information, Message = "{Count} old drafts were removed.")]
    private partial void LogRemoved(int count);

    [LoggerMessage(EventId = 4202, Level = LogLevel.Error, Message = "Old drafts could not be removed: {Advice} Retry in {Minutes} minutes.")]
    private partial void LogWaits(string advice, double minutes);
}
