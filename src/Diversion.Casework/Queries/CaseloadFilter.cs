using Diversion.Domain.Agreements;

namespace Diversion.Casework.Queries;

/// <summary>Which cases of a caseload to show; what is left out does not narrow it.</summary>
/// <param name="Overdue">Only those with a promise past its date.</param>
/// <param name="Warned">Only those with a standing warning.</param>
public sealed record CaseloadFilter(AgreementStatus? Status = null, bool Overdue = false, bool Warned = false);
