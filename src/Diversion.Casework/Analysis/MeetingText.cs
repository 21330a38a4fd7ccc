using System.Globalization;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Time;
using Diversion.Evaluation.Rows;
using NodaTime;

namespace Diversion.Casework.Analysis;

/// <summary>
/// A meeting or session with an outcome, as it is stored: minutes of local time since 2000, the first letter of the outcome,
/// <c>r</c> when a reminder reached the person, <c>s</c> for a session, and who held it: <c>13769160|Ar|kw-1</c>.
/// </summary>
internal static class MeetingText
{
    private const string Letters = "ALGMC";

    private static readonly LocalDateTime Start = new(2000, 1, 1, 0, 0);

    /// <returns>Null while the outcome is not known, or when it was moved.</returns>
    public static string? Write(AppointmentCondition condition, Appointment appointment)
    {
        MeetingOutcome? outcome = appointment.Status switch
        {
            AppointmentStatus.Attended => MeetingOutcome.Attended,
            AppointmentStatus.Late => MeetingOutcome.Late,
            AppointmentStatus.MissedAcceptable => MeetingOutcome.MissedWithGoodReason,
            AppointmentStatus.MissedUnacceptable => MeetingOutcome.Missed,
            AppointmentStatus.CancelledByService => MeetingOutcome.CancelledByService,
            _ => null,
        };
        if (outcome is not { } known)
        {
            return null;
        }

        var at = Period.Between(Start, appointment.StartsAt.InZone(WorkingCalendar.Zone).LocalDateTime, PeriodUnits.Minutes).Minutes;
        var session = condition is not SupervisionCondition;
        var held = (session ? condition.PartnerProvider : null) ?? appointment.HeldBy ?? "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{at}|{Letters[(int)known]}{(appointment.Reminded ? "r" : "")}{(session ? "s" : "")}|{WordText.Escape(held)}");
    }

    /// <param name="pseudonymOf">Of who held it.</param>
    public static Meeting Read(string stored, Func<string, string> pseudonymOf)
    {
        var first = stored.IndexOf(WordText.Between, StringComparison.Ordinal);
        var second = stored.IndexOf(WordText.Between, first + 1);
        var flags = stored.AsSpan(first + 1, second - first - 1);
        return new(
            Start.PlusMinutes(long.Parse(stored.AsSpan(0, first), NumberStyles.None, CultureInfo.InvariantCulture)),
            pseudonymOf(stored[(second + 1)..]),
            (MeetingOutcome)Letters.IndexOf(flags[0], StringComparison.Ordinal),
            flags.Contains('r'),
            flags.Contains('s'));
    }
}
