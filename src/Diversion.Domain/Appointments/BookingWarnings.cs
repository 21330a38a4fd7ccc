using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Time;

namespace Diversion.Domain.Appointments;

/// <summary>What is asked again before an appointment is booked: it can be meant, but hardly ever is.</summary>
public static class BookingWarnings
{
    /// <summary>A partner is told that the person may not be able to come, but not of their bail.</summary>
    private const string ForPartners = "The person may not be able to come then: ask the key worker";

    /// <returns>As sentences without the final full stop; null when there is nothing to ask.</returns>
    public static string? Of(AgreementState state, WorkingCalendar calendar, Instant startsAt, int minutes, Role by)
    {
        var clash = BailClashes.Why(state, startsAt, minutes);
        var why = new[] { UnusualTime.Why(calendar, startsAt, minutes), clash is null || by != Role.Provider ? clash : ForPartners }.OfType<string>().ToArray();
        return why.Length == 0 ? null : string.Join(". ", why);
    }
}
