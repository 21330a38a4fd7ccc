using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;

namespace Diversion.Casework.Calendars;

/// <summary>
/// The calendar of each key worker and of who covers for them, by time: a week is one range of one partition. What is to
/// come goes with the case when it is passed on; what was held stays with who held it. Only while the case runs.
/// </summary>
public static class CalendarRows
{
    public static void Add(AgreementState state, List<ReadModelRow> rows)
    {
        if (state.IsTerminal || state.KeyWorker is not { } worker)
        {
            return;
        }

        foreach (var condition in state.Conditions.OfType<AppointmentCondition>())
        {
            foreach (var one in condition.Appointments.Where(one => one.TakesTime && (condition.IsOpen || one.Status != AppointmentStatus.Scheduled)))
            {
                var row = RowOf<CalendarRow>.Write(new CalendarRow(
                    state.Id.Value, condition.Id, one.Id, state.Referral.Person.Name, one.StartsAt, one.Minutes, one.Status, condition.PartnerProvider ?? condition.PartnerFacilitator?.Name, one.Place));
                string[] whose = one.Status != AppointmentStatus.Scheduled ? [one.HeldBy ?? worker.Id]
                    : state.Cover is { } cover ? [worker.Id, cover.Worker.Id]
                    : [worker.Id];
                foreach (var id in whose)
                {
                    rows.Add(new ReadModelRow(Tables.Caseload, Partitions.CalendarOf(id), $"{Sortable.Ascending(one.StartsAt)}|{state.Id.Value}|{condition.Id}|{one.Id}", row));
                }
            }
        }
    }
}
