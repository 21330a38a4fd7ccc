using System.Collections.Concurrent;
using Diversion.Casework.Timekeeping;

namespace Diversion.Simulation.Running;

/// <summary>Collects which agreements changed while acts and the sweep run in parallel.</summary>
internal sealed class ChangeQueue : IChangeListener
{
    private readonly ConcurrentQueue<AgreementChange> changes = new();

    public ValueTask Changed(AgreementChange change, CancellationToken cancellation = default)
    {
        changes.Enqueue(change);
        return ValueTask.CompletedTask;
    }

    public bool TryTake(out AgreementChange change) => changes.TryDequeue(out change!);
}
