using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;

namespace Diversion.Web.Api;

/// <summary>A new case.</summary>
/// <param name="Officer">Whose case it is; the officer who sends it when left out.</param>
/// <param name="CustodyReference">The custody system's number. The same one twice is the same case.</param>
/// <param name="DuplicateReason">Why it is another case, where the person may have one already (same name and birth date, PNC id or custody reference).</param>
public sealed record ReferralRequest(
    Person Person, Offence Offence, StaffRef? Officer = null, string? CustodyReference = null, string? Reason = null, string? DuplicateReason = null);
