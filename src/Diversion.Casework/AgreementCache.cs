using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Microsoft.Extensions.Caching.Memory;

namespace Diversion.Casework;

/// <summary>
/// Caches the states of recently used agreements, and serialises commands on one agreement. Correct only if this process is
/// the only writer; with capacity 0 every command reads the store.
/// </summary>
/// <param name="capacity">Maximum number of agreements cached.</param>
public sealed class AgreementCache(int capacity) : IDisposable
{
    private const int Lanes = 1024;
    private readonly SemaphoreSlim[] lanes = [.. Enumerable.Range(0, Lanes).Select(_ => new SemaphoreSlim(1))];
    private readonly SemaphoreSlim[] people = [.. Enumerable.Range(0, Lanes).Select(_ => new SemaphoreSlim(1))];
    private readonly MemoryCache? states = capacity > 0 ? new MemoryCache(new MemoryCacheOptions { SizeLimit = capacity }) : null;

    public LoadedAgreement? Find(AgreementId id) => states?.Get<LoadedAgreement>(id.Value);

    public void Keep(LoadedAgreement loaded)
    {
        if (states is null)
        {
            return;
        }

        using var entry = states.CreateEntry(loaded.State.Id.Value);
        entry.Size = 1;
        entry.Value = loaded;
    }

    public void Forget(AgreementId id) => states?.Remove(id.Value);

    public ValueTask<IDisposable> Turn(AgreementId id, CancellationToken cancellation) => Turn(lanes, id.Value, cancellation);

    /// <summary>
    /// The lock for decisions that depend on other cases of the same person: the second of two simultaneous ones sees the
    /// first. It is taken after the agreement's lock and nothing is taken after it, so there is no deadlock.
    /// </summary>
    public ValueTask<IDisposable> TurnOfPerson(string key, CancellationToken cancellation) => Turn(people, key, cancellation);

    private static async ValueTask<IDisposable> Turn(SemaphoreSlim[] lanes, string key, CancellationToken cancellation)
    {
        var lane = lanes[(uint)key.GetHashCode(StringComparison.Ordinal) % Lanes];
        await lane.WaitAsync(cancellation);
        return new Held(lane);
    }

    public void Dispose()
    {
        states?.Dispose();
        foreach (var lane in lanes.Concat(people))
        {
            lane.Dispose();
        }
    }

    private sealed class Held(SemaphoreSlim lane) : IDisposable
    {
        public void Dispose() => lane.Release();
    }
}
