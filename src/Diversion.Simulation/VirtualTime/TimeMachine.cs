using NodaTime;

namespace Diversion.Simulation.VirtualTime;

/// <summary>
/// A clock that can be moved forward. Between moves it runs with the machine's clock, or stands still if created that way
/// (simulation). It never goes back, even when the machine's clock is set back.
/// </summary>
/// <param name="source">The clock that it runs with; null makes it stand still.</param>
/// <param name="start">Its first instant.</param>
public sealed class TimeMachine(IClock? source, Instant start) : IClock
{
    private readonly Lock gate = new();
    private Instant shown = start;
    private Instant since = source?.GetCurrentInstant() ?? start;

    public Instant GetCurrentInstant()
    {
        lock (gate)
        {
            return RunOn();
        }
    }

    /// <summary>Moves forward. An earlier instant changes nothing: what has happened stays.</summary>
    public void MoveTo(Instant instant)
    {
        lock (gate)
        {
            shown = Instant.Max(RunOn(), instant);
        }
    }

    private Instant RunOn()
    {
        if (source is not null)
        {
            var now = source.GetCurrentInstant();
            shown += Duration.Max(Duration.Zero, now - since);
            since = now;
        }

        return shown;
    }
}
