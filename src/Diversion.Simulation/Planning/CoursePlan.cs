using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Course;
using Diversion.Domain.Time;
using Diversion.Simulation.Behaviours;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>A place on the course, then one session after the other until it is done.</summary>
internal static class CoursePlan
{
    private const int Minutes = 120;

    public static void Book(CaseFile file, Obligation open, Instant now, Setting setting)
    {
        var ahead = file.Aside.Between(2, 10);
        file.Plan(Pace.Of(file, setting, open, now), (state, on) => state.HasObligation(open.Id) && state.Status.IsRunning()
            ? new CourseCommand.BookCourse(open.Track, LocalDate.Min(setting.Hours.Calendar.AddWorkingDays(WorkingCalendar.DateOf(on), ahead), state.Term!.LastDay))
            {
                By = file.Team.Worker(state),
                At = on,
            }
            : null);
    }

    public static void Plan(CaseFile file, CourseCondition condition, Instant now, Setting setting)
    {
        if (condition.StartsOn is not null && MayBook(condition) && file.IsNew($"{condition.Id}/session/{condition.Appointments.Length}"))
        {
            file.Plan(setting.Hours.DaysAfter(now, file.Aside.Between(0, 1), file.Aside), (state, on) => Schedule(file, state, condition.Id, on, setting));
        }
    }

    /// <summary>Not while a session is still to come.</summary>
    private static bool MayBook(CourseCondition condition) =>
        !condition.Appointments.Any(session => session.Status is AppointmentStatus.Scheduled or AppointmentStatus.EvidenceAwaited);

    private static AppointmentCommand.ScheduleAppointment? Schedule(CaseFile file, AgreementState state, string id, Instant now, Setting setting)
    {
        if (!state.Status.IsRunning() || state.ConditionOrNull(id) is not CourseCondition { IsOpen: true, StartsOn: { } starts } condition || !MayBook(condition))
        {
            return null;
        }

        var from = LocalDate.Max(WorkingCalendar.DateOf(now), starts.PlusDays(-1));
        var at = Diary.FirstFree(state, OfficeHours.Slot(setting.Hours.Calendar.AddWorkingDays(from, file.Aside.Between(1, 5)), 0), Minutes, setting.Hours);
        return at + Duration.FromMinutes(Minutes) > state.Term!.EndsAt
            ? null
            : new AppointmentCommand.ScheduleAppointment(id, $"c-{condition.Appointments.Length + 1}", at, Minutes, "Training room")
            {
                By = file.Team.ProviderOr(condition.Provider, state),
                At = now,
            };
    }
}
