using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Time;
using Diversion.Simulation.Behaviours;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>The outcomes of meetings and sessions, and who records them when.</summary>
internal static class AttendancePlan
{
    private static readonly string[] Notes =
        ["Talked about work and money.", "Good mood, on time with the plan.", "Went through the week.", "Looked at what sets things off.", "Agreed two steps for the next time."];

    /// <summary>Awaited evidence, and absences that are corrected.</summary>
    public static void Plan(CaseFile file, AppointmentCondition condition, Instant now, Setting setting)
    {
        foreach (var appointment in condition.Appointments)
        {
            if (appointment is { Status: AppointmentStatus.EvidenceAwaited, EvidenceUntil: { } until })
            {
                if (file.IsNew($"{condition.Id}/evidence/{appointment.Id}") && file.Chance.Happens(setting.Behaviour["attendance.evidenceComes"]))
                {
                    var acceptable = file.Chance.Happens(setting.Behaviour["attendance.evidenceAcceptable"]);
                    file.Plan(setting.Hours.Within(now, until, file.Chance), (state, on) => Evidence(file, state, condition.Id, appointment.Id, acceptable, on));
                }
            }
            else if (appointment.Status == AppointmentStatus.MissedUnacceptable
                && file.IsNew($"{condition.Id}/correct/{appointment.Id}")
                && file.Chance.Happens(setting.Behaviour["attendance.corrected"]))
            {
                file.Plan(setting.Hours.DaysAfter(now, 2, file.Chance), (state, on) => Correct(file, state, condition.Id, appointment.Id, on));
            }
        }
    }

    /// <summary>A booked appointment: it is moved beforehand, or takes place and is recorded.</summary>
    public static void Record(CaseFile file, AgreementState state, Obligation open, Instant now, Setting setting)
    {
        if (state.ConditionOrNull(open.Track) is not AppointmentCondition condition
            || condition.AppointmentOrNull(open.Id[(open.Id.LastIndexOf('/') + 1)..]) is not { } appointment)
        {
            return;
        }

        var id = (Condition: condition.Id, Appointment: appointment.Id);
        if (appointment.StartsAt - now > Duration.FromDays(1)
            && !file.Participant.Traits.Prompt
            && file.Chance.Happens(setting.Behaviour["attendance.rescheduled"]))
        {
            file.Plan(setting.Hours.Within(now, appointment.StartsAt, file.Chance), (then, on) => Move(file, then, id.Condition, id.Appointment, on, setting));
        }

        file.Plan(Pace.Of(file, setting, open, Instant.Max(appointment.EndsAt, now)), (then, on) => Attend(file, then, id.Condition, id.Appointment, on, setting));
    }

    private static Appointment? Find(AgreementState state, string conditionId, string id, AppointmentStatus status) =>
        state.Status.IsRunning()
        && state.ConditionOrNull(conditionId) is AppointmentCondition { IsOpen: true } condition
        && condition.AppointmentOrNull(id) is { } appointment
        && appointment.Status == status
            ? appointment
            : null;

    private static Actor Recorder(CaseFile file, AgreementState state, string conditionId) => state.ConditionOrNull(conditionId) switch
    {
        ReparationCondition { Provider: { } provider } => file.Team.ProviderOr(provider, state),
        PathwayCondition own => file.Team.ProviderOr(own.Provider, state),
        _ => file.Team.Worker(state),
    };

    private static AppointmentCommand.RecordAttendance? Attend(
        CaseFile file, AgreementState state, string conditionId, string id, Instant now, Setting setting)
    {
        if (Find(state, conditionId, id, AppointmentStatus.Scheduled) is not { } appointment || appointment.EndsAt > now)
        {
            return null;
        }

        var attendance = Sample(file, appointment, setting);
        var came = attendance is Attendance.Attended or Attendance.Late;
        var work = state.ConditionOrNull(conditionId) is ReparationCondition;
        return new AppointmentCommand.RecordAttendance(
            conditionId,
            id,
            attendance,
            attendance == Attendance.Late ? file.Chance.Between(setting.Scheme.Supervision.LateAfterMinutes + 1, 40) : null,
            came && work ? appointment.Minutes : null,
            came && work && file.Chance.Happens(setting.Behaviour["attendance.penalty"]) ? 30 : null,
            came && work ? (SessionGrade)file.Chance.Below(4) : null,
            attendance == Attendance.CancelledByService ? "The worker was ill." : came && !work ? file.Chance.Pick(Notes) : null)
        {
            By = Recorder(file, state, conditionId),
            At = now,
        };
    }

    private static Attendance Sample(CaseFile file, Appointment appointment, Setting setting)
    {
        var traits = file.Participant.Traits;
        if (traits.EvidenceFrom is { } from && WorkingCalendar.DateOf(appointment.StartsAt) >= from)
        {
            return Attendance.EvidenceAwaited;
        }

        var behaviour = setting.Behaviour;
        var (late, acceptable, unacceptable, evidence, cancelled) = (
            behaviour["attendance.late"],
            behaviour["attendance.missedAcceptable"],
            behaviour["attendance.missedUnacceptable"] * file.Participant.Reliability,
            behaviour["attendance.evidenceAwaited"] * file.Participant.Reliability,
            behaviour["attendance.cancelledByService"]);
        return (Attendance)file.Chance.Weighted(
            1 - late - acceptable - unacceptable - evidence - cancelled, late, acceptable, unacceptable, evidence, cancelled);
    }

    private static AppointmentCommand.RescheduleAppointment? Move(
        CaseFile file, AgreementState state, string conditionId, string id, Instant now, Setting setting)
    {
        if (Find(state, conditionId, id, AppointmentStatus.Scheduled) is not { } appointment || appointment.StartsAt <= now)
        {
            return null;
        }

        var later = Diary.FirstFree(
            state, setting.Hours.DaysAfter(appointment.StartsAt, file.Chance.Between(0, 1), file.Chance), appointment.Minutes, setting.Hours, id);
        return later == appointment.StartsAt || later >= state.Term!.EndsAt
            ? null
            : new AppointmentCommand.RescheduleAppointment(conditionId, id, $"{id}r", later, appointment.Minutes)
            {
                By = Recorder(file, state, conditionId),
                At = now,
                Reason = "The person asked for another time.",
            };
    }

    private static AppointmentCommand.RecordEvidence? Evidence(
        CaseFile file, AgreementState state, string conditionId, string id, bool acceptable, Instant now) =>
        Find(state, conditionId, id, AppointmentStatus.EvidenceAwaited) is null
            ? null
            : new AppointmentCommand.RecordEvidence(conditionId, id, acceptable, acceptable ? "Letter from the surgery." : "Not for that day.")
            {
                By = file.Team.Worker(state),
                At = now,
            };

    private static AppointmentCommand.CorrectAttendance? Correct(CaseFile file, AgreementState state, string conditionId, string id, Instant now) =>
        Find(state, conditionId, id, AppointmentStatus.MissedUnacceptable) is null
            ? null
            : new AppointmentCommand.CorrectAttendance(conditionId, id, Attendance.MissedAcceptable)
            {
                By = file.Team.Worker(state),
                At = now,
                Reason = "Was in hospital, shown afterwards.",
            };
}
