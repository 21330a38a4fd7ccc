using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Time;

namespace Diversion.Domain.Conditions.NoReoffending;

/// <summary>An appointment that the person cannot keep without breaking their bail or their curfew.</summary>
/// <param name="Why">As a sentence without the final full stop.</param>
public sealed record AppointmentClash(string ConditionId, Appointment Appointment, string Why);

/// <summary>Bail and curfews against appointments: asked again when one is booked, and shown when bail comes later.</summary>
public static class BailClashes
{
    /// <summary>How long somebody who answers bail is away, when only the start is known.</summary>
    private const int AnsweringHours = 3;

    /// <summary>Bail that holds: the latest of each arrest, without a result since. Of one day, the notice that came last is the latest.</summary>
    public static IEnumerable<Bail> InForce(AgreementState state)
    {
        foreach (var arrest in CustodyNotices.Of(state).GroupBy(notice => notice.Id))
        {
            CustodyNotice[] course = [.. arrest.OrderBy(notice => notice.OccurredOn)];
            var latest = Array.FindLastIndex(course, notice => notice.Bail is not null);
            if (latest >= 0 && !course.Where((notice, place) => place != latest && Ends(notice, course[latest], place > latest)).Any())
            {
                yield return course[latest].Bail!;
            }
        }
    }

    /// <summary>Somebody charged may be bailed again the same day. No further action ends bail of its day in whichever order they came.</summary>
    private static bool Ends(CustodyNotice notice, CustodyNotice bailed, bool cameAfter) => notice.Kind switch
    {
        CustodyNoticeKind.NoFurtherAction => notice.OccurredOn >= bailed.OccurredOn,
        CustodyNoticeKind.Charge => cameAfter,
        _ => false,
    };

    /// <returns>Why the person cannot come then, as a sentence without the final full stop; null when they can.</returns>
    public static string? Why(AgreementState state, Instant startsAt, int minutes)
    {
        var (from, until) = (Local(startsAt), Local(startsAt + Duration.FromMinutes(minutes)));
        foreach (var bail in InForce(state))
        {
            if (bail.AnswerOn is { } day && Meets(day, bail.AnswerAt, from, until))
            {
                return $"The person has to answer bail on {Words.Date(day)}{(bail.AnswerAt is { } at ? $" at {Words.Time(at)}" : "")}";
            }

            if (bail.Curfew is { } curfew && (bail.AnswerOn is null || from.Date <= bail.AnswerOn) && Meets(curfew, from, until))
            {
                return $"The person’s bail has a curfew from {Words.Time(curfew.From)} to {Words.Time(curfew.Until)}";
            }
        }

        return state.Conditions.OfType<TagMonitoringCondition>().Where(tag => tag.IsOpen).Select(tag => tag.Curfew).OfType<Curfew>().FirstOrDefault(curfew => Meets(curfew, from, until)) is { } tagged
            ? $"The person’s tag has a curfew from {Words.Time(tagged.From)} to {Words.Time(tagged.Until)}"
            : null;
    }

    /// <summary>Appointments still to come that clash.</summary>
    public static IEnumerable<AppointmentClash> Of(AgreementState state, Instant now)
    {
        foreach (var condition in state.Conditions.OfType<AppointmentCondition>().Where(condition => condition.IsOpen))
        {
            foreach (var appointment in condition.Appointments.Where(one => one.Status == AppointmentStatus.Scheduled && one.StartsAt > now))
            {
                if (Why(state, appointment.StartsAt, appointment.Minutes) is { } why)
                {
                    yield return new AppointmentClash(condition.Id, appointment, why);
                }
            }
        }
    }

    /// <summary>Without a time, any appointment on the day is asked about.</summary>
    private static bool Meets(LocalDate day, LocalTime? at, LocalDateTime from, LocalDateTime until) => at is { } time
        ? from < day.At(time).PlusHours(AnsweringHours) && day.At(time) < until
        : from.Date == day;

    /// <summary>The evening's curfew of the day before may run into the morning.</summary>
    private static bool Meets(Curfew curfew, LocalDateTime from, LocalDateTime until)
    {
        for (var day = from.Date.PlusDays(-1); day <= until.Date; day = day.PlusDays(1))
        {
            var starts = day.At(curfew.From);
            var ends = (curfew.Until > curfew.From ? day : day.PlusDays(1)).At(curfew.Until);
            if (from < ends && starts < until)
            {
                return true;
            }
        }

        return false;
    }

    private static LocalDateTime Local(Instant instant) => instant.InZone(WorkingCalendar.Zone).LocalDateTime;
}
