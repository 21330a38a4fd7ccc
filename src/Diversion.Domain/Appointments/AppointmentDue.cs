using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;

namespace Diversion.Domain.Appointments;

internal static class AppointmentDue
{
    public static void Collect(AppointmentCondition condition, List<DueMoment> due)
    {
        foreach (var appointment in condition.Appointments)
        {
            if (appointment is { Status: AppointmentStatus.EvidenceAwaited, EvidenceUntil: { } until })
            {
                due.Add(new DueMoment(until, condition.Id, DueKind.EvidenceAwaitedExpires, appointment.Id, RuleIds.EvidenceAwaited));
            }
            else if (appointment.Status == AppointmentStatus.Scheduled && !appointment.Reminders.IsDefault)
            {
                for (var i = appointment.RemindersSent; i < appointment.Reminders.Length; i++)
                {
                    due.Add(new DueMoment(appointment.Reminders[i], condition.Id, DueKind.ParticipantReminded, appointment.Id, RuleIds.ParticipantReminder));
                }
            }
        }
    }

    public static void Fire(DecisionContext context, DueMoment moment)
    {
        var appointment = context.State.Condition<AppointmentCondition>(moment.Track).AppointmentOrNull(moment.Subject)!;
        if (moment.Kind == DueKind.ParticipantReminded)
        {
            // After an outage a reminder for yesterday's meeting would only confuse: it is recorded, not sent.
            var person = context.State.Referral;
            var inTime = context.Now < appointment.StartsAt;
            var emailed = inTime && person.CanBeEmailed();
            var texted = person.CanBeTexted() && context.Scheme.QuietHours.Opens(context.Now) < appointment.StartsAt;
            context.Raise(new AppointmentEvent.ParticipantReminded(moment.Track, appointment.Id, appointment.StartsAt, emailed || texted) { ByText = texted });
            return;
        }

        context.Raise(new AppointmentEvent.EvidenceNotProvided(moment.Track, appointment.Id));
        context.Raise(new BreachEvent.FailureRecorded(
            AppointmentDecider.FailureId(moment.Track, appointment.Id), moment.Track, FailureKind.EvidenceNotProvided, context.Now, appointment.StartsAt, appointment.Id));
    }
}
