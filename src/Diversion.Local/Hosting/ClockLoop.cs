using Diversion.Casework;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Local.Hosting;

/// <summary>Passes time on everything that falls due.</summary>
internal sealed class ClockLoop(Installation installation, Alarms alarms, Turns turns, IClock clock, ILogger<ClockLoop> log, IHostApplicationLifetime life) : LoopWhileServing(life)
{
    protected override Task Loop(CancellationToken stopping) =>
        new WakeLoop("Keeping time", alarms.Due, turns.Sweeping, clock, log).Run(
            installation.Sweep.Run, installation.Sweep.Earliest, stopping);
}
