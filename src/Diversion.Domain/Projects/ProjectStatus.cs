namespace Diversion.Domain.Projects;

public enum ProjectStatus
{
    /// <summary>A partner has asked for the work, and a lead has not answered.</summary>
    Requested,
    Open,

    /// <summary>A lead said no to a request.</summary>
    Declined,

    /// <summary>Nobody is placed there any more.</summary>
    Closed,
}
