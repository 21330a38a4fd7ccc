using Diversion.Casework.Storage;
using Diversion.Storage.Compliance;

namespace Diversion.Simulation.Tests.Faults;

/// <summary>A disk with a fault that no program can survive, to see that it is found.</summary>
/// <param name="forgets">Every so many commits, the disk says yes and keeps nothing.</param>
/// <param name="forgetsFollowing">Every so many commits, it keeps the first transaction only.</param>
internal sealed class ForgetfulDisk(ITableStore inner, int forgets = int.MaxValue, int forgetsFollowing = int.MaxValue) : PassingStore(inner)
{
    private int commits;

    public override ValueTask<bool> Commit(TableTransaction first, IReadOnlyList<TableTransaction> following, CancellationToken cancellation = default)
    {
        commits++;
        return commits % forgets == 0 ? new(true) : base.Commit(first, commits % forgetsFollowing == 0 ? [] : following, cancellation);
    }
}
