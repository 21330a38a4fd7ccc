using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using NodaTime;

namespace Diversion.Casework.Register;

/// <summary>What to look for in the register; null means any value.</summary>
/// <param name="Scheme">A scheme's name, or its name and version as <c>checkpoint/1</c>.</param>
/// <param name="From">First day of referral.</param>
/// <param name="To">Last day of referral, inclusive.</param>
/// <param name="WaitsForOutcome">Only those that went back to the officer and whose outcome is not recorded.</param>
public sealed record RegisterFilter(
    AgreementStatus? Status = null,
    string? Team = null,
    string? Worker = null,
    string? Scheme = null,
    RiskBand? RiskBand = null,
    string? OffenceGroup = null,
    LocalDate? From = null,
    LocalDate? To = null,
    bool WaitsForOutcome = false);
