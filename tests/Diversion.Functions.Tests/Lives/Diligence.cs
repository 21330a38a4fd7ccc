using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Telling;
using Diversion.Domain.Time;
using Diversion.Domain.Victim;
using NodaTime;

namespace Diversion.Functions.Tests.Lives;

/// <summary>What people who do their duty do next for a signed agreement; the same whichever host keeps the time.</summary>
internal static class Diligence
{
    /// <returns>Null when there is nothing to do now.</returns>
    public static AgreementCommand? Next(AgreementState state, Instant now)
    {
        var today = WorkingCalendar.DateOf(now);
        return Victim(state)
            ?? Removal(state, today)
            ?? Telling(state, now)
            ?? Answer(state, now)
            ?? (state.Status.IsRunning()
                ? state.Conditions.Where(condition => condition.IsOpen).Select(condition => Next(state, condition, now, today)).FirstOrDefault(duty => duty is not null)
                : null);
    }

    private static AgreementCommand? Victim(AgreementState state)
    {
        var owed = state.Obligations.FirstOrDefault(open => Tracks.VictimIn(open.Track) is not null);
        return owed?.Deadline.Rule switch
        {
            null => null,
            RuleIds.VictimSupport => new VictimCommand.ReferVictimToSupport(ToldHow.Email) { By = Programmes.Officer },
            RuleIds.VictimToldDecision => new VictimCommand.TellVictim(VictimNews.Decision, ToldHow.Telephone) { By = Programmes.Officer },
            _ => new VictimCommand.TellVictim(VictimNews.Ending, ToldHow.Telephone) { By = Programmes.Officer },
        };
    }

    private static AgreementCommand? Removal(AgreementState state, LocalDate today) =>
        state.Obligations.FirstOrDefault(open => open.Deadline.Rule == RuleIds.TagRemoval) is { } removal
            ? new TagMonitoringCommand.ConfirmTagRemoved(removal.Track, today) { By = Programmes.Worker }
            : null;

    private static AgreementCommand? Telling(AgreementState state, Instant now) =>
        state.Obligations.FirstOrDefault(open => open.Deadline.Rule == RuleIds.TellPerson) is { } owed
            ? new TellingCommand.TellPerson(owed.About().Item!, ToldHow.InPerson, now) { By = Programmes.Worker }
            : null;

    private static AgreementCommand? Answer(AgreementState state, Instant now) =>
        state.Obligations.FirstOrDefault(open => open.Deadline.Rule == RuleIds.BreachAnswer) is { } awaited
            ? new TellingCommand.RecordAnswer(awaited.About().Item!, AnsweredHow.Telephone, now, "I forgot the day.") { By = Programmes.Worker }
            : null;

    private static AgreementCommand? Next(AgreementState state, Condition condition, Instant now, LocalDate today) => condition switch
    {
        SupervisionCondition own => Attend(own, now) ?? Meet(state, own, now),
        ReparationCondition own => Attend(own, now) ?? Work(state, own, now, today),
        PathwayCondition own => Attend(own, now) ?? Support(state, own, now),
        RestorativeJusticeCondition own => Restore(own, today),
        TagMonitoringCondition own => Tag(own, today),
        _ => null,
    };

    private static AgreementCommand? Attend(AppointmentCondition condition, Instant now) =>
        condition.Appointments.FirstOrDefault(open => open.Status == AppointmentStatus.Scheduled && open.EndsAt <= now) is { } held
            ? new AppointmentCommand.RecordAttendance(condition.Id, held.Id, Attendance.Attended) { By = Programmes.Worker }
            : null;

    private static AgreementCommand? Meet(AgreementState state, SupervisionCondition own, Instant now)
    {
        var scheduled = own.Appointments.Any(meeting => meeting.Status == AppointmentStatus.Scheduled);
        return own.Unsettled.IsEmpty || scheduled || now + Duration.FromHours(4) >= state.Term!.EndsAt
            ? null
            : Schedule(state, own, now + Duration.FromHours(3), 45);
    }

