using Diversion.Domain.Conditions;
using Diversion.Domain.Schemes;

namespace Diversion.Domain;

/// <summary>Explains each rule in words, with the figures of the scheme version that an agreement was signed under.</summary>
public static class RuleTexts
{
    public static string Explain(string rule, SchemeRules scheme) => rule switch
    {
        RuleIds.ChargeByNone => "Either-way and indictable offences have no time limit.",
        RuleIds.ChargeBySummary => "Proceedings for a summary-only offence begin within 6 months of the offence (Magistrates' Courts Act 1980 s.127).",
        RuleIds.ChargeByDomestic => "Domestic common assault or battery: within 2 years of the offence and 6 months of the first statement (Criminal Justice Act 1988 s.39A).",
        RuleIds.ChargeByAlert => $"An undecided breach is raised again {string.Join(", ", scheme.ChargeBy.AlertDays)} days before the charge-by date.",
        RuleIds.CheckSafeguarding => $"Safeguarding check (children's services) back within {WorkingDays(scheme.Checks.DueWorkingDays)} of referral.",
        RuleIds.CheckDomesticAbuse => $"Domestic-abuse check back within {WorkingDays(scheme.Checks.DueWorkingDays)} of referral.",
        RuleIds.OfferLapse => $"An offer lapses {scheme.Offer.LapseDays} days after it was made, or earlier when the charge-by date demands it.",
        RuleIds.TermEnd => scheme.Term.Months > 0
            ? $"The term is {scheme.Term.Months} calendar months from the day of signing, to the end of the last day."
            : $"The term is {scheme.Term.Weeks} weeks from the day of signing, to the end of the last day.",
        RuleIds.ConcludingEnd => $"Open records are settled within {WorkingDays(scheme.Recording.ConcludingWorkingDays)} of the end of the term.",
        RuleIds.CoverEnd => "A cover ends by itself at the end of its last day; then the key worker does the work again.",
        RuleIds.SettleCondition => $"A condition that cannot be kept is waived or substituted by a lead within {WorkingDays(scheme.Recording.SettleWorkingDays)}.",
        RuleIds.ParticipantReminder => $"The participant is reminded {string.Join(" and ", scheme.Recording.ReminderDaysBefore.Select(DaysBefore))} a meeting or session.",
        RuleIds.AppointmentOutcome => $"The outcome of a meeting or session is recorded within {WorkingDays(scheme.Recording.OutcomeWorkingDays)}.",
        RuleIds.EvidenceAwaited => $"Evidence for an absence is awaited {WorkingDays(scheme.Recording.EvidenceWorkingDays)}; then the absence is unacceptable.",
        RuleIds.BreachDecision => scheme.Breach.AnswerWorkingDays == 0
            ? $"A lead other than the proposer decides a breach within {WorkingDays(scheme.Breach.DecideWorkingDays)}, and {scheme.Breach.DecideDaysBeforeChargeBy} days before the charge-by date where that is near."
            : $"A lead other than the proposer decides a breach within {WorkingDays(scheme.Breach.DecideWorkingDays)} of the person's answer or of the end of the time for it, and {scheme.Breach.DecideDaysBeforeChargeBy} days before the charge-by date where that is near.",
        RuleIds.BreachAnswer => $"The person may answer a proposed breach within {WorkingDays(scheme.Breach.AnswerWorkingDays)} of being told. The time is shorter when the charge-by date is near.",
        RuleIds.WarningContest => $"A sergeant or a lead who did not give the warning decides on a contested one within {WorkingDays(scheme.Breach.ContestWorkingDays)}.",
        RuleIds.ComplaintAcknowledge => $"A complaint is acknowledged within {WorkingDays(scheme.Complaints.AcknowledgeWorkingDays)}.",
        RuleIds.ComplaintAnswer => $"A complaint is answered within {WorkingDays(scheme.Complaints.AnswerWorkingDays)}, by somebody whom it is not about.",
        RuleIds.DataRequestAnswer => "A person who asks for their record, or to have it corrected, is answered within one month, and two more where it is complex (UK GDPR art. 12(3), Data Protection Act 2018 s.54).",
        RuleIds.HealthCheckDone => $"A health check is done within {WorkingDays(scheme.HealthChecks.DoneWorkingDays)} of the person’s yes.",
        RuleIds.HealthCheckOnward => $"What came of an onward referral is recorded within {WorkingDays(scheme.HealthChecks.OutcomeWorkingDays)}.",
        RuleIds.VisitOutcome => $"Whether the person came to an appointment with a service is recorded within {WorkingDays(scheme.Recording.OutcomeWorkingDays)}. It never counts against them.",
        RuleIds.MentorMeeting => $"A mentor meets the person within {WorkingDays(scheme.Mentorings.FirstWorkingDays)} and then every {WorkingDays(scheme.Mentorings.NextWorkingDays)}, or records that it has ended.",
        RuleIds.HandoverMeeting => $"After a change of key worker both meet, best with the person, within {WorkingDays(scheme.Transfers.HandoverMeetingWorkingDays)}.",
        RuleIds.ExitPlanBegun => $"What goes on after the last day is begun to be planned by the end of week {scheme.ExitPlans.BeginByWeek}.",
        RuleIds.ExitPlanAgreed => $"The person agrees to the exit plan by the end of week {scheme.ExitPlans.AgreeByWeek}. An agreement that is completed without one is told to a lead.",
        RuleIds.FollowUpCall => $"Whoever completed an agreement with an exit plan is rung {string.Join(" and ", scheme.ExitPlans.AllCallWeeks)} weeks after the last day. Whether they are reached does not count against them.",
        RuleIds.TellPerson => $"The person is told within {WorkingDays(scheme.TellWorkingDays)}.",
        RuleIds.BoardAction => "An action of the board is closed, with what came of it, by the day that was agreed.",
        RuleIds.CustodyMatch => $"A custody notice without a reference is compared and decided on by a lead within {WorkingDays(CustodyMatches.CustodyMatch.DecideWorkingDays)}.",
        RuleIds.CustodyNoticeRead => $"A custody notice without an agreement is read by the officer within {WorkingDays(Conditions.NoReoffending.CustodyNotices.ReadWorkingDays)}.",
        RuleIds.ContactFails => $"A number or address of the person that does not work is put right within {WorkingDays(Referral.FailingContact.CorrectWorkingDays)}.",
        RuleIds.SharingReview => "What a partner organisation is told is looked at again on the day that was set; leads are told on that day and again until it is done.",
        RuleIds.PartnershipReview => "A partnership agreement is reviewed with the provider on the day that was set; leads are told on that day and again until it is done.",
        RuleIds.RiskAssessmentReview => "The risk assessment of a reparation project is made again by the day that was set; leads are told on that day and again until it is done.",
        RuleIds.PartnerNoteRead => $"A note of a partner is read by the key worker within {WorkingDays(Term.PartnerNotes.ReadWorkingDays)}.",
        RuleIds.TeamAnswer => $"The manager of the team that is asked to take a case answers within {WorkingDays(scheme.Transfers.TeamAnswerWorkingDays)}.",
        RuleIds.CourtesyReview => "The key worker asks those who supervise for us how it goes, on the day that was set.",
        RuleIds.CourtesyEnd => "A courtesy supervision ends by itself at the end of its last day; then the key worker meets the person again.",
        RuleIds.TransferConfirm => $"Whoever takes a case over confirms that they have it within {WorkingDays(scheme.Transfers.ConfirmWorkingDays)}, and earlier when the charge-by date is near. Until then the charge-by date is this programme's to watch.",
        RuleIds.CaseOutcome => $"What happened to the case is recorded by the charge-by date; without one, within {WorkingDays(scheme.CaseOutcomes.RecordWorkingDays)}.",
        RuleIds.FollowUpResult => $"Reoffending is followed up over {string.Join(" and ", scheme.FollowUps.AllMonths)} months from allocation or signing. {scheme.FollowUps.WaitingMonths} months are left for an offence to be proven, and the search of the records is recorded within {WorkingDays(scheme.FollowUps.RecordWorkingDays)} of that (Ministry of Justice, proven reoffending statistics).",
        RuleIds.VictimSupport => $"The victim is referred to support within {WorkingDays(scheme.Victim.SupportReferralWorkingDays)} (Victims' Code).",
        RuleIds.VictimRequestAcknowledged => $"A review or complaint of a victim is acknowledged within {WorkingDays(scheme.Victim.Reviews.AcknowledgeWorkingDays)}.",
        RuleIds.VictimRequestAnswered => $"A review or complaint of a victim is answered within {WorkingDays(scheme.Victim.Reviews.AnswerWorkingDays)}, by somebody one rank above the decision who is not involved.",
        RuleIds.VictimToldDecision => $"The victim is told of the decision within {WorkingDays(scheme.Victim.ToldWorkingDays)}, {WorkingDays(scheme.Victim.ToldEnhancedWorkingDays)} with enhanced rights (Victims' Code).",
        RuleIds.VictimToldEnding => $"The victim is told of the ending within {WorkingDays(scheme.Victim.ToldWorkingDays)}, {WorkingDays(scheme.Victim.ToldEnhancedWorkingDays)} with enhanced rights (Victims' Code).",
        _ => ConditionKinds.Explain(rule, scheme) ?? throw new ArgumentOutOfRangeException(nameof(rule), rule, "No such rule."),
    };

    private static string DaysBefore(int days) => days switch { 0 => "on the day of", 1 => "1 day before", _ => $"{days} days before" };

    internal static string Weeks(int weeks) => weeks == 1 ? "1 week" : $"{weeks} weeks";

    internal static string WorkingDays(int days) => days == 1 ? "1 working day" : $"{days} working days";
}
