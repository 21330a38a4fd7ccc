using Diversion.Domain.Agreements;

namespace Diversion.Domain.Appointments;

internal static class AppointmentSpecimens
{
    private const int Minutes = 60;

    public static IEnumerable<AgreementCommand> Of(AgreementState state, AppointmentCondition condition, Instant now)
    {
        var at = Instant.Min(now, AppointmentDecider.LatestStart(state.Term!));
        var newId = $"{Specimens.NewId}-{condition.Appointments.Length}";
        yield return new AppointmentCommand.ScheduleAppointment(condition.Id, newId, at, Minutes);
        foreach (var appointment in condition.Appointments)
        {
            switch (appointment.Status)
            {
                case AppointmentStatus.Scheduled:
                    yield return new AppointmentCommand.RescheduleAppointment(condition.Id, appointment.Id, newId, at, Minutes);

                    // Before it has begun it can only be cancelled.
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