    private static AgreementCommand? Work(AgreementState state, ReparationCondition own, Instant now, LocalDate today)
    {
        if (own.Placement is null)
        {
            return new ReparationCommand.ArrangePlacement(own.Id, "canal", "Canal path", true, today.PlusDays(7)) { By = Programmes.Worker };
        }

        return own.Appointments.Any(session => session.Status == AppointmentStatus.Scheduled) || today < own.Placement.StartsOn
            ? null
            : Schedule(state, own, now + Duration.FromDays(6), 240);
    }

    private static AgreementCommand? Support(AgreementState state, PathwayCondition own, Instant now) => own switch
    {
        { Referral: PathwayReferral.NotSent } => new PathwayCommand.SendPathwayReferral(own.Id) { By = Programmes.Worker },
        { Referral: PathwayReferral.Sent } => new PathwayCommand.AcceptPathwayReferral(own.Id) { By = Programmes.Worker },
        { StartScore: null } => new PathwayCommand.RecordPathwayAssessment(own.Id, AssessmentPoint.Start, 3) { By = Programmes.Worker },
        _ when own.Appointments.Any(session => session.Status == AppointmentStatus.Scheduled) => null,
        _ when own.Appointments.Length < 4 => Schedule(state, own, now + Duration.FromDays(9), 60),
        { EndScore: null } => new PathwayCommand.RecordPathwayAssessment(own.Id, AssessmentPoint.End, 7) { By = Programmes.Worker },
        _ => new PathwayCommand.ClosePathway(own.Id, true) { By = Programmes.Worker },
    };

    private static AgreementCommand? Restore(RestorativeJusticeCondition own, LocalDate today) => own switch
    {
        { ContactedOn: null } => new RestorativeJusticeCommand.RecordVictimContact(own.Id, today) { By = Programmes.Worker },
        { VictimTakesPart: null } when today > own.ContactedOn =>
            new RestorativeJusticeCommand.RecordVictimAnswer(own.Id, true, RestorativeProcess.Letter) { By = Programmes.Worker },
        { VictimTakesPart: true, PreparedOn: null } => new RestorativeJusticeCommand.RecordPreparation(own.Id, today) { By = Programmes.Worker },
        { PreparedOn: { } prepared } when today > prepared.PlusDays(20) =>
            new RestorativeJusticeCommand.RecordRestorativeOutcome(own.Id, RestorativeProcess.Letter, today) { By = Programmes.Worker },
        _ => null,
    };

    private static AgreementCommand? Tag(TagMonitoringCondition own, LocalDate today) => own switch
    {
        { Consent: null } => new TagMonitoringCommand.RecordTagConsent(own.Id) { By = Programmes.Worker },
        { FittedOn: null } => new TagMonitoringCommand.RecordTagFitted(own.Id, "device-9", today) { By = Programmes.Worker },
        _ when own.Events.FirstOrDefault(received => received.Finding is null) is { } open =>
            new TagMonitoringCommand.ReviewTagEvent(own.Id, open.Id, TagFinding.Explained) { By = Programmes.Worker },
        _ => null,
    };

    /// <summary>At any time of day, and after everything else at that time.</summary>
    private static AppointmentCommand.ScheduleAppointment Schedule(AgreementState state, AppointmentCondition own, Instant startsAt, int minutes)
    {
        var others = state.Conditions.OfType<AppointmentCondition>().SelectMany(condition => condition.Appointments).Where(one => one.TakesTime).ToArray();
        while (others.FirstOrDefault(one => one.Time.Overlaps(startsAt, startsAt + Duration.FromMinutes(minutes))) is { } other)
        {
            startsAt = other.EndsAt;
        }

        return new(own.Id, $"a-{own.Appointments.Length + 1}", startsAt, minutes, "Room 4", ConfirmUnusualTime: true) { By = Programmes.Worker };
    }
}
