using Diversion.Casework.Programmes;
using Diversion.Casework.Timekeeping;
using Diversion.Domain;
using Diversion.Domain.Time;
using Diversion.Simulation.VirtualTime;
using NodaTime;

namespace Diversion.Simulation.Demo;

/// <summary>Moves the demo's clock forward: everything due on the way happens in order, and mail is sent on its day.</summary>
/// <param name="folder">Where the demo's data lie, for advice.</param>
public sealed class DemoClock(TimeMachine clock, Rulebook rulebook, DueSweep sweep, IDemoJourney journey, string folder) : IDisposable
{
    /// <summary>A longer move is probably a typing error.</summary>
    private static readonly Period Longest = Period.FromYears(2);

    private readonly SemaphoreSlim one = new(1);
    private Travel? under;

    public async ValueTask<DemoClockReading> Read(CancellationToken cancellation = default)
    {
        var travel = under;
        var now = clock.GetCurrentInstant();
        return new DemoClockReading(now, await sweep.Earliest(cancellation), travel?.Woken ?? 0, travel?.Destination);
    }

    /// <summary>The next due moment, never before now; null when nothing falls due any more.</summary>
    public async ValueTask<Instant?> Next(CancellationToken cancellation = default) =>
        await sweep.Earliest(cancellation) is { } next ? Instant.Max(next, clock.GetCurrentInstant()) : null;

    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Why the clock cannot be moved to an instant; null when it can.</summary>
    public string? Refuse(Instant destination)
    {
        var now = clock.GetCurrentInstant();
        if (destination < now)
        {
            return $"The clock cannot go back: it is {Words.Moment(now)} in this demo. Delete the folder {folder} to start a new demo.";
        }

        if (destination > WorkingCalendar.At(WorkingCalendar.DateOf(now) + Longest, LocalTime.Midnight))
        {
            return "At most 2 years at a time.";
        }

        return rulebook.Calendar.Covers(WorkingCalendar.DateOf(destination))
            ? null
            : $"The bank holidays are known up to {Words.Date(rulebook.Calendar.To)}; the clock cannot go beyond.";
    }

    /// <returns>Null when another move is in progress.</returns>
    public async Task<DemoClockReading?> MoveTo(Instant destination, CancellationToken cancellation = default)
    {
        if (!await one.WaitAsync(0, cancellation))
        {
            return null;
        }

        var travel = new Travel(destination);
        under = travel;
        try
        {
            await journey.To(destination, woken => travel.Woken += woken, cancellation);
        }
        finally
        {
            under = null;
            one.Release();
        }

        return new DemoClockReading(clock.GetCurrentInstant(), await sweep.Earliest(cancellation), travel.Woken, null);
    }

    public void Dispose() => one.Dispose();

    private sealed class Travel(Instant destination)
    {
        public Instant Destination { get; } = destination;

        public int Woken { get; set; }
    }
}

/// <param name="NextDue">When the next thing falls due; null when nothing does any more.</param>
/// <param name="Woken">How many times an agreement was woken during the move.</param>
/// <param name="MovingTo">The target of a move in progress; null when there is none.</param>
public sealed record DemoClockReading(Instant Now, Instant? NextDue, int Woken, Instant? MovingTo);
