using Diversion.Casework.ReadModels;
using Diversion.Casework.Streams;
using Diversion.Domain.HarmTables;
using NodaTime;

namespace Diversion.Casework.HarmTables;

/// <summary>The harm index: one stream, in which each event has a whole index.</summary>
public sealed class HarmTableKind : StreamKind<HarmTable, HarmTableEvent>
{
    public static readonly HarmTableKind Instance = new();

    private HarmTableKind()
    {
    }

    public override string Name => "harmindex";

    /// <summary>None: the index is read whole.</summary>
    public override IReadOnlyList<string> ReadModels => [];

    public override EventCatalogue<HarmTableEvent> Events { get; } = new(
        EventEntry.Of<HarmTableEvent.IndexImported>("harm-index.imported"));

    public override string Called(long count) => count == 1 ? "harm index" : "harm indexes";

    public override HarmTable Evolve(HarmTable? state, HarmTableEvent happened) => HarmTable.Evolve(state, happened);

    public override Instant? NextDue(HarmTable state) => null;

    protected override void AddRows(HarmTable state, List<ReadModelRow> rows)
    {
    }
}
