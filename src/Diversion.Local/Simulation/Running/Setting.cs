using Diversion.Domain.Schemes;
using Diversion.Local.Simulation.Behaviours;

namespace Diversion.Local.Simulation.Running;

/// <summary>What all simulated people share.</summary>
internal sealed record Setting(Behaviour Behaviour, OfficeHours Hours, SchemeRules Scheme);
