using Diversion.Domain.Agreements;
using Diversion.Web.Demo;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Diversion.Simulation.Demo;

/// <summary>The demo for its pages.</summary>
public sealed class DemoForPages(DemoClock clock, IHostApplicationLifetime lifetime) : IDemo
{
    public IReadOnlyList<Actor> People => DemoStaff.All;

    public async ValueTask<DemoReading> Read(CancellationToken cancellation = default)
    {
        var reading = await clock.Read(cancellation);
        return new DemoReading(reading.Now, reading.NextDue);
    }

    public async Task<DemoMove> Move(DemoStep step)
    {
        // A move that has begun is finished even if nobody waits for it any more.
        var cancellation = lifetime.ApplicationStopping;
        var destination = step switch
        {
            DemoStep.NextDue => await clock.Next(cancellation) ?? clock.Now,
            DemoStep.Day => On(Period.FromDays(1)),
            DemoStep.Week => On(Period.FromWeeks(1)),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "No such step."),
        };
        if (step != DemoStep.NextDue && clock.Refuse(destination) is { } refused)
        {
            return new DemoMove.Refused(refused);
        }

        return await clock.MoveTo(destination, cancellation) is { } reading
            ? new DemoMove.Arrived(reading.Now, reading.Woken)
            : new DemoMove.Refused("The clock is moving already. Reload the page to see how far it is.");
    }

    private Instant On(Period period) => new DemoClockRequest.By(period).From(clock.Now);
}
