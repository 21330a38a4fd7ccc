using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Apology;
using Diversion.Domain.Conditions.Compensation;
using Diversion.Domain.Conditions.Course;
using Diversion.Domain.Conditions.Donation;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.DataRights;
using Diversion.Domain.Keeping;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Time;

namespace Diversion.Domain.Tests.Properties;

/// <summary>What a step does to one of the conditions.</summary>
internal static class ConditionSteps
{
    public static string Any(AgreementState state, Step step) =>
        state.Conditions.IsEmpty ? "supervision" : state.Conditions[step.Which % state.Conditions.Length].Id;

    public static AgreementCommand Of(AgreementState state, Step step, Instant now)
    {
        var today = WorkingCalendar.DateOf(now);
        return (state.Conditions.IsEmpty ? null : state.Conditions[step.Which % state.Conditions.Length]) switch
        {
            CompensationCondition own => Compensation(own, step, today),
            ApologyCondition own => Apology(own, step, today),
            ReparationCondition { Victim: not null } own when step.How % 11 == 0 => new ReparationCommand.RecordVictimOnWork(own.Id, step.How % 2 == 0),
            CourseCondition { StartsOn: null } own when step.How % 2 == 0 => new CourseCommand.BookCourse(own.Id, today),
            DonationCondition { MadeOn: null } own => new DonationCommand.RecordDonation(own.Id, today, "Receipt 7"),
            DonationCondition own => new DonationCommand.TakeBackDonation(own.Id),
            SupervisionCondition own when step.How % 7 == 0 => new SupervisionCommand.ExcusePeriod(own.Id, own.PeriodsOpened),
            AppointmentCondition own when own is not PathwayCondition || step.How % 2 == 0 => Appointment(own, step, now),
            PathwayCondition own => Pathway(own.Id, step, now),
            TagMonitoringCondition own => Tag(own, step, now, today),
            RestorativeJusticeCondition own => Restorative(own.Id, step, today),
            _ => new BreachCommand.RecordFailure($"f-{step.How % 6}"),
        };
    }

    private static AppointmentCommand Appointment(AppointmentCondition own, Step step, Instant now)
    {
        if (own is ReparationCondition { Status: ConditionStatus.Kept } && step.How % 2 == 0
            && own.Appointments.LastOrDefault(one => one.Status == AppointmentStatus.Attended) is { } worked)
        {
            return new AppointmentCommand.CorrectAttendance(own.Id, worked.Id, Attendance.MissedAcceptable);
        }

        var open = own.Appointments.LastOrDefault(one => one.Status == AppointmentStatus.Scheduled);
        var settled = own.Appointments.LastOrDefault(one => one.Status != AppointmentStatus.Scheduled);
        var isWork = own is ReparationCondition;
        var attendance = (Attendance)(step.How % (isWork ? 3 : 6));
        var came = attendance is Attendance.Attended or Attendance.Late;
        return (step.What % 8) switch
        {
            0 when settled is not null => new AppointmentCommand.CorrectAttendance(
                own.Id, settled.Id, attendance, came ? 1 + (step.How % (settled.Minutes + 20)) : null),
            1 when settled is not null => new AppointmentCommand.RecordEvidence(own.Id, settled.Id, step.How % 2 == 0),
            2 when open is not null => new AppointmentCommand.RescheduleAppointment(own.Id, open.Id, $"{open.Id}r", now + Duration.FromHours(step.How % 100), 60, ConfirmUnusualTime: step.How % 9 != 0),
            _ when open is not null && open.StartsAt > now && step.How % 6 == 4 => new AppointmentCommand.RecordAbsenceNotice(
                own.Id, open.Id, (AnsweredHow)(step.How % 8), now - Duration.FromHours(step.How % 5), "I am ill."),
            _ when open is not null && (open.StartsAt <= now || step.How % 6 == 5) => new AppointmentCommand.RecordAttendance(
                own.Id, open.Id, attendance, came ? step.How % 40 : null, PenaltyMinutes: came ? step.How % 50 : null, Note: step.How % 7 == 0 ? null : "As it was.",
                NoticeAccepted: open.Notice is not null && (attendance is Attendance.MissedAcceptable or Attendance.MissedUnacceptable) ? attendance == Attendance.MissedAcceptable : null),
            _ when step.How % 17 == 9 => new AppointmentCommand.ScheduleSeries(
                own.Id,
                [.. Enumerable.Range(0, 1 + (step.How % 4)).Select(week => new SeriesAppointment($"s-{own.Appointments.Length}-{week}", now + Duration.FromDays(7 * week) + Duration.FromHours(step.How % 30)))],
                60,
                ConfirmUnusualTime: step.How % 9 != 0),
            _ => new AppointmentCommand.ScheduleAppointment(
                own.Id,
                $"a-{own.Appointments.Length}",
                now + Duration.FromHours((step.How % 120) - 20),
                isWork ? 600 - (step.How % 60) : 60 + (step.How % 500),
                ConfirmUnusualTime: step.How % 9 != 0),
        };
    }

