using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using NodaTime;

namespace Diversion.Casework.Register;

/// <summary>
/// A case in the register. For an analyst without name, officer, worker and moments, and under a pseudonym. For a sergeant
/// without offence and risk if it is not of their team.
/// </summary>
/// <param name="Agreement">The reference, or the pseudonym.</param>
/// <param name="ReferredOn">The local day.</param>
public sealed record RegisterItem(
    string Agreement,
    string? Name,
    AgreementStatus Status,
    string StatusWords,
    string Scheme,
    string? OffenceGroup,
    RiskBand? RiskBand,
    LocalDate ReferredOn,
    string? Team,
    string? Officer,
    string? Worker,
    string? WorkerName,
    LocalDate? ChargeBy,
    LocalDate? LastDay,
    LocalDate? EndedOn);
