using Diversion.Casework.Operations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Diversion.Local.Hosting;

/// <summary>Measures how the system runs, for whoever collects telemetry.</summary>
internal sealed partial class MeasuringLoop(SystemMeasuring measuring, ILogger<MeasuringLoop> log, IHostApplicationLifetime life)
    : UpkeepLoop(TimeSpan.FromSeconds(10), life, afterFault: TimeSpan.FromMinutes(1))
{
    protected override async Task<int> Work(CancellationToken cancellation)
    {
        await measuring.Record(cancellation);
        return 0;
    }

    [LoggerMessage(EventId = 4231, Level = LogLevel.Warning, Message = "How the system runs could not be measured: {Advice} Retry in {Minutes} minutes.")]
    protected override partial void Failed(string advice, double minutes);
}