    private static CompensationCommand Compensation(CompensationCondition own, Step step, LocalDate today) => step.How % 4 == 0 && !own.Payments.IsEmpty
        ? new CompensationCommand.TakeBackPayment(own.Id, own.Payments[^1].Id)
        : new CompensationCommand.RecordPayment(own.Id, $"p-{step.How % 9}", $"{1 + (step.How % 11)}", today, $"Receipt {step.How % 7}");

    private static ApologyCommand Apology(ApologyCondition own, Step step, LocalDate today) => own switch
    {
        { WrittenOn: null } or { Anew: true } => new ApologyCommand.RecordLetterWritten(own.Id, today),
        { CheckedOn: null } => new ApologyCommand.CheckLetter(own.Id, today, step.How % 3 != 0),
        _ => new ApologyCommand.RecordLetterEnd(own.Id, today, (LetterEnd)(step.How % 2)),
    };

    private static PathwayCommand Pathway(string id, Step step, Instant now) => (step.What % 7) switch
    {
        0 or 1 => new PathwayCommand.SendPathwayReferral(id) { Reach = step.How % 2 == 0 },
        4 or 5 when step.How % 3 == 0 => new PathwayCommand.RecordContactAttempt(id, (AttemptWay)(step.Which % 4), (AttemptResult)(step.How / 3 % 4), now - Duration.FromHours(step.How % 7)),
        2 => new PathwayCommand.AcceptPathwayReferral(id),
        3 => new PathwayCommand.DeclinePathwayReferral(id),
        4 or 5 => new PathwayCommand.RecordPathwayAssessment(id, step.What % 7 == 4 ? AssessmentPoint.Start : AssessmentPoint.End, step.How % 11),
        _ => new PathwayCommand.ClosePathway(id, step.How % 4 != 0, (FailureCause)(step.How % 2)),
    };

    private static TagMonitoringCommand Tag(TagMonitoringCondition own, Step step, Instant now, LocalDate today) => (step.What % 8) switch
    {
        0 or 1 when own.Consent != true => new TagMonitoringCommand.RecordTagConsent(own.Id),
        0 or 1 or 2 when own.FittedOn is null => new TagMonitoringCommand.RecordTagFitted(own.Id, "device-1", today),
        0 when step.How % 5 == 0 => new TagMonitoringCommand.WithdrawTagConsent(own.Id),
        1 => new TagMonitoringCommand.ConfirmTagRemoved(own.Id, today),
        2 or 3 or 4 => new TagMonitoringCommand.ReceiveTagEvent(own.Id, $"e-{step.How}", (TagEventKind)(step.How % 7), now - Duration.FromHours(step.How % 50)),
        _ => new TagMonitoringCommand.ReviewTagEvent(own.Id, own.Events.LastOrDefault(one => one.Finding is null)?.Id ?? "e-1", (TagFinding)(step.How % 4), step.How % 7 == 0 ? null : "As it was."),
    };

    private static RestorativeJusticeCommand Restorative(string id, Step step, LocalDate today) => (step.What % 6) switch
    {
        0 or 1 => new RestorativeJusticeCommand.RecordVictimContact(id, today),
        2 => new RestorativeJusticeCommand.RecordVictimAnswer(id, step.How % 4 != 0),
        3 => new RestorativeJusticeCommand.RecordPreparation(id, today),
        4 => new RestorativeJusticeCommand.RecordRestorativeOutcome(id, RestorativeProcess.Letter, today),
        _ => step.How % 4 == 0 ? new RestorativeJusticeCommand.RecordVictimWithdrawal(id) : new RestorativeJusticeCommand.RecordVictimContact(id, today),
    };
}
