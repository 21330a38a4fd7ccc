using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;

namespace Diversion.Domain.Boundaries;

/// <summary>The outline of one area.</summary>
/// <param name="Name">As cases name it.</param>
/// <param name="Rings">Longitude and latitude in turn, in 100,000ths of a degree (WGS 84); holes included.</param>
public sealed record BoundaryArea(string Name, ImmutableArray<ImmutableArray<int>> Rings);

/// <summary>The boundaries that are used now.</summary>
/// <param name="Property">Of the file, that held the names.</param>
/// <param name="Checksum">SHA-256 of the imported file, in lower-case hexadecimal.</param>
public sealed record BoundarySet(int Version, string Property, string Checksum, ImmutableArray<BoundaryArea> Areas, StaffRef By, Instant At) : IStreamState
{
    public static BoundarySet Evolve(BoundarySet? state, BoundaryEvent happened) => happened switch
    {
        BoundaryEvent.BoundariesImported e => new((state?.Version ?? 0) + 1, e.Property, e.Checksum, e.Areas, e.By, e.At),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };
}
