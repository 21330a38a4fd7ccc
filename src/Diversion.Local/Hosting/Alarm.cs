using NodaTime;

namespace Diversion.Local.Hosting;

/// <summary>
/// The alarm of one sleeping loop: it wakes at an instant, or earlier when a nudge names an earlier one. Between <see
/// cref="Listen"/> and <see cref="Sleep"/> nudges are remembered, so that none is lost while the loop looks for its next
/// task.
/// </summary>
/// <param name="longest">Longest sleep, after which a suspended machine or a changed clock is noticed.</param>
public sealed class Alarm(IClock clock, Duration longest) : IDisposable
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim rung = new(0, 1);
    private Instant target = Instant.MaxValue;

    /// <summary>Forgets the last instant: only what arrives from now on counts.</summary>
    public void Listen()
    {
        lock (gate)
        {
            target = Instant.MaxValue;
        }
    }

    /// <summary>Something falls due at that instant.</summary>
    public void Nudge(Instant due)
    {
        lock (gate)
        {
            if (due >= target)
            {
                return;
            }

            target = due;
            if (rung.CurrentCount == 0)
            {
                rung.Release();
            }
        }
    }

    /// <summary>Sleeps until the earliest of the next found instant, the nudged instant, and the longest sleep.</summary>
    /// <param name="next">The next instant that was found; null when there is none.</param>
    public async Task Sleep(Instant? next, CancellationToken cancellation)
    {
        Duration left;
        lock (gate)
        {
            target = next is { } found ? Instant.Min(found, target) : target;
            rung.Wait(0, CancellationToken.None);
            var now = clock.GetCurrentInstant();
            left = target <= now ? Duration.Zero : target - now >= longest ? longest : target - now;
        }

        if (left > Duration.Zero)
        {
            // Rounded up: waking a moment early would find nothing due and sleep again.
            await rung.WaitAsync((int)Math.Ceiling(left.TotalMilliseconds), cancellation);
        }
    }

    public void Dispose() => rung.Dispose();
}
