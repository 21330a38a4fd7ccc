using Diversion.Casework.Keeping;
using NodaTime;

namespace Diversion.Local.Hosting;

/// <summary>Travels through time so that everything due on the way fires in its order, at its own instant.</summary>
public sealed class Journey(TimeMachine clock, DueSweep sweep)
{
    /// <returns>How many times an agreement was woken on the way.</returns>
    public async Task<int> To(Instant destination, CancellationToken cancellation = default)
    {
        var woken = 0;
        while (await sweep.Earliest(cancellation) is { } next && next <= destination)
        {
            clock.MoveTo(next);
            woken += await sweep.Run(clock.GetCurrentInstant(), cancellation);
        }

        clock.MoveTo(destination);
        return woken;
    }
}
