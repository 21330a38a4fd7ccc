using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Trials;
using NodaTime;

namespace Diversion.Casework.Trials;

/// <summary>Randomised trials, each a stream with its protocol and everybody who was allocated.</summary>
public sealed class TrialKind : StreamKind<TrialState, TrialEvent>
{
    public static readonly TrialKind Instance = new();

    private TrialKind()
    {
    }

    public override string Name => "trial";

    public override IReadOnlyList<string> ReadModels => [Tables.Search];

    public override EventCatalogue<TrialEvent> Events { get; } = new(
        EventEntry.Of<TrialEvent.TrialDrafted>("trial.drafted"),
        EventEntry.Of<TrialEvent.TrialOpened>("trial.opened"),
        EventEntry.Of<TrialEvent.ProtocolAmended>("trial.protocol-amended"),
        EventEntry.Of<TrialEvent.PersonAllocated>("trial.person-allocated"),
        EventEntry.Of<TrialEvent.AllocationStood>("trial.allocation-stood"),
        EventEntry.Of<TrialEvent.CasesFollowed>("trial.cases-followed"),
        EventEntry.Of<TrialEvent.TrialClosed>("trial.closed"),
        EventEntry.Of<TrialEvent.SeedOpened>("trial.seed-opened"));

    public override string Called(long count) => count == 1 ? "trial" : "trials";

    public override TrialState Evolve(TrialState? state, TrialEvent happened) => TrialEvolution.Evolve(state, happened);

    public override Instant? NextDue(TrialState state) => state.NextDue;

    public override string StatusOf(TrialState state) => state.Status.ToString();

    /// <summary>One row a trial, by which all of them are found.</summary>
    protected override void AddRows(TrialState state, List<ReadModelRow> rows) => rows.Add(new ReadModelRow(
        Tables.Search, Partitions.Trials, state.Id.Value, RowOf<TrialRow>.Write(new TrialRow(state.Id.Value, state.Protocol.Title, state.Status, state.Opened?.At))));
}
