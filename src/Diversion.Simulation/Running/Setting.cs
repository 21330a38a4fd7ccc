using Diversion.Domain.Schemes;
using Diversion.Simulation.Behaviours;

namespace Diversion.Simulation.Running;

/// <summary>What all simulated people share.</summary>
internal sealed record Setting(Behaviour Behaviour, OfficeHours Hours, SchemeRules Scheme);
