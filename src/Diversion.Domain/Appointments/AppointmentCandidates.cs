using Diversion.Domain.Agreements;

namespace Diversion.Domain.Appointments;

internal static class AppointmentCandidates
{
    /// <summary>The shortest allowed, so that it fits.</summary>
    private const int Minutes = Booking.ShortestMinutes;

    public static IEnumerable<AgreementCommand> Of(AgreementState state, AppointmentCondition condition, Instant now)
    {
        var newId = $"{CandidateCommands.NewId}-{condition.Appointments.Length}";
        var until = Booking.LatestEnd(state.Term!);
        var from = Instant.Min(now, until - Duration.FromMinutes(Minutes));
        if (Overlap.FirstFree(state, null, from, until, Minutes) is { } free)
        {
            yield return new AppointmentCommand.ScheduleAppointment(condition.Id, newId, free, Minutes, ConfirmUnusualTime: true);
        }

        foreach (var appointment in condition.Appointments)
        {
            switch (appointment.Status)
            {
                case AppointmentStatus.Scheduled:
                    if (Overlap.FirstFree(state, appointment, now + Duration.FromMinutes(1), until, Minutes) is { } later)
                    {
                        yield return new AppointmentCommand.RescheduleAppointment(
                            condition.Id, appointment.Id, newId, later, Minutes, ConfirmUnusualTime: true);
                    }

                    // Before it has begun, it can only be cancelled.
                    yield return new AppointmentCommand.RecordAttendance(condition.Id, appointment.Id, Attendance.CancelledByService);
                    break;
                case AppointmentStatus.EvidenceAwaited:
                    yield return new AppointmentCommand.RecordEvidence(condition.Id, appointment.Id, true);
                    break;
                case AppointmentStatus.Attended:
                    yield return new AppointmentCommand.CorrectAttendance(condition.Id, appointment.Id, Attendance.CancelledByService);
                    break;
                default:
                    yield return new AppointmentCommand.CorrectAttendance(condition.Id, appointment.Id, Attendance.Attended);
                    break;
            }
        }
    }
}
