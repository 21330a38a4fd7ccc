using Diversion.Casework.Storage;
using Diversion.Local.Hosting;
using Diversion.Local.Programmes;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Local.Demo;

/// <summary>The time of a demo's clock, kept in its store, so that a restart never goes back in time.</summary>
internal static class DemoClockSetting
{
    private const string Row = "clock";

    /// <summary>The clock keeps its lead over the machine's clock, and never goes behind the instant that it last showed.</summary>
    public static async ValueTask<TimeMachine> Load(ITableStore store, IClock machine, CancellationToken cancellation = default)
    {
        var now = machine.GetCurrentInstant();
        if (await store.Get(Tables.Settings, DataSettings.Partition, Row, cancellation) is not { } row)
        {
            return new TimeMachine(machine, now);
        }

        var shown = InstantPattern.ExtendedIso.Parse(row.Text("shown")).Value;
        return new TimeMachine(machine, Instant.Max(shown, now + Duration.FromTicks(row.Number("aheadTicks"))));
    }

    /// <param name="shown">The instant that the clock shows, or is about to show.</param>
    public static ValueTask Save(ITableStore store, Instant shown, IClock machine, CancellationToken cancellation = default) =>
        DataSettings.Write(
            store,
            Row,
            new Dictionary<string, object>(2)
            {
                ["shown"] = InstantPattern.ExtendedIso.Format(shown),
                ["aheadTicks"] = (shown - machine.GetCurrentInstant()).BclCompatibleTicks,
            },
            cancellation);
}
