using Diversion.Domain.Streams;

namespace Diversion.Domain.Boundaries;

/// <summary>A request to change a set of boundaries.</summary>
public abstract record BoundaryCommand : StreamCommand<BoundaryEvent>
{
    private BoundaryCommand()
    {
    }

    protected override bool IsTimePassing => this is TimePassed;

    /// <summary>Nothing of a map falls due.</summary>
    public sealed record TimePassed : BoundaryCommand;

    /// <summary>Replaces the whole set.</summary>
    public sealed record ImportBoundaries(string Property, string Checksum, ImmutableArray<BoundaryArea> Areas) : BoundaryCommand;
}
