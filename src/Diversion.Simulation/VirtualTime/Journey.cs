using Diversion.Casework.Timekeeping;
using NodaTime;

namespace Diversion.Simulation.VirtualTime;

/// <summary>Moves through time so that everything due on the way fires in order, at its own instant.</summary>
/// <param name="beforeStop">Called with each instant before the clock shows it: a stored clock is stored before anything
/// happens at that instant.</param>
/// <param name="afterStop">Called with the number of agreements woken at each stop.</param>
public sealed class Journey(
    TimeMachine clock,
    DueSweep sweep,
    Func<Instant, CancellationToken, ValueTask>? beforeStop = null,
    Func<int, CancellationToken, ValueTask>? afterStop = null)
{
    /// <returns>How many times an agreement was woken on the way.</returns>
    public async Task<int> To(Instant destination, CancellationToken cancellation = default)
    {
        var woken = 0;
        while (await sweep.Earliest(cancellation) is { } next && next <= destination)
        {
            await MoveTo(next, cancellation);
            var now = await sweep.Run(clock.GetCurrentInstant(), cancellation);
            woken += now;
            if (afterStop is not null)
            {
                await afterStop(now, cancellation);
            }
        }

        await MoveTo(destination, cancellation);
        return woken;
    }

    private async ValueTask MoveTo(Instant instant, CancellationToken cancellation)
    {
        if (beforeStop is not null)
        {
            await beforeStop(instant, cancellation);
        }

        clock.MoveTo(instant);
    }
}
