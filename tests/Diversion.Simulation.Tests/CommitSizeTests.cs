using Diversion.Casework.Agreements;
using Diversion.Casework.Programmes;
using Diversion.Casework.Schemes;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using Diversion.Domain.Offer;
using Diversion.Storage.Compliance;
using NodaTime;
using Xunit.Abstractions;

namespace Diversion.Simulation.Tests;

/// <summary>A command that does not fit into one commit of the store could never be executed.</summary>
public sealed class CommitSizeTests(ITestOutputHelper output)
{
    private static readonly Instant Late = Instant.FromUtc(2026, 6, 1, 9, 0);

    [Fact]
    public async Task No_command_comes_near_to_what_a_commit_may_hold_not_even_after_a_year_s_outage()
    {
        var simulated = new MeasuringStore(new InMemoryTableStore());
        var order = SimulatedProgramme.Order(120);
        await SimulatedProgramme.Run(simulated, order);
        var stopped = new MeasuringStore(new InMemoryTableStore());
        using var cache = new StreamCache(0);
        var programme = new Programme("P", "checkpoint", [new StaffRef("lead-1", "L", null, "l@example.org")], new Dictionary<string, StaffRef>(), new Uri("https://p.example.org"), "p@example.org");
        var casework = new CaseworkService(stopped, cache, new Rulebook(SimulatedProgramme.Shipped.Catalogue, order.Calendar, programme), new ChangeListeners());

        var woken = 0;
        foreach (var id in await SimulatedProgramme.Agreements(simulated))
        {
            if (await CopyUntilSigned(simulated, stopped, id))
            {
                while (await casework.Execute(id, new TimePassed { By = Actor.Clock, At = Late }) is Outcome.Accepted)
                {
                    woken++;
                }
            }
        }

        foreach (var store in new[] { simulated, stopped })
        {
            output.WriteLine($"most changes {store.MostChanges}; most that follow {store.MostThatFollow}, {store.LongestThatFollow} characters");
            Assert.InRange(store.MostChanges, 10, TableTransaction.MostChanges * 3 / 4);
            Assert.InRange(store.LongestThatFollow, 1_000, TableLimits.MostFollowingBytes / 4);
        }

        Assert.InRange(woken, 50, int.MaxValue);
    }

    /// <summary>As if nothing had been processed since the agreement was signed.</summary>
    private static async Task<bool> CopyUntilSigned(ITableStore from, ITableStore to, AgreementId id)
    {
        var events = await SimulatedProgramme.Events(from, id);
        if (events.FirstOrDefault(recorded => recorded.Event is OfferEvent.AgreementSigned) is not { } signed)
        {
            return false;
        }

        var page = await from.Query(new TableQuery(Tables.Agreements, id.Value, "e:", $"e:{signed.Number + 1:D8}", Limit: 1000));

        // A snapshot of another format is replaced by a replay of the events.
        var unusable = new RowChange.Insert("s", new Dictionary<string, object> { ["format"] = -1L });
        return await to.Commit(
            new TableTransaction(Tables.Agreements, id.Value, [.. page.Rows.Select(row => new RowChange.Insert(row.Row, row.Properties)), unusable]), []);
    }
}
