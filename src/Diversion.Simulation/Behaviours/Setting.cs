using Diversion.Domain.Schemes;

namespace Diversion.Simulation.Behaviours;

/// <summary>What all simulated people share.</summary>
internal sealed record Setting(Behaviour Behaviour, OfficeHours Hours, SchemeRules Scheme);
