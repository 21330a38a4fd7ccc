using Diversion.Domain.Agreements;
using Diversion.Domain.Sharing;
using Diversion.Domain.Staff;
using NodaTime;

namespace Diversion.Casework.Staff;

/// <summary>The programme's people, teams and organisations, with those who have left and what is closed.</summary>
public sealed record StaffView(
    int Version, IReadOnlyList<MemberView> People, IReadOnlyList<Team> Teams, IReadOnlyList<Organisation> Organisations, Instant? NextDue)
{
    /// <summary>What partner organisations may be told, in the order in which it was agreed.</summary>
    public IReadOnlyList<SharingAgreement> Sharing { get; init; } = [];
}

/// <param name="Account">With which they sign in at the identity provider.</param>
/// <param name="From">The first day, while it is still to come.</param>
/// <param name="LastDay">The last day; in the past for somebody who has left.</param>
public sealed record MemberView(
    string Id,
    string Name,
    IReadOnlyList<Role> Roles,
    string? Team,
    string? Organisation,
    string? Email,
    string? Phone,
    LocalDate? From,
    LocalDate? LastDay,
    bool HasLeft,
    CoverView? Cover,
    string? Account = null)
{
    /// <summary>How much weight of cases they can carry; left out where nobody said.</summary>
    public int? Capacity { get; init; }
}

/// <param name="By">The id of the person who covers.</param>
/// <param name="Until">Last day.</param>
public sealed record CoverView(string By, LocalDate Until);
