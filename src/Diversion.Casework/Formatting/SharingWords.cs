using Diversion.Domain.Sharing;

namespace Diversion.Casework.Formatting;

/// <summary>Sharing agreements as text.</summary>
public static class SharingWords
{
    public static string Of(SharingPurpose purpose) => purpose switch
    {
        SharingPurpose.ReferralReason => "the reason of the referral",
        SharingPurpose.StaffRisks => "risks to staff",
        SharingPurpose.PreviousWork => "previous assessments and interventions",
        SharingPurpose.Progress => "progress of the agreement",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, null),
    };

    public static string Of(SharingBasis basis) => basis switch
    {
        SharingBasis.Consent => "the person’s consent (UK GDPR Article 6(1)(a))",
        SharingBasis.LegalObligation => "legal obligation (UK GDPR Article 6(1)(c))",
        SharingBasis.VitalInterests => "vital interests (UK GDPR Article 6(1)(d))",
        SharingBasis.PublicTask => "public task (UK GDPR Article 6(1)(e))",
        SharingBasis.LawEnforcement => "law enforcement (Data Protection Act 2018 s.35(2)(b))",
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, null),
    };
}
