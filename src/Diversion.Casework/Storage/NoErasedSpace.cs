namespace Diversion.Casework.Storage;

/// <summary>The store's service sees to it: what is overwritten cannot be had back from it.</summary>
public sealed class NoErasedSpace : IErasedSpace
{
    public ValueTask Reclaim(CancellationToken cancellation = default) => ValueTask.CompletedTask;
}
