using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Time;
using Diversion.Simulation.Behaviours;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>A placement, then one session after the other until the hours are done.</summary>
internal static class ReparationPlan
{
    private const int LongestSession = 360;

    /// <summary>The demo has them in its list of projects.</summary>
    public static readonly (string Id, string Name, bool CommunitySafety)[] Projects =
    [
        ("canal-path", "Canal path clearance", false),
        ("food-bank", "Food bank sorting", false),
        ("street-lights", "Alley lights and fences", true),
        ("park-benches", "Park benches", false),
    ];

    public static void Place(CaseFile file, Obligation open, Instant now, Setting setting) =>
        file.Plan(Pace.Of(file, setting, open, now), (state, on) =>
        {
            if (!state.HasObligation(open.Id) || !state.Status.IsRunning())
            {
                return null;
            }

            var project = file.Chance.Pick(Projects);
            var starts = setting.Hours.Calendar.AddWorkingDays(WorkingCalendar.DateOf(on), file.Chance.Between(1, 5));
            return new ReparationCommand.ArrangePlacement(
                open.Track, project.Id, project.Name, project.CommunitySafety, LocalDate.Min(starts, state.Term!.LastDay))
            {
                By = file.Team.Worker(state),
                At = on,
            };
        });

    public static void Plan(CaseFile file, ReparationCondition condition, Instant now, Setting setting)
    {
        if (condition.Placement is not null && ToPlan(condition) > 0 && file.IsNew($"{condition.Id}/session/{condition.Appointments.Length}"))
        {
            file.Plan(setting.Hours.DaysAfter(now, file.Chance.Between(0, 1), file.Chance), (state, on) => Schedule(file, state, condition.Id, on, setting));
        }
    }

    /// <summary>Minutes for which there is no session yet; 0 while a session is still to come.</summary>
    private static int ToPlan(ReparationCondition condition) =>
        condition.Appointments.Any(session => session.Status is AppointmentStatus.Scheduled or AppointmentStatus.EvidenceAwaited)
            ? 0
            : condition.TargetMinutes - condition.CreditedMinutes;

    private static AppointmentCommand.ScheduleAppointment? Schedule(
        CaseFile file, AgreementState state, string conditionId, Instant now, Setting setting)
    {
        if (!state.Status.IsRunning()
            || state.ConditionOrNull(conditionId) is not ReparationCondition { IsOpen: true, Placement: { } placement } condition
            || ToPlan(condition) is not (> 0 and var left))
        {
            return null;
        }

        var from = LocalDate.Max(WorkingCalendar.DateOf(now), placement.StartsOn.PlusDays(-1));
        var minutes = Math.Clamp(left, 60, LongestSession);
        var starts = Diary.FirstFree(
            state, OfficeHours.Slot(setting.Hours.Calendar.AddWorkingDays(from, file.Chance.Between(1, 6)), 0), minutes, setting.Hours);

        // Too late in the term for another session: the missing hours are settled at its end.
        return starts + Duration.FromMinutes(minutes) > state.Term!.EndsAt
            ? null
            : new AppointmentCommand.ScheduleAppointment(
                conditionId, $"s-{condition.Appointments.Length + 1}", starts, minutes, placement.Project)
            {
                By = file.Team.ProviderOr(condition.Provider, state),
                At = now,
            };
    }
}
