using Diversion.Casework.Storage;
using Diversion.Storage.Compliance;

namespace Diversion.Casework.Tests.Storage;

/// <summary>Lets a test do something, or fail, just before or after a commit.</summary>
internal sealed class CommitHook(ITableStore inner) : PassingStore(inner)
{
    /// <summary>Null does nothing.</summary>
    public Func<Task>? Before { get; set; }

    /// <summary>Null does nothing.</summary>
    public Func<Task>? After { get; set; }

    public override async ValueTask<bool> Commit(TableTransaction first, IReadOnlyList<TableTransaction> following, CancellationToken cancellation = default)
    {
        await (Before?.Invoke() ?? Task.CompletedTask);
        var applied = await base.Commit(first, following, cancellation);
        await (After?.Invoke() ?? Task.CompletedTask);
        return applied;
    }
}
