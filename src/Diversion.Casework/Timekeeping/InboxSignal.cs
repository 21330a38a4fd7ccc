using Diversion.Casework.Streams;

namespace Diversion.Casework.Timekeeping;

/// <summary>
/// Wakes everybody who watches the lead's inbox. The host passes changes to it like to its other listeners. It is only a
/// wake-up: the watcher reads the inbox from the store.
/// </summary>
public sealed class InboxSignal : IChangeListener
{
    private volatile TaskCompletionSource next = New();

    public ValueTask Changed(StreamChange change, CancellationToken cancellation = default)
    {
        if (change.InboxChanged)
        {
            Interlocked.Exchange(ref next, New()).SetResult();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Completes at the next change. Take it before reading the inbox, or a change in between is missed.</summary>
    public Task Next => next.Task;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
