using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Services;

namespace Diversion.Casework.Services;

/// <summary>
/// Every service in memory, so that a search of thousands of them reads nothing. A change by this process is known at once.
/// </summary>
/// <param name="recheck">
/// How old it may get before it is read again; null where only this process writes. Where others write, an entry that one of
/// them changed may be shown as it was for so long at most.
/// </param>
public sealed class ServiceDirectory(ITableStore store, TimeSpan? recheck = null)
{
    private readonly Dictionary<string, ListedService> known = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private ListedService[]? all;
    private Task? read;
    private long readAt;

    /// <summary>By name; closed ones too.</summary>
    internal async ValueTask<IReadOnlyList<ListedService>> All(CancellationToken cancellation)
    {
        Task reading;
        lock (gate)
        {
            var ticks = Environment.TickCount64;
            if (read is null or { IsFaulted: true } || (recheck is { } most && ticks - readAt > most.TotalMilliseconds))
            {
                (read, readAt) = (Read(), ticks);
            }

            reading = read;
        }

        await reading.WaitAsync(cancellation);
        lock (gate)
        {
            return all ??= [.. known.Values.OrderBy(service => service.Entry.Name, StringComparer.OrdinalIgnoreCase).ThenBy(service => service.Id, StringComparer.Ordinal)];
        }
    }

    /// <summary>A service as this process has just changed or read it; an older version is ignored.</summary>
    internal void Know(ServiceState state) => Keep(ListedService.Of(state));

    private async Task Read()
    {
        await foreach (var row in store.Rows(Tables.Search, Partitions.Services))
        {
            Keep(ListedService.Of(row));
        }
    }

    private void Keep(ListedService service)
    {
        lock (gate)
        {
            if (!known.TryGetValue(service.Id, out var before) || before.Version < service.Version)
            {
                (known[service.Id], all) = (service, null);
            }
        }
    }
}
