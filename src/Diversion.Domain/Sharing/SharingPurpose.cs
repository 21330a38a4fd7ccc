namespace Diversion.Domain.Sharing;

/// <summary>What an organisation may be told of a person with whom it works. Victims, the offence, supervision notes and health are in none of them.</summary>
public enum SharingPurpose
{
    /// <summary>Which need the person was referred for.</summary>
    ReferralReason,

    /// <summary>What those who meet the person have to be careful of.</summary>
    StaffRisks,

    /// <summary>Assessments and interventions of others, so that nothing is done twice.</summary>
    PreviousWork,

    /// <summary>How the agreement goes: its days, conditions kept, sessions attended.</summary>
    Progress,
}
