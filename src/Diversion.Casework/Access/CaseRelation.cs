namespace Diversion.Casework.Access;

/// <summary>How somebody stands to a case.</summary>
public enum CaseRelation
{
    /// <summary>Every case, or every other one where the role has more than one scope.</summary>
    Any,

    /// <summary>They are its key worker, or cover for the key worker.</summary>
    KeyWorker,

    /// <summary>They manage the key worker's team, or are the key worker.</summary>
    TeamManager,

    /// <summary>Their team is asked to take the case.</summary>
    AskedManager,

    /// <summary>They manage the team of the officer who referred.</summary>
    OfficersManager,

    /// <summary>They referred the person, or are of the team of whoever did.</summary>
    OfficersTeam,

    /// <summary>They are the facilitator of a condition.</summary>
    Facilitator,

    /// <summary>A condition, a support or an appointment of their organisation is on it.</summary>
    Provider,
}
