using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.Appointments;

/// <summary>A time at which the person is at an appointment.</summary>
public readonly record struct TakenTime(Instant StartsAt, Instant EndsAt)
{
    public bool Overlaps(Instant startsAt, Instant endsAt) => StartsAt < endsAt && startsAt < EndsAt;
}

/// <summary>Nobody can be at two appointments at once, whichever conditions they belong to. One may begin when another ends.</summary>
public static class Overlap
{
    /// <param name="instead">The appointment that is moved or corrected; it does not count as an overlap with itself.</param>
    internal static Refusal? Check(DecisionContext context, Appointment? instead, Instant startsAt, int minutes)
    {
        var endsAt = startsAt + Duration.FromMinutes(minutes);
        foreach (var other in Taken(context.State, instead).Concat(context.OtherAppointments))
        {
            if (other.Overlaps(startsAt, endsAt))
            {
                return Refused(other);
            }
        }

        return null;
    }

    internal static Refusal Refused(TakenTime other) => new Refusal.WrongState(
        RefusalCode.AppointmentOverlaps, $"{Says(other)} on {Words.Day(WorkingCalendar.DateOf(other.StartsAt))}. Choose a time before or after it.");

    /// <summary>A partner is told that the time is taken, but not by what, nor in which agreement.</summary>
    internal static string Says(TakenTime other) => $"The person has another appointment from {Words.Time(other.StartsAt)} to {Words.Time(other.EndsAt)}";

    /// <summary>
    /// The first free start time from the given one on: that time itself, the end of another appointment, or just before
    /// another begins.
    /// </summary>
    internal static Instant? FirstFree(AgreementState state, Appointment? instead, Instant from, Instant until, int minutes)
    {
        var length = Duration.FromMinutes(minutes);
        var taken = Taken(state, instead).ToArray();
        return taken.Select(other => other.EndsAt)
            .Concat(taken.Select(other => other.StartsAt - length))
            .Append(from)
            .Where(at => at >= from && at + length <= until && !taken.Any(other => other.Overlaps(at, at + length)))
            .Order()
            .Select(at => (Instant?)at)
            .FirstOrDefault();
    }

    /// <summary>When the person is taken by this agreement, for another agreement of theirs.</summary>
    public static IEnumerable<TakenTime> Of(AgreementState state) => Taken(state, null);

    /// <summary>By meetings and sessions of conditions, and by appointments with services.</summary>
    private static IEnumerable<TakenTime> Taken(AgreementState state, Appointment? instead) =>
        Taking(state).Where(one => one != instead).Select(one => one.Time).Concat(state.Visits.Where(visit => visit.TakesTime).Select(visit => visit.Time));

    /// <summary>An appointment still scheduled in a closed condition will not take place.</summary>
    private static IEnumerable<Appointment> Taking(AgreementState state) => state.Conditions
        .OfType<AppointmentCondition>()
        .SelectMany(condition => condition.Appointments
            .Where(one => one.TakesTime && (condition.IsOpen || one.Status != AppointmentStatus.Scheduled)));
}
