using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Caseload;

/// <summary>A case in the caseload, as it is stored. Of a partner's row only what comes before <paramref name="Warnings"/>,
/// about their own conditions, and what comes after <paramref name="Officer"/>.</summary>
/// <param name="Conditions">Ids of a partner's open conditions.</param>
/// <param name="Needs">Of their pathways.</param>
/// <param name="Visit">The next appointment that was booked with the partner.</param>
/// <param name="ForManager">How many obligations the team manager owns; left out when there are none. Never in a partner's row.</param>
public sealed record CaseloadRow(
    string Agreement,
    string Name,
    AgreementStatus Status,
    int Overdue,
    int OpenConditions,
    Instant? NextDue = null,
    string? NextRule = null,
    LocalDate? LastDay = null,
    string? Worker = null,
    int? Warnings = null,
    LocalDate? ChargeBy = null,
    string? WorkerId = null,
    string? WorkerTeam = null,
    string? Cover = null,
    LocalDate? CoverUntil = null,
    string? Officer = null,
    IReadOnlyList<string>? Conditions = null,
    IReadOnlyList<string>? Needs = null,
    int? ForManager = null,
    Instant? Visit = null);
