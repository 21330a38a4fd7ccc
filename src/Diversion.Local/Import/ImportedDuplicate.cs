using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;

namespace Diversion.Local.Import;

/// <summary>A row that was referred although its person may have other cases.</summary>
/// <param name="Agreement">The new one.</param>
public sealed record ImportedDuplicate(int Line, AgreementId Agreement, IReadOnlyList<PossibleDuplicate> Others);
