using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Projects;

namespace Diversion.Casework.Projects;

/// <summary>The reparation sessions under their projects, by time: the register of a day is one range of one partition.</summary>
internal static class SessionRows
{
    public static void Add(AgreementState state, List<ReadModelRow> rows)
    {
        foreach (var condition in state.Conditions.OfType<ReparationCondition>())
        {
            foreach (var one in condition.Appointments.Where(one => one.TakesTime && (one.Status != AppointmentStatus.Scheduled || (condition.IsOpen && !state.IsTerminal))))
            {
                if (ProjectId.Read((one.HeldAt ?? condition.Placement)?.ProjectId) is { } project)
                {
                    rows.Add(new ReadModelRow(
                        Tables.Search,
                        Partitions.SessionsOf(project.Value),
                        $"{Sortable.Ascending(one.StartsAt)}|{state.Id.Value}|{condition.Id}|{one.Id}",
                        RowOf<SessionRow>.Write(new SessionRow(
                            state.Id.Value, condition.Id, one.Id, state.Referral.Person.Name, one.StartsAt, one.Minutes, one.Status, one.WorkedMinutes, one.Grade))));
                }
            }
        }
    }
}
