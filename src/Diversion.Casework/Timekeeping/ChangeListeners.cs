using Diversion.Casework.Streams;

namespace Diversion.Casework.Timekeeping;

/// <summary>Notifies several listeners.</summary>
public sealed class ChangeListeners(params IReadOnlyList<IChangeListener> listeners) : IChangeListener
{
    public async ValueTask Changed(StreamChange change, CancellationToken cancellation = default)
    {
        foreach (var listener in listeners)
        {
            await listener.Changed(change, cancellation);
        }
    }
}
