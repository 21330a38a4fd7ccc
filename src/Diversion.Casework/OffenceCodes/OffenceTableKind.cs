using Diversion.Casework.ReadModels;
using Diversion.Casework.Streams;
using Diversion.Domain.OffenceCodes;
using NodaTime;

namespace Diversion.Casework.OffenceCodes;

/// <summary>The force's table of offence codes: one stream, in which each event has a whole table.</summary>
public sealed class OffenceTableKind : StreamKind<OffenceTable, OffenceTableEvent>
{
    public static readonly OffenceTableKind Instance = new();

    private OffenceTableKind()
    {
    }

    public override string Name => "offencecodes";

    /// <summary>None: the table is read whole.</summary>
    public override IReadOnlyList<string> ReadModels => [];

    public override EventCatalogue<OffenceTableEvent> Events { get; } = new(
        EventEntry.Of<OffenceTableEvent.TableImported>("offence-codes.imported"));

    public override string Called(long count) => count == 1 ? "table of offence codes" : "tables of offence codes";

    public override OffenceTable Evolve(OffenceTable? state, OffenceTableEvent happened) => OffenceTable.Evolve(state, happened);

    public override Instant? NextDue(OffenceTable state) => null;

    protected override void AddRows(OffenceTable state, List<ReadModelRow> rows)
    {
    }
}
