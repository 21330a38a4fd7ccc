using Diversion.Domain.Agreements;
using Diversion.Domain.ExitPlans;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.DataRights;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Support;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;
using Diversion.Domain.Victim;
using Diversion.Domain.Visits;

namespace Diversion.Domain.Tests.Properties;

/// <summary>Which events may close which obligations, written down independently of the domain.</summary>
internal static class Settling
{
    /// <param name="before">The state before the event.</param>
    public static bool May(AgreementEvent happened, Obligation open, AgreementState before) => MayOf(happened, open) || MayOfLetter(happened, open, before);

    /// <summary>A letter that nobody has posted lapses with what it would have told of.</summary>
    private static bool MayOfLetter(AgreementEvent happened, Obligation open, AgreementState before)
    {
        if (open.Deadline.Rule != RuleIds.TellPerson || before.NewsOrNull(open.Id["person/".Length..]) is not { } news || news.Kind is not (NewsKind.Signing or NewsKind.Appointment))
        {
            return false;
        }

        return happened switch
        {
            TermEvent.AgreementCompleted or TermEvent.AgreementDiscontinued or BreachEvent.AgreementBreached => true,
            ConditionEvent.ConditionKept e => news.Appointment?.ConditionId == e.ConditionId,
            ConditionEvent.ConditionWaived e => news.Appointment?.ConditionId == e.ConditionId,
            ConditionEvent.ConditionSubstituted e => news.Appointment?.ConditionId == e.ConditionId,
            ConditionEvent.ConditionFailed e => news.Appointment?.ConditionId == e.ConditionId,
            AppointmentEvent.AppointmentScheduled e => Is(e.ConditionId, e.Supersedes),
            AppointmentEvent.AttendanceRecorded e => Is(e.ConditionId, e.AppointmentId),
            AppointmentEvent.AttendanceCorrected e => Is(e.ConditionId, e.AppointmentId),
            AppointmentEvent.EvidenceRecorded e => Is(e.ConditionId, e.AppointmentId),
            AppointmentEvent.EvidenceNotProvided e => Is(e.ConditionId, e.AppointmentId),
            _ => false,
        };

        bool Is(string condition, string? appointment) => appointment is not null && news.Appointment?.Covers(condition, appointment) == true;
    }

