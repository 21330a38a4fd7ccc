using Diversion.Casework.Storage;
using Diversion.Simulation.Reporting;
using Diversion.Storage.Compliance;

namespace Diversion.Simulation.Tests;

/// <summary>One simulation shared by several tests.</summary>
public sealed class SimulatedStore : IAsyncLifetime
{
    internal InMemoryTableStore Store { get; } = new();

    internal SimulationResult Result { get; private set; } = null!;

    public async Task InitializeAsync() => Result = await SimulatedProgramme.Run(Store, SimulatedProgramme.Order(120));

    public Task DisposeAsync() => Task.CompletedTask;
}
