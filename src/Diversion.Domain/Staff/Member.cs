using Diversion.Domain.Agreements;

namespace Diversion.Domain.Staff;

/// <summary>Somebody who works for the programme or for a partner.</summary>
/// <param name="Id">Account number: it is part of page addresses and must not reveal who the person is. Never given twice.</param>
/// <param name="Team">The id of their team.</param>
/// <param name="Organisation">A partner's; only with the provider's role.</param>
public sealed record Member(
    string Id,
    string Name,
    ImmutableArray<Role> Roles,
    string? Team = null,
    string? Organisation = null,
    string? Email = null,
    string? Phone = null)
{
    /// <summary>The instant at which somebody starts later than they were added; null once they have started.</summary>
    public Instant? StartsAt { get; init; }

    /// <summary>The account at the identity provider with which they sign in; null for nobody's.</summary>
    public string? Account { get; init; }

    /// <summary>They leave, or left, at the end of this day.</summary>
    public LocalDate? LastDay { get; init; }

    public Instant? LeavesAt { get; init; }

    public bool HasLeft { get; init; }

    public StaffCover? Cover { get; init; }

    /// <summary>How much weight of cases they can carry; null where nobody said.</summary>
    public int? Capacity { get; init; }

    public TaskMail TaskMail { get; init; }

    /// <summary>Works now. Somebody who will leave still does.</summary>
    public bool IsActive => StartsAt is null && !HasLeft;

    /// <summary>New work may be given to them: not to somebody who is about to leave.</summary>
    public bool TakesWork => IsActive && LastDay is null;

    public bool Is(Role role) => Roles.Contains(role);

    public StaffRef AsStaff() => new(Id, Name, Team, Email) { Phone = Phone };
}

/// <summary>Somebody else answers for a member who is away.</summary>
/// <param name="Until">Last day.</param>
/// <param name="EndsAt">The end of that day.</param>
public sealed record StaffCover(string By, LocalDate Until, Instant EndsAt);

/// <param name="Id">What agreements and accounts call the team; it stays when the team is renamed.</param>
public sealed record Team(string Id, string Name, string? Manager = null, bool IsClosed = false)
{
    /// <summary>How much weight of cases its members carry together; null where nobody said.</summary>
    public int? Capacity { get; init; }
}

/// <summary>A partner's organisation, under the name that agreements use.</summary>
public sealed record Organisation(string Name, bool IsClosed = false);
