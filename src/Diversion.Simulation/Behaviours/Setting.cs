using System.Collections.Immutable;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Schemes;
using Diversion.Domain.Trials;
using NodaTime;

namespace Diversion.Simulation.Behaviours;

/// <summary>What all simulated people share.</summary>
internal sealed record Setting(Behaviour Behaviour, OfficeHours Hours, SchemeRules Scheme)
{
    /// <summary>Who searches the records.</summary>
    public Actor Analyst { get; init; } = new("sim-analyst", "Simulated analyst", Role.Analyst);

    /// <summary>The service of the directory that people are referred to, by need; empty without a directory.</summary>
    public ImmutableDictionary<PathwayKind, ServiceRef> Services { get; init; } = ImmutableDictionary<PathwayKind, ServiceRef>.Empty;

    /// <summary>Trials, one after the other, each of which allocates people while its dates last.</summary>
    public ImmutableArray<OpenTrial> Trials { get; init; } = [];

    /// <summary>The trial that allocates people on that day; null when there is none.</summary>
    public OpenTrial? TrialOn(LocalDate day) => Trials.FirstOrDefault(trial => trial.Protocol.TakesOn(day));
}
