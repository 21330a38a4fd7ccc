using System.Collections.Immutable;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Victim;
using NodaTime;

namespace Diversion.Simulation.People;

/// <summary>A synthetic person: what is known about them, and their tendencies.</summary>
/// <param name="ReferredAt">When the referral is sent.</param>
/// <param name="Reliability">1 for most; how many times as often this person misses appointments.</param>
/// <param name="DomesticAbuseConcern">What the domestic-abuse check will find.</param>
internal sealed record Participant(
    Person Person,
    Offence Offence,
    Instant ReferredAt,
    string CustodyReference,
    EligibilityFacts Facts,
    RiskBand Risk,
    decimal Score,
    bool DomesticAbuseConcern,
    bool ChildProtectionConcern,
    bool HasVictim,
    string VictimName,
    double Reliability,
    ImmutableArray<PathwayKind> Needs,
    ImmutableArray<string> Goals,
    Traits Traits)
{
    /// <summary>Offences beside the first one.</summary>
    public ImmutableArray<Offence> FurtherOffences { get; init; } = [];

    /// <summary>Victims beside the first one.</summary>
    public ImmutableArray<VictimDetails> FurtherVictims { get; init; } = [];
}
