using Diversion.Casework;
using Diversion.Local.Programmes;
using Diversion.Simulation.Demo;
using Diversion.Simulation.VirtualTime;
using NodaTime;

namespace Diversion.Local.Hosting;

/// <summary>The one process's own journey: while it lasts, the loops that keep time and deliver wait.</summary>
internal sealed class DemoJourney(ProgrammeFolder folder, Installation installation, Turns turns, Alarms alarms, IClock machine) : IDemoJourney
{
    private readonly TimeMachine clock = folder.DemoTime ?? throw new InvalidOperationException("Only a demo's clock can be moved.");

    public async Task To(Instant destination, Action<int> woken, CancellationToken cancellation)
    {
        await turns.Sweeping.WaitAsync(cancellation);
        try
        {
            var journey = new Journey(
                clock,
                installation.Sweep,
                (instant, stop) => DemoClockSetting.Save(folder.Store, instant, machine, stop),
                async (agreements, stop) =>
                {
                    woken(agreements);
                    await Deliver(stop);
                });
            await journey.To(destination, cancellation);
            await Deliver(cancellation);
        }
        finally
        {
            turns.Sweeping.Release();
            alarms.LookAgain();
        }
    }

    private async ValueTask Deliver(CancellationToken cancellation)
    {
        await turns.Delivering.WaitAsync(cancellation);
        try
        {
            await installation.Delivery.Run(clock.GetCurrentInstant(), cancellation);
        }
        finally
        {
            turns.Delivering.Release();
        }
    }
}
