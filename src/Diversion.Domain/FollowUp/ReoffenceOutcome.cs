namespace Diversion.Domain.FollowUp;

/// <summary>What came of an offence that was committed after the allocation or the signing.</summary>
public enum ReoffenceOutcome
{
    /// <summary>No outcome is recorded yet.</summary>
    Open,
    Conviction,
    Caution,

    /// <summary>Diversionary activity, no further action afterwards: not proven in the Ministry of Justice's sense.</summary>
    Outcome22,
    CommunityResolution,

    /// <summary>Acquitted, discontinued, no further action.</summary>
    NotProven,
}
