using Diversion.Casework.Documents;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Diversion.Local.Hosting;

/// <summary>Deletes the bytes of papers that no case knows, at the start and once a day.</summary>
internal sealed partial class PaperLoop(OrphanDocuments orphans, ILogger<PaperLoop> log, IHostApplicationLifetime life) : LoopWhileServing(life)
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
                if (await patience.ExecuteAsync(async stop => await orphans.Remove(stop), stopping) is > 0 and var removed)
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

    [LoggerMessage(EventId = 4211, Level = LogLevel.Information, Message = "{Count} files of papers that no case knows were deleted.")]
    private partial void LogRemoved(int count);

    [LoggerMessage(EventId = 4212, Level = LogLevel.Error, Message = "Files of papers that no case knows could not be deleted: {Advice} Retry in {Minutes} minutes.")]
    private partial void LogWaits(string advice, double minutes);
}
