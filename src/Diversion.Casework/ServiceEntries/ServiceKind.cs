using Diversion.Casework.Inbox;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Serialization;
using Diversion.Casework.Services;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Services;
using NodaTime;
using System.Text.Json;

namespace Diversion.Casework.ServiceEntries;

/// <summary>The service directory: each service is a stream. What waits for a lead is in the leads' inbox.</summary>
public sealed class ServiceKind : StreamKind<ServiceState, ServiceEvent>
{
    public static readonly ServiceKind Instance = new();

    private ServiceKind()
    {
    }

    public override string Name => "service";

    public override IReadOnlyList<string> ReadModels => [Tables.Search, Tables.Inbox];

    public override long SnapshotFormat => 2;

    public override EventCatalogue<ServiceEvent> Events { get; } = new(
        EventEntry.Of<ServiceEvent.ServiceAdded>("service.added"),
        EventEntry.Of<ServiceEvent.EntryChanged>("service.entry-changed"),
        EventEntry.Of<ServiceEvent.ChangeRefused>("service.change-refused"),
        EventEntry.Of<ServiceEvent.RefusedChangesRead>("service.refused-changes-read"),
        EventEntry.Of<ServiceEvent.PartnershipRecorded>("service.partnership-recorded"),
        EventEntry.Of<ServiceEvent.PartnershipReviewed>("service.partnership-reviewed"),
        EventEntry.Of<ServiceEvent.LeadsReminded>("service.leads-reminded"),
        EventEntry.Of<ServiceEvent.SlotsPublished>("service.slots-published"),
        EventEntry.Of<ServiceEvent.SlotWithdrawn>("service.slot-withdrawn"),
        EventEntry.Of<ServiceEvent.SlotTaken>("service.slot-taken"),
        EventEntry.Of<ServiceEvent.SlotGivenBack>("service.slot-given-back"),
        EventEntry.Of<ServiceEvent.CasesFollowed>("service.cases-followed"),
        EventEntry.Of<ServiceEvent.ServiceClosed>("service.closed"),
        EventEntry.Of<ServiceEvent.ServiceReopened>("service.reopened"));

    public override string Called(long count) => count == 1 ? "service" : "services";

    public override ServiceState Evolve(ServiceState? state, ServiceEvent happened) => ServiceState.Evolve(state, happened);

    public override Instant? NextDue(ServiceState state) => state.NextDue;

    public override string StatusOf(ServiceState state) => state.IsClosed ? "Closed" : "Open";

    protected override void AddRows(ServiceState state, List<ReadModelRow> rows)
    {
        rows.Add(new ReadModelRow(Tables.Search, Partitions.Services, state.Id, RowOf<ServiceRow>.Write(new ServiceRow(
            state.Id,
            state.Entry.Name,
            state.Entry.Organisation,
            state.Version,
            JsonSerializer.Serialize(state.Entry, StoredJson.Options),
            state.Partnership is null ? null : JsonSerializer.Serialize(state.Partnership, StoredJson.Options),
            state.IsClosed ? "yes" : null,
            ListedService.FreeOf(state) is { IsEmpty: false } free ? JsonSerializer.Serialize(free, StoredJson.Options) : null))));
        if (state.ReviewWaits)
        {
            Waits(InboxRow.PartnershipReview, state.Review!.Ladder[0], state.Review.Due);
        }

        if (!state.Refused.IsEmpty)
        {
            Waits(InboxRow.RefusedChange, state.Refused[^1].At, null);
        }

        void Waits(string kind, Instant raisedAt, Instant? due) => rows.Add(InboxRows.ForLeads(kind, state.Id, $"{state.Entry.Name}, {state.Entry.Organisation}", raisedAt, due));
    }
}
