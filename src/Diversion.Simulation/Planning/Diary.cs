using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Time;
using Diversion.Simulation.Behaviours;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>The person's existing appointments: nobody is booked for two at once.</summary>
internal static class Diary
{
    private const int LongestByTheSlot = 180;

    /// <summary>The slot, or the next free one; for a long session the start of the next free day.</summary>
    /// <param name="moved">One that is moved: its own time is free.</param>
    public static Instant FirstFree(AgreementState state, Instant slot, int minutes, OfficeHours hours, string? moved = null)
    {
        while (!IsFree(state, slot, minutes, moved))
        {
            slot = minutes <= LongestByTheSlot
                ? hours.FirstAfter(slot)
                : OfficeHours.Slot(hours.Calendar.AddWorkingDays(WorkingCalendar.DateOf(slot), 1), 0);
        }

        return slot;
    }

    public static bool IsFree(AgreementState state, Instant at, int minutes, string? moved = null) => !state.Conditions
        .OfType<AppointmentCondition>()
        .SelectMany(condition => condition.Appointments)
        .Any(other => other.Id != moved && other.TakesTime && other.Time.Overlaps(at, at + Duration.FromMinutes(minutes)));
}
