using System.Globalization;
using Diversion.Evaluation.Disclosure;
using Diversion.Evaluation.Drawings;
using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Reports;

/// <summary>
/// Maps by ward and district: from the boundaries that the force supplied, or a tile an area where it supplied none. Those
/// of the board pack show published counts only; a rate is computed from published counts and shown as a band.
/// </summary>
internal static class PlaceMaps
{
    public static readonly GroupKind[] Kinds = [GroupKind.District, GroupKind.Ward];

    /// <summary>A rate of fewer people says nothing, and may say something of one.</summary>
    private const int FewestForARate = 20;

    /// <summary>More tiles cannot be read; the areas with the fewest people are left out, and that is said.</summary>
    private const int MostTiles = 200;

    private static readonly MapBand[] Counts = [new(1, "1 to 4"), new(5, "5 to 14"), new(15, "15 to 29"), new(30, "30 to 59"), new(60, "60 or more")];
    private static readonly MapBand[] PublishedCounts = [new(5, "5 to 14"), new(15, "15 to 29"), new(30, "30 to 59"), new(60, "60 or more")];
    private static readonly MapBand[] Rates = [new(0, "under 10%"), new(0.1, "10% to 19%"), new(0.2, "20% to 29%"), new(0.3, "30% to 39%"), new(0.4, "40% or more")];

    public static string? Of(PersonRow person, GroupKind kind) => kind == GroupKind.Ward ? person.Groups.Ward : person.Groups.District;

    /// <summary>How many people of each area, exactly.</summary>
    public static ReportPart.Picture Exact(PersonRow[] people, GroupKind kind, AnalysisSettings settings) => Picture(
        $"where-{Word(kind)}", $"People on an agreement, by {Word(kind)}", "People on an agreement", kind, settings, Counts,
        [.. Areas(people, kind).Select(area => new MapArea(area.Code, Name(area.Code, kind, settings), area.People.Length, area.People.Length.ToString("N0", CultureInfo.InvariantCulture)))]);

    /// <summary>How many of each area offended again, exactly; null when nobody was followed up.</summary>
    public static ReportPart.Picture? ExactRates(PersonRow[] people, GroupKind kind, AnalysisSettings settings)
    {
        MapArea[] areas =
        [
            .. from area in Areas(people, kind)
               let measured = ReoffendingMeasures.Of(area.People, settings.Rule, FollowUpStart.Signing).Rate
               where measured.Of > 0
               select new MapArea(area.Code, Name(area.Code, kind, settings), measured.Count / (double)measured.Of, $"{Percent(measured.Count / (double)measured.Of)} ({measured.Count:N0} of {measured.Of:N0})"),
        ];
        return areas.Length == 0 ? null : Picture($"rate-{Word(kind)}", $"Reoffending within {settings.Months} months, by {Word(kind)}", "Share that offended again", kind, settings, Rates, areas);
    }

    /// <summary>
    /// Wards where the force has supplied their outlines, otherwise districts; never both. Wards add up to districts, so that
    /// two suppressed tables side by side could give away what each of them hides.
    /// </summary>
    public static GroupKind PublishedKind(AnalysisSettings settings) => settings.Maps.ContainsKey(GroupKind.Ward) ? GroupKind.Ward : GroupKind.District;

    /// <summary>How many people of each area, as it may leave the programme.</summary>
    public static ReportPart.Picture Published(PersonRow[] people, GroupKind kind, AnalysisSettings settings)
    {
        var areas = Areas(people, kind);
        var published = TableSuppression.Publish([.. areas.Select(area => (IReadOnlyList<int>)[area.People.Length])]);
        return Picture(
            "where", $"People on an agreement in the quarter, by {Word(kind)}", "People on an agreement", kind, settings, PublishedCounts,
            [.. areas.Select((area, index) => new MapArea(area.Code, Name(area.Code, kind, settings), published.RowTotals[index].Value, $"{published.RowTotals[index]}"))]);
    }

    /// <summary>In which band the rate of each area lies, as it may leave the programme; null when no area has enough people.</summary>
    public static ReportPart.Picture? PublishedRates(PersonRow[] people, GroupKind kind, AnalysisSettings settings)
    {
        var areas = Areas(people, kind).Select(area => (area.Code, Measured: ReoffendingMeasures.Of(area.People, settings.Rule, FollowUpStart.Signing).Rate)).Where(area => area.Measured.Of > 0).ToArray();
        if (areas.Length == 0)
        {
            return null;
        }

        var published = TableSuppression.Publish([.. areas.Select(area => (IReadOnlyList<int>)[(int)area.Measured.Count, (int)(area.Measured.Of - area.Measured.Count)])]);
        MapArea[] shown = [.. areas.Select((area, index) => Rate(area.Code, published.Cells[index], kind, settings))];
        return shown.All(area => area.Value is null)
            ? null
            : Picture($"rate-{Word(kind)}", $"Reoffending within {settings.Months} months, by {Word(kind)}", "Share that offended again", kind, settings, Rates, shown);
    }

    private static MapArea Rate(string code, ImmutableArray<PublishedCount> cells, GroupKind kind, AnalysisSettings settings)
    {
        var rate = cells is [{ Value: { } again }, { Value: { } not }] && again + not >= FewestForARate ? again / (double)(again + not) : (double?)null;
        return new(code, Name(code, kind, settings), rate, rate is { } known ? Rates.Last(band => band.From <= known).Name : "suppressed, or too few people");
    }

    private static ReportPart.Picture Picture(string id, string title, string what, GroupKind kind, AnalysisSettings settings, MapBand[] bands, MapArea[] areas)
    {
        if (settings.Maps.GetValueOrDefault(kind) is { } boundaries)
        {
            return new(id, title, AreaMap.Draw(id, what, boundaries, [.. areas.Select(area => area with { Code = OnMap(boundaries, area.Code) })], bands));
        }

        MapArea[] drawn = [.. areas.OrderByDescending(area => area.Value ?? -1).ThenBy(area => area.Code, StringComparer.Ordinal).Take(MostTiles).OrderBy(area => area.Code, StringComparer.Ordinal)];
        return new(id, drawn.Length < areas.Length ? $"{title} (the {MostTiles} with the highest numbers)" : title, TileMap.Draw(id, what, drawn, bands));
    }

    /// <summary>Case and blanks around it do not tell two areas apart.</summary>
    private static string OnMap(Boundaries boundaries, string code) => boundaries.Areas.TryGetKey(code.Trim(), out var known) ? known : code;

    private static (string Code, PersonRow[] People)[] Areas(PersonRow[] people, GroupKind kind) =>
        [.. people.GroupBy(person => Of(person, kind) ?? "not known", StringComparer.OrdinalIgnoreCase).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.ToArray()))];

    private static string Name(string code, GroupKind kind, AnalysisSettings settings) => code == "not known" ? code : settings.GroupName(kind, code);

    private static string Word(GroupKind kind) => kind == GroupKind.Ward ? "ward" : "district";

    private static string Percent(double share) => share.ToString("0%", CultureInfo.InvariantCulture);
}
