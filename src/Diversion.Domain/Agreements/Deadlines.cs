using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Agreements;

/// <summary>Makes deadlines, for any kind of stream, with the instants at which the overdue ladder tells somebody.</summary>
public sealed class Deadlines(WorkingCalendar calendar, EscalationRules escalation)
{
    /// <param name="after">The day from which working days are counted.</param>
    public Deadline InWorkingDays(string rule, int days, LocalDate after) => AtCloseOf(rule, calendar.AddWorkingDays(after, days));

    public Deadline InWorkingDays(string rule, int days, Instant after) => At(rule, calendar.WorkingDaysAfter(after, days));

    public Deadline AtCloseOf(string rule, LocalDate date) => At(rule, WorkingCalendar.At(date, WorkingCalendar.CloseOfBusiness));

    public Deadline At(string rule, Instant due)
    {
        var steps = escalation.Ladder;

        // Midnight belongs to the day that it ends.
        var day = WorkingCalendar.DateOf(due - Duration.Epsilon);
        var ladder = ImmutableArray.CreateBuilder<Instant>(steps.Length + 1);
        ladder.Add(Instant.Min(due, WorkingCalendar.At(day, WorkingCalendar.StartOfBusiness)));
        foreach (var step in steps)
        {
            ladder.Add(step.WorkingDays == 0
                ? due
                : Instant.Max(due, WorkingCalendar.At(calendar.AddWorkingDays(day, step.WorkingDays), WorkingCalendar.CloseOfBusiness)));
        }

        return new Deadline(rule, due, ladder.MoveToImmutable());
    }
}
