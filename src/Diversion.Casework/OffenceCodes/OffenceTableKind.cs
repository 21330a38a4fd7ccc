using Diversion.Casework.Streams;
using Diversion.Domain.OffenceCodes;

namespace Diversion.Casework.OffenceCodes;

/// <summary>The force's table of offence codes: one stream, in which each event has a whole table.</summary>
public sealed class OffenceTableKind : StreamKind<OffenceTable, OffenceTableEvent>
{
    public static readonly OffenceTableKind Instance = new();

    private OffenceTableKind()
    {
    }

    public override string Name => "offencecodes";

    public override EventCatalogue<OffenceTableEvent> Events { get; } = new(
        EventEntry.Of<OffenceTableEvent.TableImported>("offence-codes.imported"));

    public override string Called(long count) => count == 1 ? "table of offence codes" : "tables of offence codes";

    public override OffenceTable Evolve(OffenceTable? state, OffenceTableEvent happened) => OffenceTable.Evolve(state, happened);
}
