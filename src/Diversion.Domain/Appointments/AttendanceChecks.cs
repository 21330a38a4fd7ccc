using Diversion.Domain.Agreements;

namespace Diversion.Domain.Appointments;

/// <summary>Whether an outcome is plausible for an appointment: its minutes, and the time of recording.</summary>
internal static class AttendanceChecks
{
    public static bool Came(Attendance attendance) => attendance is Attendance.Attended or Attendance.Late;

    public static Refusal? Minutes(
        DecisionContext context, Appointment appointment, Attendance attendance, int? late, int? attended, int? penalty, SessionGrade? grade = null)
    {
        foreach (var minutes in (ReadOnlySpan<int?>)[late, attended, penalty])
        {
            if (minutes is < 0 or > Booking.LongestMinutes)
            {
                return new Refusal.Invalid(RefusalCode.ValueOutOfRange, $"Minutes are from 0 to {Booking.LongestMinutes}. Check them.");
            }
        }

        if (!Came(attendance))
        {
            return late > 0 || attended > 0 || penalty > 0 || grade is not null
                ? new Refusal.Invalid(
                    RefusalCode.MinutesWithAbsence,
                    "Nobody was there, so there is no time and no work to record. Leave them out, or record that the person attended.")
                : null;
        }

        if (attended == 0)
        {
            return new Refusal.Invalid(
                RefusalCode.MinutesWithAbsence, "Whoever attended was there for at least a minute. Enter the time, or record that the person missed it.");
        }

        var tolerance = context.Scheme.Recording.CreditToleranceMinutes;
        if (attended > appointment.Minutes + tolerance)
        {
            return new Refusal.RuleForbids(
                RefusalCode.MinutesBeyondSession,
                $"It was planned for {Words.Length(appointment.Minutes)}, so at most {Words.Length(appointment.Minutes + tolerance)} can be recorded. Record more time than that as a separate appointment.");
        }

        if (late > appointment.Minutes)
        {
            return new Refusal.Invalid(
                RefusalCode.ValueOutOfRange,
                $"It was planned for {Words.Length(appointment.Minutes)}: a person who came later than that missed it. Check the minutes, or record it as missed.");
        }

        return penalty > (attended ?? appointment.Minutes)
            ? new Refusal.RuleForbids(
                RefusalCode.PenaltyBeyondAttended,
                $"At most {Words.Length(attended ?? appointment.Minutes)} can be taken off: that is all that was attended. Enter less.")
            : null;
    }

    /// <summary>Before the planned end nobody knows whether the person stays; before the start it can only be cancelled.</summary>
    public static Refusal? Time(DecisionContext context, Appointment appointment, Attendance attendance)
    {
        if (attendance == Attendance.CancelledByService)
        {
            return null;
        }

        if (context.Now < appointment.StartsAt)
        {
            return NotYet($"It has not begun: it starts at {Words.Moment(appointment.StartsAt)}. Record the outcome afterwards, or move or cancel it.");
        }

        return Came(attendance) && context.Now < appointment.EndsAt
            ? NotYet($"It ends at {Words.Moment(appointment.EndsAt)}. Record that the person attended from then on.")
            : null;
    }

    private static Refusal.WrongState NotYet(string message) => new(RefusalCode.AppointmentNotYet, message);
}
