using Diversion.Casework.Storage;
using Diversion.Storage.Compliance;

namespace Diversion.Simulation.Tests.Faults;

/// <summary>What the processes of a run share, and how each of them reaches it.</summary>
internal interface IFaultyDisk
{
    /// <summary>Without faults, for those who look on.</summary>
    ITableStore Direct { get; }

    ITableStore ReachedBy(SimulatedHost host, FaultSource faults);

    /// <summary>What the upkeep of the store does once an hour.</summary>
    Task Upkeep();
}

/// <summary>A store that applies a whole commit or nothing.</summary>
internal sealed class WholeDisk(ITableStore? direct = null) : IFaultyDisk
{
    public ITableStore Direct { get; } = direct ?? new InMemoryTableStore();

    public ITableStore ReachedBy(SimulatedHost host, FaultSource faults) => new UnreliableStore(Direct, faults, host);

    public Task Upkeep() => Task.CompletedTask;
}
