using System.Collections.Concurrent;
using Diversion.Casework.Streams;

namespace Diversion.Simulation.Running;

/// <summary>Collects which agreements changed while acts and the sweep run in parallel.</summary>
internal sealed class ChangeQueue : IChangeListener
{
    private readonly ConcurrentQueue<StreamChange> changes = new();

    public ValueTask Changed(StreamChange change, CancellationToken cancellation = default)
    {
        changes.Enqueue(change);
        return ValueTask.CompletedTask;
    }

    public bool TryTake(out StreamChange change) => changes.TryDequeue(out change!);
}
