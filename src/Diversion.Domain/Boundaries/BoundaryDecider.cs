using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;

namespace Diversion.Domain.Boundaries;

/// <summary>A set is taken whole or not at all: a map with a hole in it tells something that is not so.</summary>
public static class BoundaryDecider
{
    public const int MostAreas = 1_000;

    /// <summary>Event and snapshot are a row each of the smallest store: some 15 characters a point.</summary>
    public const int MostPoints = 40_000;

    private const int ChecksumLength = 64;
    private const int MostLongitude = 180 * 100_000;
    private const int MostLatitude = 90 * 100_000;

    /// <param name="state">Null before the first import.</param>
    public static Decision<BoundarySet, BoundaryEvent> Decide(BoundaryId id, BoundarySet? state, BoundaryCommand command) =>
        Admission.Of(command, BoundaryCommands.Of(command)) is { } refused ? Refused(state, refused) : command switch
        {
            BoundaryCommand.TimePassed => new([], null, state!),
            BoundaryCommand.ImportBoundaries import => Import(id, state, import),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };

    private static Decision<BoundarySet, BoundaryEvent> Import(BoundaryId id, BoundarySet? state, BoundaryCommand.ImportBoundaries import)
    {
        var areas = import.Areas.IsDefault ? [] : import.Areas;
        var texts = new TextInspection();
        texts.Line("name", import.Property, required: true);
        foreach (var area in areas)
        {
            texts.Line("area", area.Name, required: true);
        }

        if (BoundaryId.Read(id.Value) is null)
        {
            return Refused(state, Faulty("There are boundaries of wards and of districts. Say which they are."));
        }

        if (texts.Fault is { } fault)
        {
            return Refused(state, fault);
        }

        if (areas.Length is 0 or > MostAreas)
        {
            return Refused(state, Faulty(areas.IsEmpty ? "The file has no area." : $"The file has {areas.Length} areas; at most {MostAreas} are kept. Leave out those outside the force area."));
        }

        if (areas.Sum(area => area.Rings.Sum(ring => ring.Length / 2)) is var points && points > MostPoints)
        {
            return Refused(state, Faulty($"The boundaries have {points} points after simplification; at most {MostPoints} are kept. Export them generalised, or with fewer areas."));
        }

        if (import.Checksum?.Length != ChecksumLength
            || areas.Any(area => area.Rings.IsEmpty || area.Rings.Any(ring => ring.Length < 6 || ring.Length % 2 != 0 || ring.Where((value, at) => Math.Abs(value) > (at % 2 == 0 ? MostLongitude : MostLatitude)).Any()))
            || areas.Select(area => area.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() != areas.Length)
        {
            return Refused(state, Faulty("The boundaries were not read as such. Import the file again."));
        }

        if (state is not null && state.Checksum == import.Checksum && state.Property == import.Property)
        {
            return new([], null, state);
        }

        var happened = new BoundaryEvent.BoundariesImported(import.Property, import.Checksum, areas, import.By.AsStaff(), import.At);
        return new([happened], null, BoundarySet.Evolve(state, happened));
    }

    private static Refusal.Invalid Faulty(string why) => new(RefusalCode.BoundariesFaulty, $"{why} Nothing was imported.");

    private static Decision<BoundarySet, BoundaryEvent> Refused(BoundarySet? state, Refusal refusal) => new([], refusal, state!);
}
