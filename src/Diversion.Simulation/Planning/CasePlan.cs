using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Course;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Term;
using Diversion.Domain.Time;
using Diversion.Simulation.Behaviours;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>Checks what has happened to a case and plans what people will do about it. A second check plans nothing twice.</summary>
internal static class CasePlan
{
    public static void Plan(CaseFile file, AgreementState state, Instant now, Setting setting)
    {
        foreach (var open in state.Obligations)
        {
            if (file.IsNew(open.Id, open.Deadline.Due))
            {
                Keep(file, state, open, now, setting);
            }
        }

        EnrolmentPlan.Plan(file, state, now, setting);
        LeadPlan.Plan(file, state, now, setting);
        if (!state.Status.IsRunning())
        {
            return;
        }

        LifePlan.Plan(file, state, now, setting);
        ObjectionPlan.Plan(file, state, now, setting);
        foreach (var condition in state.Conditions)
        {
            if (!condition.IsOpen)
            {
                continue;
            }

            if (condition is AppointmentCondition meetings)
            {
                AttendancePlan.Plan(file, meetings, now, setting);
            }

            switch (condition)
            {
                case SupervisionCondition own:
                    SupervisionPlan.Plan(file, own, now, setting);
                    break;
                case ReparationCondition own:
                    ReparationPlan.Plan(file, own, now, setting);
                    break;
                case CourseCondition own:
                    CoursePlan.Plan(file, own, now, setting);
                    break;
                case PathwayCondition own:
                    PathwayPlan.Plan(file, state, own, now, setting);
                    break;
                case RestorativeJusticeCondition own:
                    RestorativePlan.Plan(file, own, now, setting);
                    break;
                case TagMonitoringCondition own:
                    TagPlan.Plan(file, state, own, now, setting);
                    break;
            }
        }
    }

    private static void Keep(CaseFile file, AgreementState state, Obligation open, Instant now, Setting setting)
    {
        switch (open.Deadline.Rule)
        {
            case RuleIds.CheckSafeguarding or RuleIds.CheckDomesticAbuse:
                EnrolmentPlan.Check(file, open, now, setting);
                break;
            case RuleIds.VictimSupport or RuleIds.VictimToldDecision or RuleIds.VictimToldEnding:
                VictimPlan.Keep(file, open, now, setting);
                break;
            case RuleIds.TellPerson:
                TellingPlan.Keep(file, open, now, setting);
                break;
            case RuleIds.BreachAnswer:
                AnswerPlan.Answer(file, open, now, setting);
                break;
            case RuleIds.WarningContest:
                ObjectionPlan.Decide(file, open, now, setting);
                break;
            case RuleIds.ComplaintAcknowledge:
                ObjectionPlan.Acknowledge(file, open, now, setting);
                break;
            case RuleIds.ComplaintAnswer:
                ObjectionPlan.Answer(file, open, now, setting);
                break;
            case RuleIds.CustodyNoticeRead:
                file.Plan(Pace.Of(file, setting, open, now), (state, on) => state.HasObligation(open.Id)
                    ? new NoReoffendingCommand.ReviewCustodyNotice(open.About().Item!) { By = file.Team.Officer, At = on, Reason = "Read. Nothing changes for the referral." }
                    : null);
                break;
            case RuleIds.PartnerNoteRead:
                file.Plan(Pace.Of(file, setting, open, now), (state, on) => state.HasObligation(open.Id)
                    ? new TermCommand.ReadPartnerNotes(open.About().Condition!) { By = file.Team.Worker(state), At = on }
                    : null);
                break;
            case RuleIds.CaseOutcome:
                OutcomePlan.Record(file, open, now, setting);
                break;
            case RuleIds.HandoverMeeting:
                file.Plan(Pace.Of(file, setting, open.Deadline, now, file.Exit), (state, on) => state.HasObligation(open.Id)
                    ? new TermCommand.RecordHandover(HandoverMeeting.WithPerson, WorkingCalendar.DateOf(on)) { By = file.Team.Worker(state), At = on }
                    : null);
                break;
            case RuleIds.ExitPlanBegun:
                ExitPlanning.Begin(file, open, now, setting);
                break;
            case RuleIds.ExitPlanAgreed:
                ExitPlanning.Agree(file, open, now, setting);
                break;
            case RuleIds.FollowUpCall:
                ExitPlanning.Ring(file, open, setting);
                break;
            case RuleIds.FollowUpResult:
                FollowUpPlan.Record(file, state, open, setting);
                break;
            case RuleIds.AppointmentOutcome:
                AttendancePlan.Record(file, state, open, now, setting);
                break;
            case RuleIds.ReparationPlacement:
                ReparationPlan.Place(file, open, now, setting);
                break;
            case RuleIds.TagFit:
                TagPlan.Fit(file, open, now, setting);
                break;
            case RuleIds.TagReview or RuleIds.TagTamperReview:
                TagPlan.Review(file, open, now, setting);
                break;
            case RuleIds.TagRemoval:
                TagPlan.Remove(file, state, open, now, setting);
                break;
            case RuleIds.PathwayReferral:
                PathwayPlan.Refer(file, open, now, setting);
                break;
            case RuleIds.CompensationPayment:
                RestitutionPlan.Pay(file, open, now, setting);
                break;
            case RuleIds.DonationMade:
                RestitutionPlan.Donate(file, open, now, setting);
                break;
            case RuleIds.CourseBooked:
                CoursePlan.Book(file, open, now, setting);
                break;
            case RuleIds.ApologyWritten:
                RestitutionPlan.Write(file, open, now, setting);
                break;
            case RuleIds.ApologyChecked:
                RestitutionPlan.Check(file, open, now, setting);
                break;
            case RuleIds.ApologyEnd:
                RestitutionPlan.End(file, open, now, setting);
                break;
            case RuleIds.RestorativeContact:
                RestorativePlan.Contact(file, open, now, setting);
                break;
            case RuleIds.RestorativeAnswer:
                RestorativePlan.Answer(file, open, now, setting);
                break;
            case RuleIds.SettleCondition:
                LeadPlan.Settle(file, open, now, setting);
                break;
            case RuleIds.BreachDecision:
                DecisionPlan.Decide(file, state, open, now, setting);
                break;
        }
    }
}