    private static bool MayOf(AgreementEvent happened, Obligation open) => happened switch
    {
        ReferralEvent.FoundNotEligible or ReferralEvent.ArmAllocated { Arm: TrialArm.Control } => !open.AfterEnd,
        OfferEvent.OfferDeclined or OfferEvent.OfferLapsed => !open.AfterEnd,
        TermEvent.AgreementCompleted or TermEvent.AgreementDiscontinued or BreachEvent.AgreementBreached => !open.AfterEnd,
        ReferralEvent.CheckReturned e => open.Id == (e.Check == CheckKind.Safeguarding ? "checks/safeguarding" : "checks/domestic-abuse"),
        ConditionEvent.ConditionKept e => OfCondition(open, e.ConditionId),
        ConditionEvent.ConditionWaived e => OfCondition(open, e.ConditionId),
        ConditionEvent.ConditionSubstituted e => OfCondition(open, e.ConditionId),
        ConditionEvent.ConditionFailed e => OfCondition(open, e.ConditionId),
        ConditionEvent.ConditionBlocked e => open.Track == e.ConditionId && (open.Track.StartsWith("restorative-justice", StringComparison.Ordinal) || open.Track.StartsWith("compensation", StringComparison.Ordinal) || open.Track.StartsWith("reparation", StringComparison.Ordinal)),
        BreachEvent.BreachDecided e => open.Id == $"breach/{e.Number}" || open.Id == $"person/breach-proposed-{e.Number}" || open.Id == $"answer/breach-proposed-{e.Number}",
        BreachEvent.AnswerTimeEnded e => open.Id == $"answer/breach-proposed-{e.Number}",
        TellingEvent.PersonAnswered { Kind: NewsKind.BreachProposed } e => open.Id == $"answer/{e.News}",
        BreachEvent.WarningWithdrawn e => open.Id == $"person/warning-{e.Number}" || open.Id == $"contest/warning-{e.Number}" || open.Id == $"person/warning-upheld-{e.Number}",
        BreachEvent.ContestDecided e => open.Id == $"contest/{e.News}",
        ComplaintEvent.ComplaintAcknowledged e => open.Id == $"complaint/acknowledge/{e.Number}",
        ComplaintEvent.ComplaintAnswered e => open.Id == $"complaint/acknowledge/{e.Number}" || open.Id == $"complaint/answer/{e.Number}",
        ComplaintEvent.ComplaintWithdrawn e => open.Id == $"complaint/acknowledge/{e.Number}" || open.Id == $"complaint/answer/{e.Number}",
        DataRequestEvent.DataRequestExtended e => open.Id == $"data-request/{e.Number}",
        DataRequestEvent.DataRequestAnswered e => open.Id == $"data-request/{e.Number}",
        SupportEvent.HealthCheckAnswered or SupportEvent.HealthCheckDone => open.Id == "health-check/done",
        SupportEvent.MentorMet e => open.Id == $"mentoring-{e.Number}/meeting",
        SupportEvent.MentoringEnded e => open.Id == $"mentoring-{e.Number}/meeting",
        SupportEvent.OnwardOutcomeRecorded e => open.Id == $"health-check/onward/{e.Number}",
        ExitPlanEvent.ContinuationPlanned => open.Id == "exit-plan/begun",
        ExitPlanEvent.ExitPlanAgreed => open.Id == "exit-plan/agreed",
        ExitPlanEvent.FollowUpCallRecorded e => open.Id == $"exit-plan/call/{e.Weeks}",
        VisitEvent.VisitCancelled e => open.Id == $"visit/{e.Number}",
        VisitEvent.VisitRecorded e => open.Id == $"visit/{e.Number}" || (e.Came && open.Id.Contains("/contact", StringComparison.Ordinal)),
        TellingEvent.PersonTold e => open.Id == $"person/{e.News}",
        VictimEvent.VictimReferredToSupport e => open.Id == $"{Of(e.Victim)}/support",
        VictimEvent.VictimTold e => open.Id == (e.News == VictimNews.Decision ? $"{Of(e.Victim)}/told-decision" : $"{Of(e.Victim)}/told-ending"),
        VictimEvent.VictimOptedOut e => open.Id == $"{Of(e.Victim)}/support" || open.Id.StartsWith($"{Of(e.Victim)}/told-", StringComparison.Ordinal),
        VictimEvent.VictimRequestAcknowledged e => open.Id == $"{Of(e.Victim)}/acknowledge/{e.Request}",
        VictimEvent.VictimRequestAnswered e => open.Id == $"{Of(e.Victim)}/acknowledge/{e.Request}" || open.Id == $"{Of(e.Victim)}/answer/{e.Request}",
        VictimEvent.VictimRemoved e => open.Track == Of(e.Victim),
        AppointmentEvent.AppointmentScheduled e => open.Id == $"{e.ConditionId}/outcome/{e.Supersedes}",
        AppointmentEvent.AttendanceRecorded e => ByAttendance(open, e.ConditionId, e.AppointmentId),
        AppointmentEvent.AttendanceCorrected e => ByAttendance(open, e.ConditionId, e.AppointmentId),
        AppointmentEvent.EvidenceRecorded e => ByAttendance(open, e.ConditionId, e.AppointmentId),
        AppointmentEvent.EvidenceNotProvided e => ByAttendance(open, e.ConditionId, e.AppointmentId),
        SupervisionEvent.PeriodExcused e => open.Id == $"{e.ConditionId}/period/{e.Period}",
        ReparationEvent.VictimChangedMind e => e.Wants && open.Id == $"settle/{e.ConditionId}",
        ReparationEvent.PlacementArranged e => open.Id == $"{e.ConditionId}/placement",
        PathwayEvent.PathwayReferralSent e => open.Id == $"{e.ConditionId}/referral",
        PathwayEvent.PathwayReferralDeclined e => open.Id == $"{e.ConditionId}/contact" || open.Id == $"{e.ConditionId}/contact-next",
        PathwayEvent.PathwayContactAttempted e => open.Id == $"{e.ConditionId}/contact" || (e.Attempt.Result == AttemptResult.Reached && open.Id == $"{e.ConditionId}/contact-next"),
        PathwayEvent.PathwayContactDecided e => open.Id == $"{e.ConditionId}/contact-next",
        PathwayEvent.PathwayReferralAccepted e => open.Id == $"{e.ConditionId}/acceptance",
        RestorativeJusticeEvent.VictimContacted e => open.Id == $"{e.ConditionId}/contact",
        RestorativeJusticeEvent.VictimAnswered e => open.Id == $"{e.ConditionId}/answer" || (e.Held is not null && open.Id == $"settle/{e.ConditionId}"),
        RestorativeJusticeEvent.VictimWithdrew e => open.Id == $"{e.ConditionId}/answer",
        RestorativeJusticeEvent.VictimChangedMind e => open.Id == $"{e.ConditionId}/answer",
        TermEvent.HandoverRecorded => open.Id == "handover/meeting",
        TermEvent.KeyWorkerChanged => open.Id is "team/answer" or "handover/meeting",
        TransferEvent.TeamAsked or TransferEvent.TeamDeclined or TransferEvent.TeamNoLongerAsked => open.Id == "team/answer",
        TransferEvent.TransferredOut => !open.Id.StartsWith("complaint/", StringComparison.Ordinal) && !open.Id.StartsWith("data-request/", StringComparison.Ordinal) && !open.Id.StartsWith("follow-up/", StringComparison.Ordinal),
        TransferEvent.TransferTakenBack or TransferEvent.TransferConfirmed or TransferEvent.TransferReceived => true,
        TransferEvent.CourtesySupervisionArranged or TransferEvent.CourtesySupervisionReviewed or TransferEvent.CourtesySupervisionEnded => open.Id == "courtesy/review",
        Domain.Conditions.Compensation.CompensationEvent.PaymentRecorded e => open.Id.StartsWith($"{e.ConditionId}/payment/", StringComparison.Ordinal),
        Domain.Conditions.Compensation.CompensationEvent.VictimChangedMind e => e.Wants && open.Id == $"settle/{e.ConditionId}",
        Domain.Conditions.Course.CourseEvent.CourseBooked e => open.Id == $"{e.ConditionId}/booked",
        Domain.Conditions.Donation.DonationEvent.DonationMade e => open.Id == $"{e.ConditionId}/made",
        Domain.Conditions.Apology.ApologyEvent.LetterWritten e => open.Id == $"{e.ConditionId}/written",
        Domain.Conditions.Apology.ApologyEvent.LetterChecked e => open.Id == $"{e.ConditionId}/checked",
        Domain.Conditions.Apology.ApologyEvent.LetterEnded e => open.Id == $"{e.ConditionId}/end",
        Domain.Referral.ReferralEvent.ContactChanged or Domain.Referral.ReferralEvent.Amended => open.Id.StartsWith("contact/", StringComparison.Ordinal),
        TermEvent.PartnerNotesRead e => open.Id == $"partner-note/{e.ConditionId}",
        RestorativeJusticeEvent.RestorativeProcessHeld e => open.Id == $"{e.ConditionId}/held",
        TagMonitoringEvent.TagFitted e => open.Id == $"{e.ConditionId}/fit",
        TagMonitoringEvent.TagConsentWithdrawn e => open.Id == $"{e.ConditionId}/fit",
        TagMonitoringEvent.TagEventReviewed e => open.Id == $"{e.ConditionId}/review/{e.TagEventId}",
        TagMonitoringEvent.TagRemoved e => open.Id == $"{e.ConditionId}/removal",
        Domain.Conditions.NoReoffending.NoReoffendingEvent.CustodyNoticeReviewed e => open.Id == $"notice/{e.NoticeId}",
        Domain.Conditions.NoReoffending.NoReoffendingEvent.CustodyNoticeReceived e => open.Id == $"notice/{e.NoticeId}",
        Domain.Conditions.NoReoffending.NoReoffendingEvent.CustodyNoticeCorrected e => open.Id == $"notice/{e.NoticeId}",
        TermEvent.CaseOutcomeRecorded or TermEvent.CaseOutcomeCorrected => open.Id == "case/outcome",
        FollowUpEvent.RecordsSearched or FollowUpEvent.DepartureRecorded => open.Id.StartsWith("follow-up/", StringComparison.Ordinal),
        TermEvent.TermExtended => open.Id.EndsWith("/removal", StringComparison.Ordinal),
        _ => false,
    };

    private static string Of(int victim) => victim == 1 ? "victim" : $"victim-{victim}";

    private static bool OfCondition(Obligation open, string id) => (open.Track == id && !open.AfterEnd) || open.Id == $"settle/{id}";

    private static bool ByAttendance(Obligation open, string condition, string appointment) =>
        open.Id == $"{condition}/outcome/{appointment}"
        || open.Id == $"{condition}/contact"
        || open.Id == $"{condition}/contact-next"
        || open.Id == $"{condition}/first"
        || open.Id.StartsWith($"{condition}/period/", StringComparison.Ordinal)
        || open.Id == $"{condition}/half"
        || open.Id == $"{condition}/all"
        || open.Id == $"{condition}/done";
}
