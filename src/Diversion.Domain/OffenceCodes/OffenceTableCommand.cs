using Diversion.Domain.Streams;

namespace Diversion.Domain.OffenceCodes;

/// <summary>A request to change the force's table of offence codes.</summary>
public abstract record OffenceTableCommand : StreamCommand<OffenceTableEvent>
{
    private OffenceTableCommand()
    {
    }

    protected override bool IsTimePassing => this is TimePassed;

    /// <summary>Nothing of a table falls due.</summary>
    public sealed record TimePassed : OffenceTableCommand;

    /// <summary>Replaces the whole table.</summary>
    public sealed record ImportTable(ImmutableArray<OffenceCodeRow> Rows) : OffenceTableCommand;
}
