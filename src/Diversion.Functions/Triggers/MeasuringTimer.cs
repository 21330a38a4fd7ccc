using Diversion.Casework.Operations;
using Diversion.Casework.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace Diversion.Functions.Triggers;

/// <summary>Every five minutes, measures how the system runs, on one of the workers; the alerts look at it as often.</summary>
public sealed class MeasuringTimer(SystemMeasuring measuring)
{
    [Function("MeasureSystem")]
    public async Task Measure([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if (Instruments.Lateness.Enabled)
        {
            await measuring.Record(cancellation);
        }
    }
}
