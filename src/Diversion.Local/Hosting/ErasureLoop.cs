using Diversion.Casework.Keeping;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Local.Hosting;

/// <summary>Erases the records whose erasure leads have ordered, a few seconds later.</summary>
internal sealed partial class ErasureLoop(Erasing erasing, IClock clock, ILogger<ErasureLoop> log, IHostApplicationLifetime life) : LoopWhileServing(life)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(10);

    protected override async Task Loop(CancellationToken stopping)
    {
        var patience = Patience.Of(AfterFault, AfterFault, (fault, wait) => LogWaits(fault.Message, wait.TotalMinutes));
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                if (await patience.ExecuteAsync(async stop => await erasing.Finish(clock.GetCurrentInstant(), stop), stopping) is > 0 and var erased)
                {
                    LogErased(erased);
                }

                await Task.Delay(Between, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The program is shutting down.
        }
    }

    [LoggerMessage(EventId = 4221, Level = LogLevel.Information, Message = "{Count} records were erased.")]
    private partial void LogErased(int count);

    [LoggerMessage(EventId = 4222, Level = LogLevel.Error, Message = "What was ordered to be erased could not be erased now: {Advice} Retry in {Minutes} minutes.")]
    private partial void LogWaits(string advice, double minutes);
}
