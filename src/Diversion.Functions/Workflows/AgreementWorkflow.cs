using Diversion.Domain;
using Diversion.Domain.Agreements;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Diversion.Functions.Workflows;

/// <summary>
/// An agreement from referral to its outcome. One instance per agreement, with the agreement's reference as id; the
/// workflows of its set-up and its conditions run beside it.
/// </summary>
/// <remarks>
/// <list type="number">
/// <item>Referred: waits for the safeguarding and domestic-abuse checks, and chases them.</item>
/// <item>Offered: waits for the signature; an offer that nobody signs lapses.</item>
/// <item>Signed: makes sure that the workflows of set-up and of each condition run, including one that a variation adds.</item>
/// <item>Breach review: a proposed breach waits for a lead, who is chased more often as the charge-by date comes nearer.</item>
/// <item>The term ends: completed, or concluding until what is open has been settled or goes to a lead.</item>
/// <item>After the outcome: the victim is told; mail and messages are delivered; then it ends.</item>
/// <item>Follow-up, years later: the sweep starts it again for each due moment, and it ends again.</item>
/// </list> Only this workflow delivers the agreement's mail and messages: one instance delivers at a time.
/// </remarks>
public static class AgreementWorkflow
{
    public static PhaseDeclaration Phase { get; } = new()
    {
        WaitsFor =
        [
            RuleIds.CheckSafeguarding, RuleIds.CheckDomesticAbuse, RuleIds.VictimSupport, RuleIds.VictimToldDecision, RuleIds.SettleCondition, RuleIds.BreachAnswer, RuleIds.BreachDecision,
            RuleIds.CompensationPayment, RuleIds.ApologyWritten, RuleIds.ApologyChecked, RuleIds.ApologyEnd, RuleIds.CourseDone, RuleIds.DonationMade, RuleIds.AppointmentOutcome, RuleIds.WarningContest, RuleIds.ComplaintAcknowledge, RuleIds.ComplaintAnswer, RuleIds.DataRequestAnswer, RuleIds.VisitOutcome, RuleIds.HealthCheckDone, RuleIds.HealthCheckOnward, RuleIds.MentorMeeting, RuleIds.CustodyNoticeRead, RuleIds.PartnerNoteRead, RuleIds.ContactFails, RuleIds.TeamAnswer, RuleIds.CourtesyReview, RuleIds.TransferConfirm, RuleIds.TellPerson, RuleIds.VictimToldEnding, RuleIds.VictimRequestAcknowledged, RuleIds.VictimRequestAnswered, RuleIds.CaseOutcome, RuleIds.HandoverMeeting, RuleIds.ExitPlanBegun, RuleIds.ExitPlanAgreed, RuleIds.FollowUpCall, RuleIds.FollowUpResult,
        ],
        TimeDoes = [DueKind.OfferLapses, DueKind.ParticipantReminded, DueKind.EvidenceAwaitedExpires, DueKind.CoverEnds, DueKind.CourtesySupervisionEnds, DueKind.AnswerTimeEnds, DueKind.ChargeByAlert, DueKind.TermEnds, DueKind.ConcludingEnds, DueKind.ExitPlanAsked, DueKind.FollowUpSet],
        OutlivesTheAgreement = true,
        EndsWith = "the agreement has ended, the victim and the person are told, what happened to the case is recorded, and every message is delivered or given up. For follow-up the sweep starts it again",
    };

    [Function(nameof(AgreementWorkflow))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, WorkflowTrack track)
    {
        var step = await Attempts.Call<TrackStep>(context, ActivityNames.AdvanceAgreement, track, Attempts.Three);
        var outbox = await Attempts.Call<OutboxStep>(context, ActivityNames.DeliverOutbox, track, Attempts.Two);
        TrackCycle.Show(context, step);
        if (step is { Over: true } && outbox is { NextTry: null })
        {
            return;
        }

        var next = Earliest(step?.NextDue, outbox?.NextTry);
        await TrackCycle.BeginAnew(
            context,
            track,
            step is null || outbox is null ? Earliest(next, context.CurrentUtcDateTime + Attempts.Pause) : next);
    }

    private static DateTime? Earliest(DateTime? one, DateTime? other) =>
        one is null || other < one ? other ?? one : one;
}
