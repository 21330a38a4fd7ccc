using Diversion.Simulation.Behaviours;
using NodaTime;

namespace Diversion.Simulation.Tests;

public sealed class ChanceTests
{
    [Fact]
    public void A_stream_is_the_same_every_time_and_differs_from_its_neighbours()
    {
        Assert.Equal(Draw(7, 0), Draw(7, 0));
        Assert.NotEqual(Draw(7, 0), Draw(7, 1));
        Assert.NotEqual(Draw(7, 0), Draw(8, 0));
        Assert.Empty(Draw(7, 0).Intersect(Draw(7, 1)));
    }

    [Fact]
    public void Shares_and_weights_come_out_as_asked()
    {
        var chance = new Chance(7, 0);
        Assert.InRange(Enumerable.Range(0, 100_000).Count(_ => chance.Happens(0.056)), 5_300, 5_900);
        var weighted = Enumerable.Range(0, 100_000).CountBy(_ => chance.Weighted(0.5, 0, 0.25, 0.25)).ToDictionary();
        Assert.False(weighted.ContainsKey(1));
        Assert.InRange(weighted[0], 49_000, 51_000);
        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.InRange(chance.Between(3, 5), 3, 5));
    }

    [Theory]
    [InlineData("2025-12-24T16:30", "2025-12-29T09:00")] // Christmas, Boxing Day and a weekend.
    [InlineData("2025-03-28T17:00", "2025-03-31T09:00")] // The clocks change in between.
    [InlineData("2025-06-10T09:00", "2025-06-10T09:30")]
    [InlineData("2025-06-10T09:10", "2025-06-10T09:30")]
    [InlineData("2025-06-10T03:00", "2025-06-10T09:00")]
    public void Staff_act_on_half_hours_of_working_days(string after, string expected)
    {
        var hours = new OfficeHours(SimulatedProgramme.Shipped.Calendar);

        Assert.Equal(London(expected), hours.FirstAfter(London(after)));
    }

    private static Instant London(string local) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value
            .InZoneStrictly(Diversion.Domain.Time.WorkingCalendar.Zone).ToInstant();

    private static List<ulong> Draw(ulong seed, int stream)
    {
        var chance = new Chance(seed, stream);
        return [.. Enumerable.Range(0, 1_000).Select(_ => chance.Next())];
    }
}
