using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;

namespace Diversion.Web.Api;

/// <summary>A new case.</summary>
/// <param name="Officer">The officer of the case; the officer who sends it when left out.</param>
/// <param name="CustodyReference">The custody system's number. The same one twice is the same case.</param>
/// <param name="DuplicateReason">Why it is another case, if the person may already have one (same name and birth date, PNC
/// id or custody reference).</param>
public sealed record ReferralRequest(
    Person Person, Offence Offence, StaffRef? Officer = null, string? CustodyReference = null, string? Reason = null, string? DuplicateReason = null);
