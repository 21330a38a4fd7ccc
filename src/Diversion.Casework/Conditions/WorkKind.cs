namespace Diversion.Casework.Conditions;

public enum WorkKind
{
    /// <summary>A supervision meeting to hold.</summary>
    Meeting,

    /// <summary>A session of reparation or of a pathway.</summary>
    Session,

    /// <summary>A meeting or session whose outcome has to be recorded.</summary>
    Outcome,
    Evidence,

    /// <summary>A referral that the provider has to accept or decline.</summary>
    Referral,

    /// <summary>Something to set up before a condition can be carried out.</summary>
    SetUp,

    /// <summary>A step of a condition in progress.</summary>
    Progress,
    TagEvent,
    TagRemoval,
    VictimPromise,

    /// <summary>The person must be told about a warning, a change, a breach or the ending.</summary>
    TellPerson,

    /// <summary>The person may answer a proposed breach.</summary>
    PersonAnswer,

    /// <summary>The person contests a warning: somebody who did not give it decides.</summary>
    Contest,

    /// <summary>A complaint that has to be acknowledged or answered.</summary>
    Complaint,

    /// <summary>The person asks for their record, or to have it corrected.</summary>
    DataRequest,

    /// <summary>Another team asks whether this one takes a case.</summary>
    TeamRequest,
    Check,
    Eligibility,
    Offer,

    /// <summary>A custody notice about somebody who has no agreement.</summary>
    CustodyNotice,

    /// <summary>A case that came back to the officer: what happened to it has to be recorded.</summary>
    CaseOutcome,

    /// <summary>Whether the person offended again has to be found out.</summary>
    FollowUp,

    /// <summary>The victim changed their mind about restorative justice: their answer has to be recorded again.</summary>
    VictimAnswer,

    /// <summary>A provider or facilitator wrote a note that has to be read.</summary>
    PartnerNote,

    /// <summary>An overdue obligation of somebody else.</summary>
    Chase,
}
