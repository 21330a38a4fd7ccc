using System.Collections.Immutable;
using System.Security.Cryptography;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Boundaries;
using Diversion.Evaluation.Rows;
using NodaTime;
using Drawn = Diversion.Evaluation.Drawings.Boundaries;

namespace Diversion.Casework.Boundaries;

/// <summary>Imports boundaries, and knows those that are used now.</summary>
public sealed class BoundaryService(ITableStore store, StreamCache cache, IChangeListener listener)
    : StreamService<BoundaryId, BoundarySet, BoundaryCommand, BoundaryEvent>(BoundaryKind.Instance, store, cache, listener)
{
    private const double Parts = 100_000;

    /// <returns>As the maps take them; a kind of area without boundaries is missing.</returns>
    public async ValueTask<ImmutableDictionary<GroupKind, Drawn>> Maps(CancellationToken cancellation = default)
    {
        var maps = ImmutableDictionary<GroupKind, Drawn>.Empty;
        foreach (var (kind, id) in (IEnumerable<(GroupKind, BoundaryId)>)[(GroupKind.Ward, BoundaryId.Wards), (GroupKind.District, BoundaryId.Districts)])
        {
            if (await Find(id, cancellation) is { } set)
            {
                maps = maps.Add(kind, new Drawn(set.Areas.ToImmutableDictionary(
                    area => area.Name,
                    area => area.Rings.Select(ring => Enumerable.Range(0, ring.Length / 2).Select(at => (ring[2 * at] / Parts, ring[(2 * at) + 1] / Parts)).ToImmutableArray()).ToImmutableArray(),
                    StringComparer.OrdinalIgnoreCase)));
            }
        }

        return maps;
    }

    /// <summary>Replaces the boundaries of a kind of area, or refuses the whole file in words.</summary>
    /// <param name="file">GeoJSON (RFC 7946), WGS 84.</param>
    /// <param name="property">Of the file, that holds the names of the areas as cases have them.</param>
    public ValueTask<Outcome<BoundarySet>> Import(BoundaryId id, byte[] file, string property, Actor by, Instant now, ExecuteOptions? options = null, CancellationToken cancellation = default)
    {
        var (boundaries, fault) = Drawn.Read(file, property);
        if (boundaries is null)
        {
            return ValueTask.FromResult<Outcome<BoundarySet>>(new Outcome<BoundarySet>.Refused(new Refusal.Invalid(RefusalCode.BoundariesFaulty, $"{fault} Nothing was imported.")));
        }

        var simple = boundaries.Simplified();
        return Execute(
            id,
            new BoundaryCommand.ImportBoundaries(
                property,
                Convert.ToHexStringLower(SHA256.HashData(file)),
                [
                    .. simple.Areas.OrderBy(area => area.Key, StringComparer.Ordinal).Select(area => new BoundaryArea(
                        area.Key, [.. area.Value.Select(ring => ring.SelectMany(point => (int[])[(int)Math.Round(point.Longitude * Parts), (int)Math.Round(point.Latitude * Parts)]).ToImmutableArray())])),
                ]) { By = by, At = now },
            options,
            cancellation);
    }

    protected override CommandEntry EntryOf(BoundaryCommand command) => BoundaryCommands.Of(command);

    protected override BoundaryCommand TimePassed(Instant now) => new BoundaryCommand.TimePassed { By = Actor.Clock, At = now };

    protected override Refusal? MayCommand(BoundarySet? state, BoundaryCommand command) =>
        AccessPolicy.IsClock(command.By.Role) || AccessPolicy.MayImportForAnalysis(command.By) ? null : CaseworkRefusal.NotForRole();

    protected override ValueTask<Deciding<BoundarySet, BoundaryEvent>> Decide(BoundaryId id, BoundarySet? state, BoundaryCommand command, CancellationToken cancellation) =>
        ValueTask.FromResult(new Deciding<BoundarySet, BoundaryEvent>(BoundaryDecider.Decide(id, state, command)));
}
