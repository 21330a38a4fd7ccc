using System.Globalization;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Programmes;
using Diversion.Casework.Projects;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.BoardPacks;
using NodaTime;

namespace Diversion.Casework.ProjectEntries;

/// <summary>
/// Credited hours at reparation projects: what they are worth, and how much of them was for community safety. Read for a quarter,
/// so the cost does not grow with the years.
/// </summary>
public sealed class ProjectHoursQuery(ITableStore store, Rulebook rulebook)
{
    private const int QuartersShown = 4;

    /// <summary>By partner; a partner sees its own line.</summary>
    public async ValueTask<Reply<SavedLabourTable>> Saved(Quarter quarter, Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeProjectHours(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var projects = await Projects(cancellation);
        var wages = rulebook.Schemes.Wages;
        var lines = (await Hours(quarter, cancellation))
            .Select(hours => (Partner: Of(projects, hours.Row)?.Partner, hours.Row.Minutes, Rate: wages.On(MonthOf(hours.Row))?.PencePerHour))
            .Where(line => AccessPolicy.SeesHoursOf(by, line.Partner))
            .ToList();
        return new SavedLabourTable(
            quarter,
            [
                .. lines.GroupBy(line => line.Partner)
                    .Select(of => new SavedLabour(of.Key, of.Sum(line => line.Minutes), (long)Math.Round(of.Sum(line => line.Minutes * (decimal)(line.Rate ?? 0)) / 60m, MidpointRounding.AwayFromZero)))
                    .OrderByDescending(line => line.Minutes).ThenBy(line => line.Partner, StringComparer.OrdinalIgnoreCase),
            ],
            lines.Where(line => line.Rate is null).Sum(line => line.Minutes));
    }

    /// <summary>By area, and for the quarters before: projects and hours for community safety or the environment.</summary>
    public async ValueTask<Reply<ShareTable>> Shares(Quarter quarter, Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeProjectShares(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var projects = await Projects(cancellation);
        var hours = await Hours(quarter, cancellation);
        var quarters = new List<QuarterShare> { new(quarter, Share(hours)) };
        for (var before = quarter.Before; quarters.Count < QuartersShown; before = before.Before)
        {
            quarters.Add(new(before, Share(await Hours(before, cancellation))));
        }

        return new ShareTable(
            quarter,
            rulebook.Schemes.InForce(rulebook.Programme.Scheme, quarter.LastDay)?.Reparation.CommunitySafetyTarget ?? 0,
            [
                .. hours.GroupBy(one => Of(projects, one.Row)?.Area, StringComparer.OrdinalIgnoreCase)
                    .Select(area => new AreaShare(area.Key, Share([.. area])))
                    .OrderBy(area => area.Area is null).ThenBy(area => area.Area, StringComparer.OrdinalIgnoreCase),
            ],
            quarters);
    }

    private static ProjectShare Share(IReadOnlyList<(string Case, HoursRow Row)> hours)
    {
        var projects = hours.GroupBy(one => one.Row.ProjectId ?? $"named {one.Row.Project}", StringComparer.Ordinal).ToList();
        return new(
            projects.Count,
            projects.Count(project => project.Any(one => one.Row.Counts is not null)),
            hours.Sum(one => one.Row.Minutes),
            hours.Where(one => one.Row.Counts is not null).Sum(one => one.Row.Minutes),
            hours.Select(one => one.Case).Distinct(StringComparer.Ordinal).Count());
    }

    private static ProjectRow? Of(Dictionary<string, ProjectRow> projects, HoursRow row) => row.ProjectId is { } id ? projects.GetValueOrDefault(id) : null;

    private static LocalDate MonthOf(HoursRow row) => new(int.Parse(row.Month[..4], CultureInfo.InvariantCulture), int.Parse(row.Month[5..], CultureInfo.InvariantCulture), 1);

    private async ValueTask<Dictionary<string, ProjectRow>> Projects(CancellationToken cancellation)
    {
        var projects = new Dictionary<string, ProjectRow>(StringComparer.Ordinal);
        await foreach (var row in store.Rows(Tables.Search, Partitions.Projects, cancellation: cancellation))
        {
            projects[row.Row] = RowOf<ProjectRow>.Read(row);
        }

        return projects;
    }

    private async ValueTask<List<(string Case, HoursRow Row)>> Hours(Quarter quarter, CancellationToken cancellation)
    {
        var hours = new List<(string, HoursRow)>();
        await foreach (var row in store.Rows(Tables.Search, Partitions.ReparationHours, Key(quarter.FirstDay), Key(quarter.LastDay.PlusDays(1)), cancellation))
        {
            hours.Add((row.Row.Split('|')[1], RowOf<HoursRow>.Read(row)));
        }

        return hours;
    }

    private static string Key(LocalDate month) => month.ToString("uuuu-MM", CultureInfo.InvariantCulture);
}
