using Diversion.Domain.Referral;

namespace Diversion.Domain.Services;

/// <summary>What matters of a person when a service is chosen for them. Null is not known, and is never held against them.</summary>
/// <param name="Offences">Codes of offence groups.</param>
public sealed record ServicePerson(
    Sex Sex = Sex.NotKnown,
    int? Age = null,
    string? Ward = null,
    string? District = null,
    ImmutableArray<string> Offences = default,
    string? Language = null);
