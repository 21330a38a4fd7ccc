using Diversion.Domain.Streams;

namespace Diversion.Domain.HarmTables;

/// <summary>A request to change the harm index.</summary>
public abstract record HarmTableCommand : StreamCommand<HarmTableEvent>
{
    private HarmTableCommand()
    {
    }

    protected override bool IsTimePassing => this is TimePassed;

    /// <summary>Nothing of an index falls due.</summary>
    public sealed record TimePassed : HarmTableCommand;

    /// <summary>Replaces the whole index.</summary>
    public sealed record ImportIndex(string Name, string Checksum, ImmutableArray<HarmValue> Values) : HarmTableCommand;
}
