using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;

namespace Diversion.Web.Api;

/// <summary>A new case.</summary>
/// <param name="Officer">Whose case it is; the officer who sends it when left out.</param>
/// <param name="CustodyReference">The custody system's number. The same one twice is the same case.</param>
public sealed record ReferralRequest(
    Person Person, Offence Offence, StaffRef? Officer = null, string? CustodyReference = null, string? Reason = null);
