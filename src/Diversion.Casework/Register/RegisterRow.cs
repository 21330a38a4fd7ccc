using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using NodaTime;

namespace Diversion.Casework.Register;

/// <summary>A case in the register, as it is stored.</summary>
/// <param name="Officer">Id.</param>
/// <param name="WaitsForOutcome"><see cref="Waits"/> while what happened to the case has to be recorded.</param>
/// <param name="Team">Of the officer.</param>
/// <param name="Worker">Id of the key worker.</param>
public sealed record RegisterRow(
    string Agreement,
    string Name,
    AgreementStatus Status,
    string Scheme,
    string Officer,
    string OffenceGroup,
    Instant ReferredAt,
    string? WaitsForOutcome,
    string? OutcomeCode,
    string? Team,
    RiskBand? RiskBand,
    string? Worker,
    string? WorkerTeam,
    string? WorkerName,
    LocalDate? ChargeBy,
    LocalDate? LastDay,
    Instant? EndedAt)
{
    public const string Waits = "yes";
}
