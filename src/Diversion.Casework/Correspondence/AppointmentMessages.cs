using Diversion.Casework.Conditions;
using Diversion.Casework.Formatting;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Telling;

namespace Diversion.Casework.Correspondence;

/// <summary>To the person, about their meetings and sessions.</summary>
internal static class AppointmentMessages
{
    public static void Reminded(MessageBuilder builder, AppointmentEvent.ParticipantReminded e)
    {
        // Only supervision is a meeting with the key worker; naming the kind of session would reveal what the support is for.
        var condition = builder.State.ConditionOrNull(e.ConditionId);
        var minutes = (condition as AppointmentCondition)?.AppointmentOrNull(e.AppointmentId)?.Minutes ?? 0;
        builder.ToParticipant(
            "participant-reminder",
            ("what", condition is null ? "session" : ConditionDescriptors.Of(condition.Kind).Appointment),
            ("day", Wording.Day(e.StartsAt)),
            ("time", Wording.Time(e.StartsAt)),
            ("length", Length(minutes)));
        if (e.ByText)
        {
            builder.TextParticipant("appointment-reminder", new AppointmentNews(e.ConditionId, e.AppointmentId, e.StartsAt));
        }
    }

    /// <summary>By text, when it was booked or moved. Nobody has to hear of one that was recorded afterwards.</summary>
    public static void Scheduled(MessageBuilder builder, AppointmentEvent.AppointmentScheduled e)
    {
        if (e.StartsAt <= builder.At)
        {
            return;
        }

        var appointment = new AppointmentNews(e.ConditionId, e.AppointmentId, e.StartsAt);
        if (e.Supersedes is { } old && Find(builder.State, e.ConditionId, old) is { } before)
        {
            builder.TextParticipant("appointment-moved", appointment, movedFrom: before.StartsAt);
        }
        else
        {
            builder.TextParticipant("appointment-booked", appointment);
        }
    }

    /// <summary>By text, so that nobody comes in vain.</summary>
    public static void Cancelled(MessageBuilder builder, AppointmentEvent.AttendanceRecorded e)
    {
        if (Find(builder.State, e.ConditionId, e.AppointmentId) is { } cancelled && cancelled.StartsAt > builder.At)
        {
            builder.TextParticipant("appointment-cancelled", new AppointmentNews(e.ConditionId, e.AppointmentId, cancelled.StartsAt), standing: false);
        }
    }

    private static Appointment? Find(AgreementState state, string condition, string appointment) =>
        (state.ConditionOrNull(condition) as AppointmentCondition)?.AppointmentOrNull(appointment);

    private static string Length(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var rest) => $"{rest} minutes",
        (1, 0) => "1 hour",
        (var hours, 0) => $"{hours} hours",
        (1, var rest) => $"1 hour and {rest} minutes",
        var (hours, rest) => $"{hours} hours and {rest} minutes",
    };
}
