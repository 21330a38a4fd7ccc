using System.Globalization;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Programmes;
using Diversion.Casework.Projects;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.ProjectEntries;

/// <summary>Credited hours at reparation projects, and what they are worth. Read for a quarter, so the cost does not grow with the years.</summary>
public sealed class ProjectHoursQuery(ITableStore store, Rulebook rulebook)
{
    /// <summary>By partner; a partner sees its own line.</summary>
    /// <param name="quarter">The first day of a quarter.</param>
    public async ValueTask<Reply<SavedLabourTable>> Saved(LocalDate quarter, Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeProjectHours(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var partners = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in store.Rows(Tables.Search, Partitions.Projects, cancellation: cancellation))
        {
            var project = RowOf<ProjectRow>.Read(row);
            partners[project.Id] = project.Partner;
        }

        var wages = rulebook.Schemes.Wages;
        var lines = (await Hours(quarter, cancellation))
            .Select(row => (Partner: row.ProjectId is { } id ? partners.GetValueOrDefault(id) : null, row.Minutes, Rate: wages.On(MonthOf(row))?.PencePerHour))
            .Where(line => AccessPolicy.SeesHoursOf(by, line.Partner))
            .ToList();
        return new SavedLabourTable(
            quarter,
            quarter.PlusMonths(3).PlusDays(-1),
            [
                .. lines.GroupBy(line => line.Partner)
                    .Select(of => new SavedLabour(of.Key, of.Sum(line => line.Minutes), (long)Math.Round(of.Sum(line => line.Minutes * (decimal)(line.Rate ?? 0)) / 60m, MidpointRounding.AwayFromZero)))
                    .OrderByDescending(line => line.Minutes).ThenBy(line => line.Partner, StringComparer.OrdinalIgnoreCase),
            ],
            lines.Where(line => line.Rate is null).Sum(line => line.Minutes));
    }

    internal static LocalDate MonthOf(HoursRow row) => new(int.Parse(row.Month[..4], CultureInfo.InvariantCulture), int.Parse(row.Month[5..], CultureInfo.InvariantCulture), 1);

    private async ValueTask<List<HoursRow>> Hours(LocalDate quarter, CancellationToken cancellation) =>
        await store.Rows(Tables.Search, Partitions.ReparationHours, Key(quarter), Key(quarter.PlusMonths(3)), cancellation).Select(RowOf<HoursRow>.Read).ToListAsync(cancellation);

    private static string Key(LocalDate month) => month.ToString("uuuu-MM", CultureInfo.InvariantCulture);
}
