namespace Diversion.Domain.Sharing;

/// <summary>The lawful basis of sharing.</summary>
public enum SharingBasis
{
    /// <summary>The person agrees, on their agreement, and may withdraw at any time (UK GDPR Article 6(1)(a)).</summary>
    Consent,

    /// <summary>Article 6(1)(c).</summary>
    LegalObligation,

    /// <summary>Article 6(1)(d).</summary>
    VitalInterests,

    /// <summary>Article 6(1)(e).</summary>
    PublicTask,

    /// <summary>Necessary for a task of law enforcement (Data Protection Act 2018 s.35(2)(b)).</summary>
    LawEnforcement,
}
