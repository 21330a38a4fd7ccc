using System.Collections.Concurrent;
using Diversion.Domain.Agreements;

namespace Diversion.Simulation.Running;

/// <summary>
/// Counts refusals in a simulation, by command and code: people try what the rules forbid, and faulty rules are refused
/// too.
/// </summary>
internal sealed class RefusalCount
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Counts => new SortedDictionary<string, int>(counts, StringComparer.Ordinal);

    public void Count(AgreementCommand command, Refusal refusal) =>
        counts.AddOrUpdate($"{CommandCatalogue.Of(command).Name}: {refusal.Code}", 1, static (_, count) => count + 1);
}
