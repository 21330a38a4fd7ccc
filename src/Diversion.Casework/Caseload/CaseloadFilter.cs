using Diversion.Domain.Agreements;

namespace Diversion.Casework.Caseload;

/// <summary>Which cases of a caseload to show; a filter that is left out has no effect.</summary>
/// <param name="Overdue">Only those with an overdue obligation.</param>
/// <param name="Warned">Only those with a valid warning.</param>
public sealed record CaseloadFilter(AgreementStatus? Status = null, bool Overdue = false, bool Warned = false);
