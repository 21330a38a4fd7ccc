using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.Appointments;

/// <summary>Nobody can be at two appointments at once, whichever conditions they belong to. One may begin when another ends.</summary>
internal static class Overlap
{
    /// <param name="instead">The appointment that is moved or corrected; it does not count as an overlap with itself.</param>
    public static Refusal? Check(DecisionContext context, Appointment? instead, Instant startsAt, int minutes)
    {
        foreach (var other in Taking(context.State))
        {
            if (other != instead && other.Overlaps(startsAt, startsAt + Duration.FromMinutes(minutes)))
            {
                // A partner is told that the time is taken, but not by what.
                return new Refusal.WrongState(
                    RefusalCode.AppointmentOverlaps,
                    $"The person has another appointment from {Words.Time(other.StartsAt)} to {Words.Time(other.EndsAt)} on {Words.Day(WorkingCalendar.DateOf(other.StartsAt))}. Choose a time before or after it.");
            }
        }

        return null;
    }

    /// <summary>
    /// The first free start time from the given one on: that time itself, the end of another appointment, or just before
    /// another begins.
    /// </summary>
    public static Instant? FirstFree(AgreementState state, Appointment? instead, Instant from, Instant until, int minutes)
    {
        var length = Duration.FromMinutes(minutes);
        var taken = Taking(state).Where(other => other != instead).ToArray();
        return taken.Select(other => other.EndsAt)
            .Concat(taken.Select(other => other.StartsAt - length))
            .Append(from)
            .Where(at => at >= from && at + length <= until && !taken.Any(other => other.Overlaps(at, at + length)))
            .Order()
            .Select(at => (Instant?)at)
            .FirstOrDefault();
    }

    /// <summary>An appointment still scheduled in a closed condition will not take place.</summary>
    private static IEnumerable<Appointment> Taking(AgreementState state) => state.Conditions
        .OfType<AppointmentCondition>()
        .SelectMany(condition => condition.Appointments
            .Where(one => one.TakesTime && (condition.IsOpen || one.Status != AppointmentStatus.Scheduled)));
}
