using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Eligibility;
using NodaTime;

namespace Diversion.Casework.Queries;

/// <summary>What the officer needs to bring the charge, and the lead to decide whether it comes to that.</summary>
/// <param name="Signed">The terms as signed.</param>
/// <param name="Versions">The signing and each variation or extension, oldest first.</param>
/// <param name="Evidence">Attendance, excused periods, tag events, notices, violence, and failures that somebody recorded, oldest first.</param>
/// <param name="Decisions">Proposals, alerts and decisions, oldest first.</param>
public sealed record BreachFile(
    string Agreement,
    string Name,
    string Offence,
    LocalDate OffenceOn,
    ChargeByView ChargeBy,
    LocalDate SignedOn,
    LocalDate LastDay,
    IReadOnlyList<ConditionTerms> Signed,
    IReadOnlyList<TimelineItem> Versions,
    IReadOnlyList<TimelineItem> Evidence,
    IReadOnlyList<Failure> Failures,
    IReadOnlyList<Warning> Warnings,
    IReadOnlyList<TimelineItem> Decisions)
{
    /// <summary>Eligibility rules that a sergeant overrode.</summary>
    public IReadOnlyList<OverriddenRule> Overrides { get; init; } = [];

    /// <summary>Null when nobody overrode the risk band.</summary>
    public OverriddenRisk? RiskOverride { get; init; }
}
