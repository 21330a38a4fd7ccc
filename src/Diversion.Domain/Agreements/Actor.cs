namespace Diversion.Domain.Agreements;

/// <summary>Who acts.</summary>
/// <param name="Organisation">A partner's organisation; null for police and probation.</param>
public sealed record Actor(string Id, string Name, Role Role, string? Team = null, string? Organisation = null)
{
    /// <summary>The teams that a team manager answers for, as the programme names them. Events do not keep it.</summary>
    public IReadOnlyList<string>? Manages { get; init; }

    /// <summary>Time itself: proposes and chases, never decides.</summary>
    public static readonly Actor Clock = new("clock", "Diversion", Role.Clock);

    /// <summary>As a decision keeps them.</summary>
    public StaffRef AsStaff() => new(Id, Name, Team);
}

public enum Role
{
    PoliceOfficer,
    Sergeant,
    KeyWorker,

    /// <summary>Of one team or several (<see cref="Actor.Manages"/>): does what their key workers do, passes on and covers their cases.</summary>
    TeamManager,
    ProgrammeLead,
    Provider,
    Facilitator,
    Analyst,

    /// <summary>A connected system: custody, tag monitoring.</summary>
    Feed,
    Clock,
}

/// <summary>A member of staff as an agreement names them.</summary>
public sealed record StaffRef(string Id, string Name, string? Team = null, string? Email = null)
{
    public string? Phone { get; init; }

    /// <summary>Ids stand in addresses of pages, which histories and logs of servers keep: none may tell who it is.</summary>
    public static bool IsOpaque(string id) => !id.Any(c => c == '@' || char.IsWhiteSpace(c));
}
