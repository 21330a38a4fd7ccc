using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.Appointments;

/// <summary>Nobody can be at two appointments at once, of whatever conditions they are. One may begin when another ends.</summary>
internal static class Overlap
{
    /// <param name="instead">The one that is moved, or whose outcome is corrected: it does not stand in its own way.</param>
    public static Refusal? Check(Unfolding unfolding, Appointment? instead, Instant startsAt, int minutes)
    {
        foreach (var other in Taking(unfolding.State))
        {
            if (other != instead && other.Overlaps(startsAt, startsAt + Duration.FromMinutes(minutes)))
            {
                // A partner hears that the time is taken, and not what by.
                return new Refusal.WrongState(
                    RefusalCode.AppointmentOverlaps,
                    $"The person has another appointment from {Words.Time(other.StartsAt)} to {Words.Time(other.EndsAt)} on {Words.Day(WorkingCalendar.DateOf(other.StartsAt))}. Choose a time before or after it.");
            }
        }

        return null;
    }

    /// <summary>Times, not before the given one, at which nothing else is: at once, or when another ends; and just before another begins.</summary>
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

    /// <summary>What is still scheduled in a condition that has closed will not be held.</summary>
    private static IEnumerable<Appointment> Taking(AgreementState state) => state.Conditions
        .OfType<AppointmentCondition>()
        .SelectMany(condition => condition.Appointments
            .Where(one => one.TakesTime && (condition.IsOpen || one.Status != AppointmentStatus.Scheduled)));
}
