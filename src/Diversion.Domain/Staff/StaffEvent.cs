using Diversion.Domain.Agreements;
using Diversion.Domain.Sharing;

namespace Diversion.Domain.Staff;

/// <summary>Something that happened to the programme's staff. A stored event is a contract, as an agreement's.</summary>
public abstract record StaffEvent
{
    private StaffEvent()
    {
    }

    /// <summary>The directory begins with the lists of <c>programme.json</c>.</summary>
    /// <param name="Source">Identifies the lists.</param>
    public sealed record DirectoryImported(
        string Source, ImmutableArray<Member> People, ImmutableArray<Team> Teams, ImmutableArray<Organisation> Organisations) : StaffEvent;

    public sealed record PersonAdded(Member Person) : StaffEvent;

    public sealed record PersonStarted(string Person) : StaffEvent;

    public sealed record DetailsChanged(string Person, string Name, string? Email, string? Phone) : StaffEvent;

    public sealed record RolesChanged(string Person, ImmutableArray<Role> Roles, string? Organisation) : StaffEvent;

    public sealed record AccountLinked(string Person, string Account) : StaffEvent;

    public sealed record AccountUnlinked(string Person) : StaffEvent;

    public sealed record PersonMoved(string Person, string? Team) : StaffEvent;

    public sealed record LeavingRecorded(string Person, LocalDate LastDay, Instant LeavesAt) : StaffEvent;

    public sealed record LeavingCancelled(string Person) : StaffEvent;

    public sealed record PersonLeft(string Person) : StaffEvent;

    public sealed record CoverArranged(string Person, StaffCover Cover) : StaffEvent;

    public sealed record CoverEnded(string Person) : StaffEvent;

    public sealed record TaskMailChosen(string Person, TaskMail Choice) : StaffEvent;

    /// <param name="Next">When the daily lists of tasks go out; null once nobody wants any.</param>
    public sealed record ListsArranged(Instant? Next) : StaffEvent;

    /// <summary>Whoever chose it is sent the list of their tasks.</summary>
    /// <param name="Next">When the next lists go out; null when nobody wants any.</param>
    public sealed record ListsDue(Instant? Next) : StaffEvent;

    public sealed record TeamAdded(Team Team) : StaffEvent;

    public sealed record TeamRenamed(string Team, string Name) : StaffEvent;

    public sealed record TeamManagerChanged(string Team, string? Manager) : StaffEvent;

    public sealed record TeamClosed(string Team) : StaffEvent;

    public sealed record CapacitySet(string Person, int? Capacity) : StaffEvent;

    public sealed record TeamCapacitySet(string Team, int? Capacity) : StaffEvent;

    public sealed record OrganisationAdded(string Name) : StaffEvent;

    public sealed record OrganisationClosed(string Name) : StaffEvent;

    public sealed record SharingAgreed(SharingAgreement Agreement) : StaffEvent;

    /// <param name="Sharing">The number of the agreement.</param>
    public sealed record SharingReviewed(int Sharing, LocalDate NextReviewOn, Deadline Review) : StaffEvent;

    /// <summary>Nothing is shown under it from now on.</summary>
    /// <param name="Sharing">The number of the agreement.</param>
    public sealed record SharingEnded(int Sharing) : StaffEvent;

    /// <summary>Leads are told that its review is due, or late.</summary>
    /// <param name="Sharing">The number of the agreement.</param>
    /// <param name="Step">How many instants of the deadline's ladder have passed.</param>
    public sealed record SharingReviewDue(int Sharing, int Step, Instant Due) : StaffEvent;

    public sealed record TokenCreated(ApiToken Token) : StaffEvent;

    /// <param name="Token">Its id.</param>
    public sealed record TokenRevoked(string Token, Instant At) : StaffEvent;
}
