namespace Diversion.Functions.Tests.VirtualTime;

/// <summary>
/// The thread on which an orchestrator's code continues after each await. A continuation from elsewhere shows that the code
/// left its thread.
/// </summary>
internal sealed class OneThread : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> waiting = new();
    private readonly int thread = Environment.CurrentManagedThreadId;

    public override void Post(SendOrPostCallback d, object? state)
    {
        Assert.True(Environment.CurrentManagedThreadId == thread, "The orchestrator left its thread: it awaited something that is not durable.");
        waiting.Enqueue((d, state));
    }

    public override void Send(SendOrPostCallback d, object? state) => Post(d, state);

    public override SynchronizationContext CreateCopy() => this;

    public void Drain()
    {
        while (waiting.TryDequeue(out var next))
        {
            next.Callback(next.State);
        }
    }
}
