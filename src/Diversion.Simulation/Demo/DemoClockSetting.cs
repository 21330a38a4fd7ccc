using Diversion.Casework.Storage;
using Diversion.Simulation.VirtualTime;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Simulation.Demo;

/// <summary>The time of a demo's clock, kept in its store, so that a restart never goes back in time.</summary>
public static class DemoClockSetting
{
    /// <summary>The partition of the settings that belong to one machine's data, not to the programme.</summary>
    private const string Partition = "installation";

    private const string Row = "clock";

    /// <summary>The clock keeps its lead over the machine's clock, and never goes behind the instant that it last showed.</summary>
    public static async ValueTask<TimeMachine> Load(ITableStore store, IClock machine, CancellationToken cancellation = default)
    {
        var now = machine.GetCurrentInstant();
        if (await store.Get(Tables.Settings, Partition, Row, cancellation) is not { } row)
        {
            return new TimeMachine(machine, now);
        }

        var shown = InstantPattern.ExtendedIso.Parse(row.Text("shown")).Value;
        return new TimeMachine(machine, Instant.Max(shown, now + Duration.FromTicks(row.Number("aheadTicks"))));
    }

    /// <param name="shown">The instant that the clock shows, or is about to show.</param>
    public static async ValueTask Save(ITableStore store, Instant shown, IClock machine, CancellationToken cancellation = default)
    {
        var properties = new Dictionary<string, object>(2)
        {
            ["shown"] = InstantPattern.ExtendedIso.Format(shown),
            ["aheadTicks"] = (shown - machine.GetCurrentInstant()).BclCompatibleTicks,
        };
        await store.Commit(new TableTransaction(Tables.Settings, Partition, [new RowChange.Upsert(Row, properties)]), [], cancellation);
    }
}
