using Diversion.Casework.Conditions;
using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Reparation;
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

    /// <summary>To the key worker, when the person or a provider recorded it. Why they cannot come stays on the case.</summary>
    public static void CannotCome(MessageBuilder builder, AppointmentEvent.AbsenceNoticeGiven e) => builder.ToStaff(
        builder.Recipients.KeyWorker,
        "absence-notice",
        ("what", builder.State.ConditionOrNull(e.ConditionId) is { } condition ? ConditionDescriptors.Of(condition.Kind).Appointment : "session"),
        ("day", Wording.Day(e.StartsAt)),
        ("time", Wording.Time(e.StartsAt)));

    /// <summary>By text, when it was booked or moved; of several that were booked together, with the first. Nobody has to hear of one that was recorded afterwards.</summary>
    public static void Scheduled(MessageBuilder builder, AppointmentEvent.AppointmentScheduled e)
    {
        if (e.StartsAt <= builder.At || e.Series is { Number: > 1 })
        {
            return;
        }

        var appointment = new AppointmentNews(e.ConditionId, e.AppointmentId, e.StartsAt);
        if (e.Supersedes is { } old && Find(builder.State, e.ConditionId, old) is { } before)
        {
            builder.TextParticipant("appointment-moved", appointment, movedFrom: before.StartsAt);
        }
        else if (e.Series is { Of: var count })
        {
            builder.TextParticipant("appointments-booked", appointment, count: count);
        }
        else
        {
            builder.TextParticipant("appointment-booked", appointment);
        }
    }

    /// <summary>By text: that nobody has to come, that proof of an absence is awaited, and how many hours are still to be worked.</summary>
    public static void Recorded(MessageBuilder builder, AppointmentEvent.AttendanceRecorded e)
    {
        if (Find(builder.State, e.ConditionId, e.AppointmentId) is not { } appointment)
        {
            return;
        }

        switch (e.Attendance)
        {
            case Attendance.CancelledByService when appointment.StartsAt > builder.At:
                builder.TextParticipant("appointment-cancelled", new AppointmentNews(e.ConditionId, e.AppointmentId, appointment.StartsAt), standing: false);
                break;
            case Attendance.EvidenceAwaited when e.EvidenceUntil is { } until:
                builder.TextParticipant("proof-needed", language => [("day", TextDates.Day(appointment.StartsAt, language)), ("until", TextDates.By(until, language))], until);
                break;
            case Attendance.Attended or Attendance.Late when builder.State.ConditionOrNull(e.ConditionId) is ReparationCondition { IsOpen: true } work && work.CreditedMinutes < work.TargetMinutes
                && builder.State.Obligations.FirstOrDefault(open => open.Track == work.Id && open.Deadline.Rule == RuleIds.ReparationAll) is { } all && all.Deadline.Due > builder.At:
                builder.TextParticipant("hours-left", language => [("left", TextDates.Length(work.TargetMinutes - work.CreditedMinutes, language)), ("until", TextDates.By(all.Deadline.Due, language))], all.Deadline.Due);
                break;
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
