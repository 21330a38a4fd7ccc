using System.Buffers.Text;
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
    private const int MinutesADay = 24 * 60;

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

    /// <param name="tails">What comes behind the time; see <see cref="Tail"/>.</param>
    /// <exception cref="FormatException">It was not written by this program.</exception>
    public static Meeting Read(ReadOnlySpan<byte> stored, Remembered<Meeting> tails)
    {
        if (!Utf8Parser.TryParse(stored, out int minutes, out var digits) || minutes < 0 || digits >= stored.Length || stored[digits] != WordText.Between)
        {
            throw new FormatException("A stored meeting has no time. Run `rebuild`: it makes the rows again from the events.");
        }

        return tails.Of(stored[(digits + 1)..]) with { At = Start.Date.PlusDays(minutes / MinutesADay).At(LocalTime.FromMinutesSinceMidnight(minutes % MinutesADay)) };
    }

    /// <summary>A meeting without its time: the same outcome with the same worker comes again and again.</summary>
    /// <param name="stored"><c>Ar|kw-1</c>.</param>
    /// <param name="pseudonymOf">Of who held it.</param>
    public static Meeting Tail(string stored, Func<string, string> pseudonymOf)
    {
        var end = stored.IndexOf(WordText.Between, StringComparison.Ordinal);
        var flags = stored.AsSpan(0, end);
        return new(Start, pseudonymOf(stored[(end + 1)..]), (MeetingOutcome)Letters.IndexOf(flags[0], StringComparison.Ordinal), flags.Contains('r'), flags.Contains('s'));
    }
}
