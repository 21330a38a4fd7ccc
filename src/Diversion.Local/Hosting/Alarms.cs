using Diversion.Casework.Streams;
using NodaTime;

namespace Diversion.Local.Hosting;

/// <summary>Wakes the loops after commands.</summary>
public sealed class Alarms(IClock clock) : IChangeListener, IDisposable
{
    private static readonly Duration LongestSleep = Duration.FromMinutes(1);

    public Alarm Due { get; } = new(clock, LongestSleep);

    public Alarm Outbox { get; } = new(clock, LongestSleep);

    public ValueTask Changed(StreamChange change, CancellationToken cancellation = default)
    {
        if (change.NextDue is { } due)
        {
            Due.Nudge(due);
        }

        if (change.HasMessages)
        {
            Outbox.Nudge(Instant.MinValue);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>The clock was moved: both loops check again.</summary>
    public void LookAgain()
    {
        Due.Nudge(Instant.MinValue);
        Outbox.Nudge(Instant.MinValue);
    }

    public void Dispose()
    {
        Due.Dispose();
        Outbox.Dispose();
    }
}
