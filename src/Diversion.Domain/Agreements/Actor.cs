namespace Diversion.Domain.Agreements;

/// <summary>Who acts.</summary>
/// <param name="Organisation">A partner's organisation; null for police and probation.</param>
public sealed record Actor(string Id, string Name, Role Role, string? Team = null, string? Organisation = null)
{
    /// <summary>The teams that a team manager manages, from the programme's settings. Not stored in events.</summary>
    public IReadOnlyList<string>? Manages { get; init; }

    /// <summary>The reparation project whose register a supervisor has open; null elsewhere. Not stored in events.</summary>
    public string? Project { get; init; }

    /// <summary>The clock: it proposes and chases, and never decides.</summary>
    public static readonly Actor Clock = new("clock", "Diversion", Role.Clock);

    /// <summary>The person, on their own page. The name of a case says who that is, and goes when the record is erased.</summary>
    public static readonly Actor Participant = new("participant", "The participant", Role.Participant);

    /// <summary>The actor as stored with a decision.</summary>
    public StaffRef AsStaff() => new(Id, Name, Team);
}

public enum Role
{
    PoliceOfficer,
    Sergeant,
    KeyWorker,

    /// <summary>
    /// Manages one team or several (<see cref="Actor.Manages"/>): does what their key workers do, and passes on and covers
    /// their cases.
    /// </summary>
    TeamManager,
    ProgrammeLead,
    Provider,
    Facilitator,
    Analyst,

    /// <summary>
    /// Sits on the scrutiny panel, often from outside police and probation: sees the drawn cases without who anybody is, and
    /// nothing else.
    /// </summary>
    PanelMember,

    /// <summary>
    /// Somebody of a partner who looks after reparation sessions: sees who is expected at the sessions of their own projects,
    /// marks who came, and sees nothing else.
    /// </summary>
    Supervisor,

    /// <summary>A connected system: custody, tag monitoring.</summary>
    Feed,
    Clock,

    /// <summary>The person themselves, on a page of their own: reads what is on it, and says that they cannot come.</summary>
    Participant,
}

/// <summary>A member of staff as an agreement names them.</summary>
public sealed record StaffRef(string Id, string Name, string? Team = null, string? Email = null)
{
    public string? Phone { get; init; }

    /// <summary>
    /// Ids are part of page addresses, which end up in browser histories and server logs. So an id must not reveal who the
    /// person is.
    /// </summary>
    public static bool IsOpaque(string id) => !id.Any(c => c == '@' || char.IsWhiteSpace(c));
}
