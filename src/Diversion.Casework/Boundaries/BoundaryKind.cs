using Diversion.Casework.Streams;
using Diversion.Domain.Boundaries;

namespace Diversion.Casework.Boundaries;

/// <summary>The boundaries of wards and of districts: a stream each, in which each event has a whole set.</summary>
public sealed class BoundaryKind : StreamKind<BoundarySet, BoundaryEvent>
{
    public static readonly BoundaryKind Instance = new();

    private BoundaryKind()
    {
    }

    public override string Name => "boundaries";

    public override EventCatalogue<BoundaryEvent> Events { get; } = new(EventEntry.Of<BoundaryEvent.BoundariesImported>("boundaries.imported"));

    public override string Called(long count) => count == 1 ? "set of boundaries" : "sets of boundaries";

    public override BoundarySet Evolve(BoundarySet? state, BoundaryEvent happened) => BoundarySet.Evolve(state, happened);
}
