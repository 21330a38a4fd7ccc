using Diversion.Functions.WakeUps;
using NodaTime;

namespace Diversion.Azurite.Demo;

/// <summary>A demo's clock goes ahead of the machine's, by which the task hub sets its timers.</summary>
public sealed class ShiftedTime(IClock demo, IClock machine) : IHubTime
{
    // The demo's clock is read first: a wake-up may come a moment late, never early.
    public Instant Of(Instant due)
    {
        var shown = demo.GetCurrentInstant();
        return due - (shown - machine.GetCurrentInstant());
    }
}
