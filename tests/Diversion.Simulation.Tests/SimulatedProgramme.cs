using Diversion.Casework.Agreements;
using Diversion.Casework.Schemes;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.Reporting;
using Diversion.Simulation.Running;
using NodaTime;

namespace Diversion.Simulation.Tests;

/// <summary>Small simulations for tests, and the contents of their stores.</summary>
internal static class SimulatedProgramme
{
    public static readonly SchemeLoad.Loaded Shipped =
        Assert.IsType<SchemeLoad.Loaded>(SchemeFiles.Load(Path.Combine(AppContext.BaseDirectory, "schemes")));

    public static SimulationOrder Order(int participants, ulong seed = 7, int atOnce = 64, string scheme = "checkpoint", params string[] overrides)
    {
        var start = new LocalDate(2025, 1, 6);
        var rules = Assert.IsType<SchemeOverrideResult.Applied>(SchemeOverrides.Apply(Shipped.Catalogue.InForce(scheme, start)!, overrides)).Rules;
        return new SimulationOrder(participants, 2, seed, start, rules, Shipped.Calendar, overrides, atOnce);
    }

    public static Task<SimulationResult> Run(ITableStore store, SimulationOrder order) =>
        SimulationRun.Run(store, order, Behaviour.Read(Behaviour.ShippedFile), progress: null, CancellationToken.None);

    public static async Task<List<AgreementId>> Agreements(ITableStore store)
    {
        var found = new List<AgreementId>();
        await foreach (var row in store.Scan(Tables.Agreements))
        {
            if (row.Row == "s")
            {
                found.Add(new AgreementId(row.Partition));
            }
        }

        return found;
    }

    public static async Task<List<RecordedEvent>> Events(ITableStore store, AgreementId id)
    {
        var events = new List<RecordedEvent>();
        await foreach (var recorded in new StreamReader<AgreementState, AgreementEvent>(store, AgreementKind.Instance).Events(id.Value))
        {
            events.Add(recorded);
        }

        return events;
    }

    public static async Task<AgreementState> Stored(ITableStore store, AgreementId id) =>
        (await new StreamReader<AgreementState, AgreementEvent>(store, AgreementKind.Instance).Load(id.Value))!.State;
}
