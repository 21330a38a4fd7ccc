using Diversion.Casework.Storage;
using Diversion.Storage.Compliance;

namespace Diversion.Simulation.Tests;

public sealed class DeterminismTests
{
    [Fact]
    public async Task Same_seed_gives_the_same_digest_however_the_work_is_spread()
    {
        var alone = await SimulatedProgramme.Run(new InMemoryTableStore(), SimulatedProgramme.Order(40, atOnce: 1));
        var together = await SimulatedProgramme.Run(new InMemoryTableStore(), SimulatedProgramme.Order(40, atOnce: 64));

        Assert.True(alone.Tally.Events > 2_000);
        Assert.Equal(alone.Tally.Digest, together.Tally.Digest);
    }

    [Fact]
    public async Task Another_seed_gives_another_digest()
    {
        var one = await SimulatedProgramme.Run(new InMemoryTableStore(), SimulatedProgramme.Order(10, seed: 1));
        var two = await SimulatedProgramme.Run(new InMemoryTableStore(), SimulatedProgramme.Order(10, seed: 2));

        Assert.NotEqual(one.Tally.Digest, two.Tally.Digest);
    }
}
