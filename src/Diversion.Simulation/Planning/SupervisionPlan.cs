using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Time;
using Diversion.Simulation.Behaviours;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>The key worker arranges a meeting for each period, and another one if it did not take place.</summary>
internal static class SupervisionPlan
{
    private const int MeetingMinutes = 45;
    private const int LatestSlot = 14;

    public static void Plan(CaseFile file, SupervisionCondition condition, Instant now, Setting setting)
    {
        foreach (var period in condition.Unsettled)
        {
            var meetings = InPeriod(condition, period);
            if (!meetings.Any(Stands) && file.IsNew($"{condition.Id}/arrange/{period.Number}/{meetings.Length}"))
            {
                // The first meeting is the next working day: it is arranged when the person signs.
                var at = condition.Appointments.IsEmpty ? setting.Hours.FirstAfter(now) : setting.Hours.DaysAfter(now, file.Chance.Between(0, 1), file.Chance);
                file.Plan(at, (state, on) => Arrange(file, state, condition.Id, period.Number, on, setting));
            }
        }
    }

    private static Appointment[] InPeriod(SupervisionCondition condition, SupervisionPeriod period) =>
    [
        .. condition.Appointments.Where(meeting => WorkingCalendar.DateOf(meeting.StartsAt) is var day && period.From <= day && day <= period.To),
    ];

    private static bool Stands(Appointment meeting) => meeting.Status is AppointmentStatus.Scheduled or AppointmentStatus.EvidenceAwaited;

    private static AgreementCommand? Arrange(CaseFile file, AgreementState state, string conditionId, int number, Instant now, Setting setting)
    {
        if (!state.Status.IsRunning()
            || state.ConditionOrNull(conditionId) is not SupervisionCondition { IsOpen: true } condition
            || condition.Unsettled.FirstOrDefault(unsettled => unsettled.Number == number) is not { } period
            || InPeriod(condition, period).Any(Stands))
        {
            return null;
        }

        var worker = file.Team.Worker(state);
        var tomorrow = WorkingCalendar.DateOf(now).PlusDays(1);
        var days = setting.Hours.WorkingDays(LocalDate.Max(tomorrow, period.From), period.To);
        if (days.Count == 0)
        {
            return new SupervisionCommand.ExcusePeriod(conditionId, number)
            {
                // Who proposed a breach that waits excuses nothing meanwhile.
                By = state.Breach?.ProposerId == worker.Id ? file.Team.LeadOtherThan(worker.Id) : worker,
                At = now,
                Reason = "The service could not offer a meeting in this period.",
            };
        }

        var day = condition.Appointments.IsEmpty ? days[0] : file.Chance.Pick(days);
        return FreeSlot(state, days, day, file.Chance.Below(LatestSlot)) is not { } starts ? null : new AppointmentCommand.ScheduleAppointment(
            conditionId, $"m-{condition.Appointments.Length + 1}", starts, MeetingMinutes, "Probation office")
        {
            By = worker,
            At = now,
        };
    }

    /// <summary>The slot of the day, otherwise another one in the period.</summary>
    private static Instant? FreeSlot(AgreementState state, List<LocalDate> days, LocalDate day, int slot) =>
        Enumerable.Range(0, days.Count)
            .Select(later => days[(days.IndexOf(day) + later) % days.Count])
            .SelectMany(on => Enumerable.Range(0, LatestSlot).Select(later => OfficeHours.Slot(on, (slot + later) % LatestSlot)))
            .Where(at => Diary.IsFree(state, at, MeetingMinutes))
            .Select(at => (Instant?)at)
            .FirstOrDefault();
}
