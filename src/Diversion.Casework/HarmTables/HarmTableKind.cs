using Diversion.Casework.Streams;
using Diversion.Domain.HarmTables;

namespace Diversion.Casework.HarmTables;

/// <summary>The harm index: one stream, in which each event has a whole index.</summary>
public sealed class HarmTableKind : StreamKind<HarmTable, HarmTableEvent>
{
    public static readonly HarmTableKind Instance = new();

    private HarmTableKind()
    {
    }

    public override string Name => "harmindex";

    public override EventCatalogue<HarmTableEvent> Events { get; } = new(
        EventEntry.Of<HarmTableEvent.IndexImported>("harm-index.imported"));

    public override string Called(long count) => count == 1 ? "harm index" : "harm indexes";

    public override HarmTable Evolve(HarmTable? state, HarmTableEvent happened) => HarmTable.Evolve(state, happened);
}
