namespace Diversion.Domain.Eligibility;

/// <summary>What the person said to the offence.</summary>
public enum AdmissionAnswer
{
    /// <summary>Admits all of it.</summary>
    Full,

    /// <summary>Admits some of it, or some of the offences.</summary>
    Part,

    /// <summary>Denies it.</summary>
    None,

    /// <summary>Neither admits nor denies it.</summary>
    NoDenial,

    /// <summary>Answered no question about it.</summary>
    NoComment,
}

public enum EvidenceSource
{
    Interview,
    OtherEvidence,
}

/// <summary>Advice of a solicitor, free and independent, before the person decides.</summary>
public enum LegalAdvice
{
    Taken,

    /// <summary>Offered, and the person did not want it.</summary>
    Declined,

    NotOffered,
}
