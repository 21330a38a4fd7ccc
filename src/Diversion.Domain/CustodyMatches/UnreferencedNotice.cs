using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Referral;

namespace Diversion.Domain.CustodyMatches;

/// <summary>A custody notice that gives no reference of ours, with what it says about the person.</summary>
/// <param name="Says">The kind that a notice of an unknown kind gives itself.</param>
/// <param name="PncId">In the form of <see cref="Referral.PncId"/>.</param>
public sealed record UnreferencedNotice(
    string NoticeId,
    CustodyNoticeKind Notice,
    LocalDate OccurredOn,
    LocalDate? OffenceOn = null,
    string? Says = null,
    Bail? Bail = null,
    string? PncId = null,
    string? CustodyReference = null,
    string? Name = null,
    LocalDate? BornOn = null);

/// <summary>A case that the notice may be about. Casework finds it; a person decides.</summary>
public sealed record MatchCandidate(AgreementId Agreement, SameBy By);
