using Diversion.Casework.Formatting;
using Diversion.Casework.Inbox;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Staff;
using NodaTime;

namespace Diversion.Casework.Staff;

/// <summary>The programme's staff: one stream, whose state is the directory.</summary>
public sealed class StaffKind : StreamKind<StaffState, StaffEvent>
{
    public static readonly StaffKind Instance = new();

    private StaffKind()
    {
    }

    public override string Name => "staff";

    public override EventCatalogue<StaffEvent> Events { get; } = new(
        EventEntry.Of<StaffEvent.DirectoryImported>("staff.directory-imported"),
        EventEntry.Of<StaffEvent.PersonAdded>("staff.person-added"),
        EventEntry.Of<StaffEvent.PersonStarted>("staff.person-started"),
        EventEntry.Of<StaffEvent.DetailsChanged>("staff.details-changed"),
        EventEntry.Of<StaffEvent.RolesChanged>("staff.roles-changed"),
        EventEntry.Of<StaffEvent.AccountLinked>("staff.account-linked"),
        EventEntry.Of<StaffEvent.AccountUnlinked>("staff.account-unlinked"),
        EventEntry.Of<StaffEvent.PersonMoved>("staff.person-moved"),
        EventEntry.Of<StaffEvent.LeavingRecorded>("staff.leaving-recorded"),
        EventEntry.Of<StaffEvent.LeavingCancelled>("staff.leaving-cancelled"),
        EventEntry.Of<StaffEvent.PersonLeft>("staff.person-left"),
        EventEntry.Of<StaffEvent.CoverArranged>("staff.cover-arranged"),
        EventEntry.Of<StaffEvent.CoverEnded>("staff.cover-ended"),
        EventEntry.Of<StaffEvent.TaskMailChosen>("staff.task-mail-chosen"),
        EventEntry.Of<StaffEvent.ListsArranged>("staff.lists-arranged"),
        EventEntry.Of<StaffEvent.ListsDue>("staff.lists-due"),
        EventEntry.Of<StaffEvent.TeamAdded>("staff.team-added"),
        EventEntry.Of<StaffEvent.TeamRenamed>("staff.team-renamed"),
        EventEntry.Of<StaffEvent.TeamManagerChanged>("staff.team-manager-changed"),
        EventEntry.Of<StaffEvent.TeamClosed>("staff.team-closed"),
        EventEntry.Of<StaffEvent.CapacitySet>("staff.capacity-set"),
        EventEntry.Of<StaffEvent.TeamCapacitySet>("staff.team-capacity-set"),
        EventEntry.Of<StaffEvent.OrganisationAdded>("staff.organisation-added"),
        EventEntry.Of<StaffEvent.OrganisationClosed>("staff.organisation-closed"),
        EventEntry.Of<StaffEvent.SharingAgreed>("staff.sharing-agreed"),
        EventEntry.Of<StaffEvent.SharingReviewed>("staff.sharing-reviewed"),
        EventEntry.Of<StaffEvent.SharingEnded>("staff.sharing-ended"),
        EventEntry.Of<StaffEvent.SharingReviewDue>("staff.sharing-review-due"),
        EventEntry.Of<StaffEvent.TokenCreated>("staff.token-created"),
        EventEntry.Of<StaffEvent.TokenRevoked>("staff.token-revoked"));

    /// <summary>2: tokens of programs. 3: how people hear of their tasks. 4: sharing agreements. 5: capacity.</summary>
    public override long SnapshotFormat => 5;

    public override IReadOnlyList<string> ReadModels => [Tables.Inbox];

    public override string Called(long count) => count == 1 ? "staff directory" : "staff directories";

    public override StaffState Evolve(StaffState? state, StaffEvent happened) => StaffEvolution.Evolve(state, happened);

    public override Instant? NextDue(StaffState state) => StaffDue.Next(state);

    /// <summary>A sharing agreement whose review is due waits for the leads.</summary>
    protected override void AddRows(StaffState state, List<ReadModelRow> rows) => rows.AddRange(
        from agreed in state.Sharing
        where agreed.Step > 0
        select InboxRows.ForLeads(InboxRow.SharingReview, $"{agreed.Number}", $"{agreed.Organisation}: {SharingWords.Of(agreed.Purpose)}", agreed.Review.Ladder[0], agreed.Review.Due));
}
