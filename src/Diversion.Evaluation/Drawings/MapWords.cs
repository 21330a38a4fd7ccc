namespace Diversion.Evaluation.Drawings;

/// <summary>What a map says, in words and numbers.</summary>
internal static class MapWords
{
    public static string Alternative(string title, IReadOnlyList<MapArea> areas, MapFills fills)
    {
        var known = areas.Where(area => area.Value is not null).OrderByDescending(area => area.Value).ThenBy(area => area.Name, StringComparer.Ordinal).ToArray();
        var hidden = areas.Count - known.Length;
        var ends = known.Length == 0 ? "No area can be shown." : $"Highest: {known[0].Name} ({known[0].Words}, band {fills.BandOf(known[0].Value)}). Lowest: {known[^1].Name} ({known[^1].Words}, band {fills.BandOf(known[^1].Value)}).";
        return $"{title}: {areas.Count} areas. {ends}{(hidden == 0 ? "" : $" Not shown, because small or not known: {hidden}.")}";
    }

    public static DrawingTable Table(IReadOnlyList<MapArea> areas, MapFills fills) => new(
        ["Area", "Value", "Band"], [.. areas.OrderBy(area => area.Name, StringComparer.Ordinal).Select(area => (ImmutableArray<string>)[area.Name, area.Words, fills.BandOf(area.Value)])]);
}
