using NodaTime;

namespace Diversion.Local.Hosting;

/// <summary>
/// A clock that can be moved forward. Between moves it runs on with the machine's clock, or stands still when it was
/// made to (simulation). It never goes back, even when the machine's clock is set back.
/// </summary>
/// <param name="source">What it runs on with; null stands still.</param>
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

    /// <summary>Moves forward. An earlier instant than the present changes nothing: what happened stays happened.</summary>
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
