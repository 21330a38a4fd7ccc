using Diversion.Casework.ReadModels;
using Diversion.Casework.Streams;
using Diversion.Domain.Boundaries;
using NodaTime;

namespace Diversion.Casework.Boundaries;

/// <summary>The boundaries of wards and of districts: a stream each, in which each event has a whole set.</summary>
public sealed class BoundaryKind : StreamKind<BoundarySet, BoundaryEvent>
{
    public static readonly BoundaryKind Instance = new();

    private BoundaryKind()
    {
    }

    public override string Name => "boundaries";

    /// <summary>None: the set is read whole.</summary>
    public override IReadOnlyList<string> ReadModels => [];

    public override EventCatalogue<BoundaryEvent> Events { get; } = new(EventEntry.Of<BoundaryEvent.BoundariesImported>("boundaries.imported"));

    public override string Called(long count) => count == 1 ? "set of boundaries" : "sets of boundaries";

    public override BoundarySet Evolve(BoundarySet? state, BoundaryEvent happened) => BoundarySet.Evolve(state, happened);

    public override Instant? NextDue(BoundarySet state) => null;

    protected override void AddRows(BoundarySet state, List<ReadModelRow> rows)
    {
    }
}
