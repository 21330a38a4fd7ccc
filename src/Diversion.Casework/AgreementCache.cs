using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Microsoft.Extensions.Caching.Memory;

namespace Diversion.Casework;

/// <summary>
/// States of agreements that were used lately, and the turns that commands on one agreement take. Right only where
/// this process is the only writer; with capacity 0 every command reads the store.
/// </summary>
/// <param name="capacity">Most agreements kept.</param>
public sealed class AgreementCache(int capacity) : IDisposable
{
    private const int Lanes = 1024;
    private readonly SemaphoreSlim[] lanes = [.. Enumerable.Range(0, Lanes).Select(_ => new SemaphoreSlim(1))];
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

    public async ValueTask<IDisposable> Turn(AgreementId id, CancellationToken cancellation)
    {
        var lane = lanes[(uint)id.Value.GetHashCode(StringComparison.Ordinal) % Lanes];
        await lane.WaitAsync(cancellation);
        return new Held(lane);
    }

    public void Dispose()
    {
        states?.Dispose();
        foreach (var lane in lanes)
        {
            lane.Dispose();
        }
    }

    private sealed class Held(SemaphoreSlim lane) : IDisposable
    {
        public void Dispose() => lane.Release();
    }
}
