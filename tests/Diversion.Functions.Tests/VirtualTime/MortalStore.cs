using Diversion.Casework.Storage;
using Diversion.Storage.Compliance;

namespace Diversion.Functions.Tests.VirtualTime;

/// <summary>A store whose caller may die just before a commit, or just after it.</summary>
internal sealed class MortalStore(ITableStore store, Func<Crashes> crashes) : PassingStore(store)
{
    public override async ValueTask<bool> Commit(
        TableTransaction first, IReadOnlyList<TableTransaction> following, CancellationToken cancellation = default)
    {
        Die();
        var applied = await base.Commit(first, following, cancellation);
        Die();
        return applied;
    }

    private void Die()
    {
        if (crashes().Here())
        {
            throw new StorageUnavailableException("The process died here.");
        }
    }
}
