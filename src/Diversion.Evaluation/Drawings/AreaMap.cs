using System.Text;

namespace Diversion.Evaluation.Drawings;

/// <summary>A map of areas in bands, from the boundaries that the force supplies.</summary>
public static class AreaMap
{
    private const double Wide = 640;
    private const double Highest = 760;
    private const double Edge = 12;
    private const double KeyWide = 300;

    /// <param name="areas">With values to show. Areas without a boundary are drawn nowhere, but stand in the table and are told.</param>
    public static Drawing Draw(string id, string title, Boundaries boundaries, IReadOnlyList<MapArea> areas, IReadOnlyList<MapBand> bands)
    {
        var place = Place.Of(boundaries);
        var svg = new SvgText(id, (2 * Edge) + Wide + KeyWide, Math.Max(place.Height, (bands.Count * 26) + 60) + (2 * Edge));
        var fills = new MapFills(svg, bands);
        var byCode = areas.GroupBy(area => area.Code, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var names = new List<(double X, double Y, double Width, string Name)>();
        foreach (var (code, rings) in boundaries.Areas.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var area = byCode.GetValueOrDefault(code);
            svg.Path(Outline(rings, place), fills.Of(area?.Value), 1);
            if (area is not null)
            {
                names.Add(Middle(rings, place, area.Name));
            }
        }

        foreach (var (x, y, width, name) in names.Where(name => SvgText.Width(name.Name, 12) <= name.Width))
        {
            svg.Text(x, y + 4, name, "middle", 12, halo: true);
        }

        fills.Key(Edge + Wide + 20, Edge + 8);
        var missing = areas.Where(area => !boundaries.Areas.ContainsKey(area.Code)).Select(area => area.Name).ToArray();
        var alternative = MapWords.Alternative(title, areas, fills) + (missing.Length == 0 ? "" : $" No boundary, so not on the map: {string.Join(", ", missing)}.");
        return new(svg.Finish(title, alternative), alternative, MapWords.Table(areas, fills));
    }

    private static string Outline(ImmutableArray<ImmutableArray<(double Longitude, double Latitude)>> rings, Place place)
    {
        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            var (first, last) = (true, (X: double.NaN, Y: double.NaN));
            foreach (var point in ring)
            {
                // Points closer than half a pixel make a file large and a map no better.
                var (x, y) = place.At(point);
                if (!first && Math.Abs(x - last.X) < 0.5 && Math.Abs(y - last.Y) < 0.5)
                {
                    continue;
                }

                path.Append(first ? 'M' : 'L').Append(SvgText.N(x)).Append(' ').Append(SvgText.N(y));
                (first, last) = (false, (x, y));
            }

            path.Append('Z');
        }

        return path.ToString();
    }

    /// <summary>The middle of the largest ring, and how wide it is there.</summary>
    private static (double X, double Y, double Width, string Name) Middle(ImmutableArray<ImmutableArray<(double Longitude, double Latitude)>> rings, Place place, string name)
    {
        var (best, size) = (default((double X, double Y, double Width)), -1.0);
        foreach (var ring in rings)
        {
            var points = ring.Select(place.At).ToArray();
            var (sum, cx, cy) = (0.0, 0.0, 0.0);
            for (var i = 0; i < points.Length; i++)
            {
                var (a, b) = (points[i], points[(i + 1) % points.Length]);
                var cross = (a.X * b.Y) - (b.X * a.Y);
                (sum, cx, cy) = (sum + cross, cx + ((a.X + b.X) * cross), cy + ((a.Y + b.Y) * cross));
            }

            if (Math.Abs(sum) > size && sum != 0)
            {
                (size, best) = (Math.Abs(sum), (cx / (3 * sum), cy / (3 * sum), points.Max(point => point.X) - points.Min(point => point.X)));
            }
        }

        return (best.X, best.Y, best.Width, name);
    }

    /// <summary>From degrees to the picture: a degree of longitude is shorter the further north.</summary>
    private sealed class Place
    {
        private double _west;
        private double _north;
        private double _scale;
        private double _shorter;

        public double Height { get; private set; }

        public static Place Of(Boundaries boundaries)
        {
            var points = boundaries.Areas.Values.SelectMany(rings => rings).SelectMany(ring => ring);
            var (west, east, south, north) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
            foreach (var (longitude, latitude) in points)
            {
                (west, east, south, north) = (Math.Min(west, longitude), Math.Max(east, longitude), Math.Min(south, latitude), Math.Max(north, latitude));
            }

            var shorter = Math.Max(0.01, Math.Cos((south + north) / 2 * Math.PI / 180));
            var scale = Math.Min(Wide / Math.Max(1e-9, (east - west) * shorter), Highest / Math.Max(1e-9, north - south));
            return new() { _west = west, _north = north, _shorter = shorter, _scale = scale, Height = (north - south) * scale };
        }

        public (double X, double Y) At((double Longitude, double Latitude) point) =>
            (Edge + ((point.Longitude - _west) * _shorter * _scale), Edge + ((_north - point.Latitude) * _scale));
    }
}
