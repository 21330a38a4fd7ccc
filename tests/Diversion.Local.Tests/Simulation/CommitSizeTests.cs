using Diversion.Casework;
using Diversion.Casework.Schemes;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Local.Hosting;
using NodaTime;
using Xunit.Abstractions;

namespace Diversion.Local.Tests.Simulation;

/// <summary>A command that the store cannot take in one commit could never be carried out.</summary>
public sealed class CommitSizeTests(ITestOutputHelper output)
{
    [Fact]
    public async Task No_command_comes_near_to_what_a_commit_may_hold_not_even_after_a_year_s_outage()
    {
        var store = new MeasuringStore(new InMemoryTableStore());
        var order = SimulatedProgramme.Order(120);
        await SimulatedProgramme.Run(store, order);
        using var cache = new AgreementCache(0);
        var programme = new Programme("P", "checkpoint", [new StaffRef("lead-1", "L")], new Dictionary<string, StaffRef>(), new Uri("https://p.example.org"), "p@example.org");
        var casework = new CaseworkService(store, cache, new Rulebook(SimulatedProgramme.Shipped.Catalogue, order.Calendar, programme), new ChangeListeners());
        var late = Instant.FromUtc(2026, 6, 1, 9, 0);

        var woken = 0;
        foreach (var id in await SimulatedProgramme.Agreements(store))
        {
            while (await casework.Execute(id, new TimePassed { By = Actor.Clock, At = late }) is Outcome.Accepted)
            {
                woken++;
            }
        }

        output.WriteLine($"{woken} woken; most changes {store.MostChanges}; most that follow {store.MostThatFollow}, {store.LongestThatFollow} characters");
        Assert.InRange(woken, 50, int.MaxValue);
        Assert.InRange(store.MostChanges, 10, TableTransaction.MostChanges * 3 / 4);
        Assert.InRange(store.LongestThatFollow, 1_000, TableLimits.MostFollowingBytes / 4);
    }
}
