using Diversion.Domain.Agreements;
using Diversion.Web.Demo;
using NodaTime;

namespace Diversion.Web.Tests.Hosting;

/// <summary>A demo with the test's own clock.</summary>
internal sealed class TestDemo(TestApp app) : IDemo
{
    public IReadOnlyList<Actor> People { get; } =
        [.. Staff.All.Values, Staff.OtherOfficer, Staff.OfficersColleague, Staff.OtherSergeant, Staff.OtherManager, Staff.OtherWorker, Staff.Colleague, Staff.SecondLead, Staff.OtherProvider, Staff.Nurse, Staff.OtherSupervisor, Staff.OtherFacilitator, .. Staff.Panel.Skip(1)];

    public async ValueTask<DemoReading> Read(CancellationToken cancellation = default) =>
        new(app.Clock.GetCurrentInstant(), await app.Sweep.Earliest(cancellation));

    /// <summary>Why the clock cannot be moved; null when it can.</summary>
    public string? Against { get; set; }

    public async Task<DemoMove> Move(DemoStep step)
    {
        if (Against is { } why)
        {
            return new DemoMove.Refused(why);
        }

        var now = app.Clock.GetCurrentInstant();
        var destination = step switch
        {
            DemoStep.Day => now + Duration.FromDays(1),
            DemoStep.Week => now + Duration.FromDays(7),
            _ => await app.Sweep.Earliest() ?? now,
        };
        var woken = 0;
        while (await app.Sweep.Earliest() is { } next && next <= destination)
        {
            app.Clock.MoveTo(Instant.Max(next, app.Clock.GetCurrentInstant()));
            woken += await app.Sweep.Run(app.Clock.GetCurrentInstant());
        }

        app.Clock.MoveTo(destination);
        return new DemoMove.Arrived(destination, woken);
    }
}
