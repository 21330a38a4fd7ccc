using Diversion.Casework;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Local.Hosting;

/// <summary>Delivers waiting mail and messages.</summary>
internal sealed class DeliveryLoop(Installation installation, Alarms alarms, Turns turns, IClock clock, ILogger<DeliveryLoop> log, IHostApplicationLifetime life) : LoopWhileServing(life)
{
    protected override Task Loop(CancellationToken stopping) =>
        new WakeLoop("Delivery", alarms.Outbox, turns.Delivering, clock, log).Run(
            installation.Delivery.Run, installation.Delivery.Earliest, stopping);
}
