using System.Text.Json;

namespace Diversion.Evaluation.Drawings;

/// <summary>Areas of a GeoJSON file (RFC 7946): longitude and latitude in degrees.</summary>
/// <param name="Areas">By code; each area is one or more rings, holes included.</param>
public sealed record Boundaries(ImmutableDictionary<string, ImmutableArray<ImmutableArray<(double Longitude, double Latitude)>>> Areas)
{
    /// <summary>A county's wards, generously; a map of more is slow to read and to draw.</summary>
    private const int MostPoints = 1_000_000;

    private const int MostDepth = 12;

    /// <summary>Points across the longer side; a map is drawn some 700 pixels wide.</summary>
    private const double Fineness = 1_400;

    /// <summary>The same outlines with the points that a map can show: as little as has to be kept.</summary>
    /// <remarks>Points are put on one grid for all areas, so that neighbours keep their common border.</remarks>
    public Boundaries Simplified()
    {
        var points = Areas.Values.SelectMany(rings => rings).SelectMany(ring => ring).ToArray();
        var step = Math.Max(points.Max(point => point.Longitude) - points.Min(point => point.Longitude), points.Max(point => point.Latitude) - points.Min(point => point.Latitude)) / Fineness;
        return step <= 0 ? this : new(Areas.ToImmutableDictionary(area => area.Key, area => Simplified(area.Value, step), StringComparer.Ordinal));
    }

    private static ImmutableArray<ImmutableArray<(double Longitude, double Latitude)>> Simplified(ImmutableArray<ImmutableArray<(double Longitude, double Latitude)>> rings, double step)
    {
        ImmutableArray<ImmutableArray<(double Longitude, double Latitude)>> kept = [.. rings.Select(ring => OnGrid(ring, step)).Where(ring => ring.Length >= 3)];

        // An area too small for the grid is still there: the largest outline as it is.
        return kept.IsEmpty ? [rings.MaxBy(ring => ring.Length)] : kept;
    }

    private static ImmutableArray<(double Longitude, double Latitude)> OnGrid(ImmutableArray<(double Longitude, double Latitude)> ring, double step)
    {
        var kept = new List<(double Longitude, double Latitude)>(ring.Length);
        foreach (var point in ring)
        {
            var snapped = (Longitude: Math.Round(point.Longitude / step) * step, Latitude: Math.Round(point.Latitude / step) * step);
            if (kept.Count == 0 || kept[^1] != snapped)
            {
                kept.Add(snapped);
            }
        }

        return kept.Distinct().Take(3).Count() < 3 ? [] : [.. kept];
    }

    /// <param name="codeProperty">The property that holds an area's code: <c>WD24CD</c>.</param>
    /// <returns>The areas, or in words why the file can't be used.</returns>
    public static (Boundaries? Boundaries, string? Fault) Read(ReadOnlyMemory<byte> utf8, string codeProperty)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MostDepth });
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
            {
                return (null, "The file is not a GeoJSON feature collection. Export the boundaries as GeoJSON in longitude and latitude.");
            }

            var areas = ImmutableDictionary.CreateBuilder<string, ImmutableArray<ImmutableArray<(double, double)>>>(StringComparer.Ordinal);
            var points = 0;
            foreach (var (feature, index) in features.EnumerateArray().Select((feature, index) => (feature, index)))
            {
                if (Add(feature, codeProperty, areas, ref points) is { } fault)
                {
                    return (null, $"Feature {index + 1}: {fault}");
                }
            }

            return areas.Count == 0 ? (null, "The file has no areas. Export the boundaries of the wards or districts.") : (new Boundaries(areas.ToImmutable()), null);
        }
        catch (JsonException)
        {
            return (null, "The file is not JSON, or it is nested too deeply. Export the boundaries as GeoJSON.");
        }
    }

    private static string? Add(JsonElement feature, string codeProperty, ImmutableDictionary<string, ImmutableArray<ImmutableArray<(double, double)>>>.Builder areas, ref int points)
    {
        if (feature.ValueKind != JsonValueKind.Object
            || !feature.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object
            || !properties.TryGetProperty(codeProperty, out var value) || Code(value) is not { Length: > 0 } code)
        {
            return $"it has no property \"{codeProperty}\". Name the property that holds the area's code.";
        }

        if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object
            || !geometry.TryGetProperty("type", out var type) || !geometry.TryGetProperty("coordinates", out var coordinates))
        {
            return $"\"{code}\" has no geometry.";
        }

        var rings = ImmutableArray.CreateBuilder<ImmutableArray<(double, double)>>();
        var read = type.ValueKind == JsonValueKind.String ? type.GetString() switch
        {
            "Polygon" => Rings(coordinates, rings, ref points),
            "MultiPolygon" => Polygons(coordinates, rings, ref points),
            _ => false,
        } : false;
        if (!read || rings.Count == 0)
        {
            return points > MostPoints ? $"the file has more than {MostPoints} points. Simplify the boundaries." : $"\"{code}\" is not a polygon with longitudes and latitudes. Coordinates in metres must be converted to degrees (WGS 84).";
        }

        // An area may come in several features.
        areas[code] = areas.TryGetValue(code, out var before) ? before.AddRange(rings) : rings.ToImmutable();
        return null;
    }

    private static string? Code(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static bool Polygons(JsonElement polygons, ImmutableArray<ImmutableArray<(double, double)>>.Builder rings, ref int points)
    {
        if (polygons.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        foreach (var polygon in polygons.EnumerateArray())
        {
            if (!Rings(polygon, rings, ref points))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Rings(JsonElement polygon, ImmutableArray<ImmutableArray<(double, double)>>.Builder rings, ref int points)
    {
        if (polygon.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        foreach (var ring in polygon.EnumerateArray())
        {
            if (ring.ValueKind != JsonValueKind.Array || (points += ring.GetArrayLength()) > MostPoints)
            {
                return false;
            }

            var read = ImmutableArray.CreateBuilder<(double, double)>(ring.GetArrayLength());
            foreach (var point in ring.EnumerateArray())
            {
                if (point.ValueKind != JsonValueKind.Array || point.GetArrayLength() < 2 || !IsDegree(point[0], 180, out var longitude) || !IsDegree(point[1], 90, out var latitude))
                {
                    return false;
                }

                read.Add((longitude, latitude));
            }

            if (read.Count >= 3)
            {
                rings.Add(read.DrainToImmutable());
            }
        }

        return true;
    }

    private static bool IsDegree(JsonElement value, double most, out double degrees)
    {
        degrees = 0;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out degrees) && double.IsFinite(degrees) && Math.Abs(degrees) <= most;
    }
}
