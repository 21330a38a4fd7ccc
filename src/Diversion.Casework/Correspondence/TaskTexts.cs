using Diversion.Casework.Conditions;
using Diversion.Domain;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.Correspondence;

/// <summary>A text for each rule that creates an obligation.</summary>
public static class TaskTexts
{
    public static TaskText Of(string rule) => rule switch
    {
        RuleIds.CheckSafeguarding => new("Record the safeguarding check", "Ask children's services for the answer and record it. No offer can be made before it is back."),
        RuleIds.CheckDomesticAbuse => new("Record the domestic-abuse check", "Get the answer and record it. No offer can be made before it is back."),
        RuleIds.SettleCondition => new("Settle a condition that cannot be kept", "Open the case, then waive the condition or put another in its place, with your reason."),
        RuleIds.AppointmentOutcome => new("Record what happened at an appointment", "Record whether the person came. If you do not know, ask today."),
        RuleIds.BreachDecision => new("Decide a proposed breach", "Read the case and decide: confirm, continue with a final warning, vary or extend. The person who proposed it cannot decide it."),
        RuleIds.TellPerson => new("Tell the person about a change or decision", "Meet or ring the person, or send a letter. Then record how and when you told them."),
        RuleIds.CustodyNoticeRead => new("Read a custody notice", "Read it on the timeline of the case. Decide whether it changes anything for the referral, and record that you have read it."),
        RuleIds.BreachAnswer => new("Record the person's answer to the proposed breach", "Ask what a lead should know before deciding, and record it. If the person does not wish to answer, record that."),
        RuleIds.WarningContest => new("Decide on a warning that the person contests", "Read what the person says, and decide whether the warning stays. A sergeant, or a lead who did not give it, decides."),
        RuleIds.ComplaintAcknowledge => new("Acknowledge a complaint", "Tell who made it that it has come, who answers it and by when. Then record it."),
        RuleIds.ComplaintAnswer => new("Answer a complaint", "Find out what happened, tell who made it what you found and what follows, and record it. If it is about you, somebody else does it."),
        RuleIds.DataRequestAnswer => new("Answer a request about the person’s record", "Read the record with what concerns others left out, and give it; or correct what is wrong. Then record the answer. The limit is set by law."),
        RuleIds.HealthCheckDone => new("Do the health check", "Meet the person, do the check, and record the day. If they do not want it any more, record that: it is theirs to decide."),
        RuleIds.HealthCheckOnward => new("Record what came of an onward referral", "Ask the person or the service. The people of the partner who did the health check record it."),
        RuleIds.VisitOutcome => new("Record whether the person came to a service", "Ask the service or the person, and record it. It does not count against them; if they did not come, book another time."),
        RuleIds.MentorMeeting => new("Meet the person as their mentor", "Meet or ring them, and record it in two taps. If they do not want it any more, record that it has ended: it counts for nothing against them."),
        RuleIds.HandoverMeeting => new("Meet the former key worker to hand the case over", "Best with the person there: what matters to them, what works, what not to say. Record the meeting and what you have to know; if it cannot be held, record that."),
        RuleIds.ExitPlanBegun => new("Begin the exit plan", "Ask the person what helps them now, and who stays when the agreement is over: a service, family, work, a group. Write down what goes on, and with whom."),
        RuleIds.ExitPlanAgreed => new("Agree the exit plan with the person", "Go through it together, say who rings them after the end, and record that they agree. Have whoever goes on meet them before the last day."),
        RuleIds.FollowUpCall => new("Ring the person after the end", "Ask how it goes with what was planned, and help where it does not. Record whether you reached them; it does not count against them."),
        RuleIds.ContactFails => new("Ask the person for a number or address that works", "Messages to the one on record do not arrive. Ask the person, then save the contact details; if it is right after all, save it as it is."),
        RuleIds.PartnerNoteRead => new("Read a partner's note", "Read what the provider or facilitator wrote on their condition, and do what follows from it."),
        RuleIds.TeamAnswer => new("Say whether your team takes a case", "Read the case. Accept it with a key worker of your team, or decline it with your reason. Until then it stays where it is."),
        RuleIds.TransferConfirm => new("Record that the other side has the case", "Ring whoever takes the case over, and record who confirms that it runs there. If they do not take it, take it back."),
        RuleIds.CourtesyReview => new("Ask how the courtesy supervision goes", "Ring those who supervise for us, and record what they say and when you ask again."),
        RuleIds.CaseOutcome => new("Record what happened to the case", "Record the charge, summons, caution or decision with its Home Office outcome code. If nothing has been decided, have it decided before the charge-by date."),
        RuleIds.FollowUpResult => new("Record the result of follow-up", "Have the police’s records searched for the person up to the end of the waiting time. Import the force’s file, or have a programme lead record on the case what was found and up to which day the records were searched."),
        RuleIds.VictimSupport => new("Refer to victim support", "Make the referral and record it in the case."),
        RuleIds.VictimRequestAcknowledged => new("Acknowledge a victim's review or complaint", "Tell them that it has come, who looks at it and by when they are answered. Then record it."),
        RuleIds.VictimRequestAnswered => new("Answer a victim's review or complaint", "Have it looked at by somebody one rank above the decision who is not involved. Tell the victim the outcome and the reasons, and record it."),
        RuleIds.VictimToldDecision => new("Tell the victim the decision", "Call or visit as they asked to be told, then record that you did."),
        RuleIds.VictimToldEnding => new("Tell the victim how the case ended", "Call or visit as they asked to be told, then record that you did."),
        _ => ConditionDescriptors.TaskOf(rule)?.Text ?? throw new ArgumentOutOfRangeException(nameof(rule), rule, "No promise is made by this rule."),
    };

    /// <summary>Of one obligation: among several victims, it says which.</summary>
    /// <param name="obligation">Its id.</param>
    public static TaskText Of(string rule, string obligation) =>
        Of(rule) is var text && Tracks.VictimIn(obligation.Split('/')[0]) is > 1 and { } victim ? text with { What = $"{text.What} (victim {victim})" } : text;

    /// <summary>For the provider or facilitator, who does or waits for what the key worker follows up.</summary>
    public static TaskText ForPartner(string rule) => ConditionDescriptors.TaskOf(rule)?.ForPartner ?? Of(rule);
}
