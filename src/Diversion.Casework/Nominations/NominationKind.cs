using Diversion.Casework.PublicView;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Nominations;
using NodaTime;

namespace Diversion.Casework.Nominations;

/// <summary>Places that the public names: each is a stream. Those that wait are in the moderators' list alone.</summary>
public sealed class NominationKind : StreamKind<NominationState, NominationEvent>
{
    public static readonly NominationKind Instance = new();

    private NominationKind()
    {
    }

    public override string Name => "nomination";

    public override IReadOnlyList<string> ReadModels => [Tables.Search];

    public override EventCatalogue<NominationEvent> Events { get; } = new(
        EventEntry.Of<NominationEvent.PlaceNominated>("nomination.made"),
        EventEntry.Of<NominationEvent.NominationApproved>("nomination.approved"),
        EventEntry.Of<NominationEvent.NominationRejected>("nomination.rejected"));

    public override string Called(long count) => count == 1 ? "nomination" : "nominations";

    public override NominationState Evolve(NominationState? state, NominationEvent happened) => NominationState.Evolve(state, happened);

    public override Instant? NextDue(NominationState state) => null;

    public override string StatusOf(NominationState state) => state.Waits ? "Waiting" : state.Published is null ? "Rejected" : "Published";

    protected override void AddRows(NominationState state, List<ReadModelRow> rows)
    {
        if (state.Waits)
        {
            rows.Add(new ReadModelRow(Tables.Search, Partitions.NominationsWaiting, $"{Sortable.Ascending(state.At)}|{state.Id}", RowOf<NominationRow>.Write(new NominationRow(state.Id, state.Text.Area, state.Text.Place, state.Text.Work, state.At))));
        }

        if (state.Published is { } text)
        {
            rows.Add(new ReadModelRow(Tables.Search, PublicRows.Nominations, $"{Sortable.Descending(state.At)}|{state.Id}", RowOf<PublicNominationRow>.Write(new PublicNominationRow(state.Id, text.Area, text.Place, text.Work))));
        }
    }
}

/// <summary>A nomination that waits for a moderator.</summary>
internal sealed record NominationRow(string Id, string Area, string Place, string Work, Instant At);
