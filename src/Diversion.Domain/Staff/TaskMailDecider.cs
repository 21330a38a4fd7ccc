using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.Staff;

/// <summary>Who gets a daily list of their tasks, and when the next lists go out.</summary>
internal static class TaskMailDecider
{
    /// <summary>Local time, before the working day begins.</summary>
    private static readonly LocalTime Morning = new(7, 30);

    public static Refusal? Choose(StaffDecision decision, StaffCommand.ChooseTaskMail command)
    {
        if (PeopleDecider.Find(decision, command.Person, out var person) is { } refused)
        {
            return refused;
        }

        if (command.By.Id != person.Id)
        {
            return new Refusal.NotPermitted(RefusalCode.RoleNotPermitted, "Everybody chooses for themselves how they hear of their tasks.");
        }

        if (!Enum.IsDefined(command.Choice))
        {
            return PeopleDecider.Invalid(RefusalCode.ValueOutOfRange, "choice", "Choose at once, daily or none.");
        }

        if (person.TaskMail == command.Choice)
        {
            return null;
        }

        decision.Raise(new StaffEvent.TaskMailChosen(person.Id, command.Choice));
        return (decision.State.NextListsAt, WantsLists(decision.State)) switch
        {
            (null, true) => decision.Raise(new StaffEvent.ListsArranged(NextAfter(command.At, decision.Facts.Calendar))),
            (not null, false) => decision.Raise(new StaffEvent.ListsArranged(null)),
            _ => null,
        };
    }

    /// <summary>The lists of today, and when the next ones go out. Mornings that passed while nothing ran are not made up for.</summary>
    public static StaffEvent.ListsDue Due(StaffDecision decision, Instant now) =>
        new(WantsLists(decision.State) ? NextAfter(now, decision.Facts.Calendar) : null);

    private static bool WantsLists(StaffState state) => state.People.Any(person => person is { HasLeft: false, TaskMail: TaskMail.Daily });

    private static Instant NextAfter(Instant now, WorkingCalendar calendar)
    {
        var today = WorkingCalendar.DateOf(now);
        return calendar.IsWorkingDay(today) && WorkingCalendar.At(today, Morning) is var morning && morning > now
            ? morning
            : WorkingCalendar.At(calendar.AddWorkingDays(today, 1), Morning);
    }
}
