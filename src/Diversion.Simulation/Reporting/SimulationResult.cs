using Diversion.Domain.Agreements;
using Diversion.Simulation.Behaviours;

namespace Diversion.Simulation.Reporting;

/// <summary>The result of a simulation.</summary>
/// <param name="Refusals">By command and code.</param>
/// <param name="Mails">By template.</param>
/// <param name="Notices">By type.</param>
public sealed record SimulationResult(
    SimulationOrder Order,
    Behaviour Behaviour,
    IReadOnlyList<Actor> KeyWorkers,
    Tally Tally,
    IReadOnlyDictionary<string, int> Refusals,
    IReadOnlyDictionary<string, int> Mails,
    IReadOnlyDictionary<string, int> Notices,
    TimeSpan Elapsed);
