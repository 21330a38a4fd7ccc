using Diversion.Casework.Operations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Diversion.Local.Hosting;

/// <summary>Measures how the system runs, for whoever collects telemetry.</summary>
internal sealed partial class MeasuringLoop(SystemMeasuring measuring, ILogger<MeasuringLoop> log, IHostApplicationLifetime life) : LoopWhileServing(life)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    protected override async Task Loop(CancellationToken stopping)
    {
        var patience = Patience.Of(Between, Between, (fault, wait) => LogWaits(fault.GetType().Name, wait.TotalSeconds));
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                await patience.ExecuteAsync(async stop => await measuring.Record(stop), stopping);
                await Task.Delay(Between, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The program is shutting down.
        }
    }

    [LoggerMessage(EventId = 4231, Level = LogLevel.Warning, Message = "How the system runs could not be measured: {Fault}. Retry in {Seconds} s.")]
    private partial void LogWaits(string fault, double seconds);
}
