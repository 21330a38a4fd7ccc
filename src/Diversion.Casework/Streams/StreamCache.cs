using Microsoft.Extensions.Caching.Memory;

namespace Diversion.Casework.Streams;

/// <summary>
/// Caches the states of recently used streams, and serialises commands on one stream. Correct only if this process is the
/// only writer; with capacity 0 every command reads the store.
/// </summary>
/// <param name="capacity">Maximum number of streams cached.</param>
public sealed class StreamCache(int capacity) : IDisposable
{
    private const int Lanes = 1024;
    private readonly SemaphoreSlim[] lanes = [.. Enumerable.Range(0, Lanes).Select(_ => new SemaphoreSlim(1))];
    private readonly SemaphoreSlim[] shared = [.. Enumerable.Range(0, Lanes).Select(_ => new SemaphoreSlim(1))];
    private readonly MemoryCache? states = capacity > 0 ? new MemoryCache(new MemoryCacheOptions { SizeLimit = capacity }) : null;

    internal LoadedStream<TState>? Find<TState>(StreamId stream) => states?.Get<LoadedStream<TState>>(stream.Partition);

    internal void Keep<TState>(StreamId stream, LoadedStream<TState> loaded)
    {
        if (states is null)
        {
            return;
        }

        using var entry = states.CreateEntry(stream.Partition);
        entry.Size = 1;
        entry.Value = loaded;
    }

    internal void Forget(StreamId stream) => states?.Remove(stream.Partition);

    internal ValueTask<IDisposable> Turn(StreamId stream, CancellationToken cancellation) => Turn(lanes, stream.Partition, cancellation);

    /// <summary>
    /// The lock for decisions that depend on other streams: the second of two simultaneous ones sees the first. It is taken
    /// after the stream's own lock and nothing is taken after it, so there is no deadlock.
    /// </summary>
    /// <param name="key">What the decisions have in common, such as a person.</param>
    public ValueTask<IDisposable> SharedTurn(string key, CancellationToken cancellation) => Turn(shared, key, cancellation);

    /// <summary>
    /// Like <see cref="SharedTurn"/>, for decisions that may have any of several things in common. Everybody takes the locks
    /// in the same order, so there is no deadlock.
    /// </summary>
    public async ValueTask<IDisposable> SharedTurns(IEnumerable<string> keys, CancellationToken cancellation)
    {
        var held = new Held([]);
        try
        {
            foreach (var lane in keys.Select(LaneOf).Distinct().Order())
            {
                await shared[lane].WaitAsync(cancellation);
                held.Add(shared[lane]);
            }

            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private static uint LaneOf(string key) => (uint)key.GetHashCode(StringComparison.Ordinal) % Lanes;

    private static async ValueTask<IDisposable> Turn(SemaphoreSlim[] lanes, string key, CancellationToken cancellation)
    {
        var lane = lanes[LaneOf(key)];
        await lane.WaitAsync(cancellation);
        return new Held([lane]);
    }

    public void Dispose()
    {
        states?.Dispose();
        foreach (var lane in lanes.Concat(shared))
        {
            lane.Dispose();
        }
    }

    private sealed class Held(List<SemaphoreSlim> lanes) : IDisposable
    {
        public void Add(SemaphoreSlim lane) => lanes.Add(lane);

        public void Dispose() => lanes.ForEach(static lane => lane.Release());
    }
}
