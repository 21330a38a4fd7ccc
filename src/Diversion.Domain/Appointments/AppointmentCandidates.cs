using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;
using Diversion.Domain.Time;

namespace Diversion.Domain.Appointments;

internal static class AppointmentCandidates
{
    /// <summary>The shortest allowed, so that it fits.</summary>
    private const int Minutes = Booking.ShortestMinutes;

    private static readonly Attendance[] Finally = [Attendance.Attended, Attendance.MissedAcceptable, Attendance.CancelledByService];

    public static IEnumerable<AgreementCommand> Of(AgreementState state, AppointmentCondition condition, Instant now)
    {
        var newId = $"{CandidateCommands.NewId}-{condition.Appointments.Length}";
        var until = Booking.LatestEnd(state.Term!);
        var from = Instant.Min(now, until - Duration.FromMinutes(Minutes));

        // One that has been held may be recorded afterwards, also when nothing is free any more.
        var began = WorkingCalendar.At(state.Term!.SignedOn, LocalTime.Midnight);
        if ((Overlap.FirstFree(state, null, from, until, Minutes) ?? Overlap.FirstFree(state, null, began, until, Minutes)) is { } free)
        {
            yield return new AppointmentCommand.ScheduleAppointment(condition.Id, newId, free, Minutes, ConfirmUnusualTime: true);
        }

        // A series goes to the last day of the term, and is of no use after it.
        var soon = now + Duration.FromSeconds(1);
        if (Overlap.FirstFree(state, null, soon, state.Term.EndsAt, Minutes) is { } ahead)
        {
            yield return new AppointmentCommand.ScheduleSeries(condition.Id, [new SeriesAppointment(newId, ahead)], Minutes, ConfirmUnusualTime: true);
        }

        foreach (var appointment in condition.Appointments)
        {
            switch (appointment.Status)
            {
                case AppointmentStatus.Scheduled:
                    if (Overlap.FirstFree(state, appointment, soon, until, Minutes) is { } later)
                    {
                        yield return new AppointmentCommand.RescheduleAppointment(
                            condition.Id, appointment.Id, newId, later, Minutes, ConfirmUnusualTime: true);
                    }

                    // Before it has begun, it can only be cancelled; whoever may not excuse a failure can still record one.
                    yield return new AppointmentCommand.RecordAttendance(condition.Id, appointment.Id, Attendance.CancelledByService);
                    yield return new AppointmentCommand.RecordAttendance(
                        condition.Id, appointment.Id, Attendance.MissedUnacceptable, NoticeAccepted: appointment.Notice is null ? null : false);
                    yield return new AppointmentCommand.RecordAbsenceNotice(condition.Id, appointment.Id, AnsweredHow.Telephone, now, "An example.");
                    break;
                case AppointmentStatus.EvidenceAwaited:
                    yield return new AppointmentCommand.RecordEvidence(condition.Id, appointment.Id, true);
                    yield return new AppointmentCommand.RecordEvidence(condition.Id, appointment.Id, false);
                    break;
                case AppointmentStatus.Superseded:
                    break;
                default:
                    // Before the planned end nobody has attended it, and beside another appointment it can only have been cancelled.
                    foreach (var outcome in Finally.Where(outcome => AppointmentEvolution.StatusOf(outcome) != appointment.Status))
                    {
                        yield return new AppointmentCommand.CorrectAttendance(condition.Id, appointment.Id, outcome);
                    }

                    break;
            }
        }
    }
}
