namespace Diversion.Evaluation.Drawings;

/// <summary>A tile an area, for when there are no boundaries: in the places given, or in the order of their names.</summary>
public static class TileMap
{
    private const double Side = 112;
    private const double Edge = 12;
    private const int Columns = 6;

    /// <param name="places">Column and row of each area's tile, from 0, by its code; null, or areas that it leaves out: in order of their names after the others.</param>
    public static Drawing Draw(string id, string title, IReadOnlyList<MapArea> areas, IReadOnlyList<MapBand> bands, IReadOnlyDictionary<string, (int Column, int Row)>? places = null)
    {
        var placed = Arrange(areas, places);
        var (columns, rows) = (placed.Select(one => one.Column + 1).DefaultIfEmpty(1).Max(), placed.Select(one => one.Row + 1).DefaultIfEmpty(1).Max());
        var svg = new SvgText(id, (2 * Edge) + (columns * Side) + 300, (2 * Edge) + Math.Max(rows * Side, (bands.Count * 26) + 40));
        var fills = new MapFills(svg, bands);
        foreach (var (area, column, row) in placed)
        {
            var (x, y) = (Edge + (column * Side), Edge + (row * Side));
            svg.Box(x + 2, y + 2, Side - 4, Side - 4, fills.Of(area.Value));
            var lines = SvgText.Wrap(area.Name, Side - 16, 13).Take(3).ToArray();
            foreach (var (line, index) in lines.Select((line, index) => (line, index)))
            {
                svg.Text(x + (Side / 2), y + 26 + (index * 17), line, "middle", 13, bold: true, halo: true);
            }

            svg.Text(x + (Side / 2), y + Side - 18, area.Words, "middle", 14, halo: true);
        }

        fills.Key(Edge + (columns * Side) + 20, Edge + 8);
        var alternative = MapWords.Alternative(title, areas, fills);
        return new(svg.Finish(title, alternative), alternative, MapWords.Table(areas, fills));
    }

    private static List<(MapArea Area, int Column, int Row)> Arrange(IReadOnlyList<MapArea> areas, IReadOnlyDictionary<string, (int Column, int Row)>? places)
    {
        var placed = new List<(MapArea, int, int)>();
        var taken = new HashSet<(int, int)>();
        foreach (var area in areas)
        {
            if (places is not null && places.TryGetValue(area.Code, out var place) && place is { Column: >= 0 and < 100, Row: >= 0 and < 100 } && taken.Add(place))
            {
                placed.Add((area, place.Column, place.Row));
            }
        }

        var (first, next) = (taken.Count == 0 ? 0 : taken.Max(place => place.Item2) + 1, 0);
        foreach (var area in areas.Where(area => !placed.Exists(one => ReferenceEquals(one.Item1, area))).OrderBy(area => area.Name, StringComparer.Ordinal))
        {
            placed.Add((area, next % Columns, first + (next / Columns)));
            next++;
        }

        return placed;
    }
}
