using System.Globalization;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Projects;
using Diversion.Domain.Time;

namespace Diversion.Casework.Projects;

/// <summary>
/// Credited hours of every case by month and project: a quarter is one range of one partition. They stay when the record is
/// erased, as they name nobody.
/// </summary>
internal static class HoursRows
{
    public static void Add(AgreementState state, List<ReadModelRow> rows)
    {
        foreach (var condition in state.Conditions.OfType<ReparationCondition>())
        {
            var worked = condition.Appointments
                .Where(one => one is { CreditedMinutes: > 0, HeldAt: not null })
                .GroupBy(one => (Month: WorkingCalendar.DateOf(one.StartsAt).ToString("uuuu-MM", CultureInfo.InvariantCulture), At: one.HeldAt! with { StartsOn = default }));
            foreach (var (number, group) in worked.Index())
            {
                var at = group.Key.At;
                rows.Add(new ReadModelRow(
                    Tables.Search,
                    Partitions.ReparationHours,
                    $"{group.Key.Month}|{state.Id.Value}|{condition.Id}|{number:D3}",
                    RowOf<HoursRow>.Write(new HoursRow(
                        group.Key.Month, at.Project, group.Sum(one => one.CreditedMinutes), ProjectId.Read(at.ProjectId)?.Value, at.CommunitySafety ? "yes" : null))));
            }
        }
    }
}
