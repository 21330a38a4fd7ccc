using Diversion.Casework.Boundaries;
using Diversion.Domain.Boundaries;

namespace Diversion.Casework.Services;

/// <summary>Where the middle of a ward or district is, by the boundaries that were imported.</summary>
internal static class PlaceFinder
{
    private const double Parts = 100_000;
    private const double EarthKilometres = 6371;

    /// <returns>Degrees; null when there are no boundaries of it.</returns>
    public static async ValueTask<(double Latitude, double Longitude)?> Middle(BoundaryService boundaries, string? ward, string? district, CancellationToken cancellation) =>
        await Of(boundaries, BoundaryId.Wards, ward, cancellation) ?? await Of(boundaries, BoundaryId.Districts, district, cancellation);

    /// <summary>As the crow flies (haversine formula).</summary>
    public static double Kilometres((double Latitude, double Longitude) from, (double Latitude, double Longitude) to)
    {
        var (up, across) = (Radians(to.Latitude - from.Latitude), Radians(to.Longitude - from.Longitude));
        var half = (Math.Sin(up / 2) * Math.Sin(up / 2)) + (Math.Cos(Radians(from.Latitude)) * Math.Cos(Radians(to.Latitude)) * Math.Sin(across / 2) * Math.Sin(across / 2));
        return 2 * EarthKilometres * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static async ValueTask<(double, double)?> Of(BoundaryService boundaries, BoundaryId kind, string? name, CancellationToken cancellation)
    {
        if (name is null || (await boundaries.Find(kind, cancellation))?.Areas.FirstOrDefault(area => string.Equals(area.Name, name, StringComparison.OrdinalIgnoreCase)) is not { Rings: [{ Length: > 1 } outline, ..] })
        {
            return null;
        }

        var points = outline.Length / 2;
        return (Enumerable.Range(0, points).Average(at => outline[(2 * at) + 1] / Parts), Enumerable.Range(0, points).Average(at => outline[2 * at] / Parts));
    }
}
