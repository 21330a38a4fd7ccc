using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Trials;

namespace Diversion.Simulation.Behaviours;

/// <summary>What all simulated people share.</summary>
internal sealed record Setting(Behaviour Behaviour, OfficeHours Hours, SchemeRules Scheme)
{
    /// <summary>Who searches the records.</summary>
    public Actor Analyst { get; init; } = new("sim-analyst", "Simulated analyst", Role.Analyst);

    /// <summary>The trial that allocates people while its dates last; null when there is none.</summary>
    public OpenTrial? Trial { get; init; }
}
