namespace Diversion.Domain.Keeping;

/// <summary>Why a record must stay whole although its time may be over.</summary>
public enum HoldCause
{
    LegalProceedings,
    Complaint,
    Inquiry,

    /// <summary>The person wants it kept, for example as evidence (Data Protection Act 2018 s.47(3)).</summary>
    PersonAsked,
    Other,
}
