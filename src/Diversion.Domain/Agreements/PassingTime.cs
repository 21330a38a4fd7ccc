using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.ExitPlans;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Offer;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Agreements;

/// <summary>Processes everything that is due by now, earliest first. Each step marks itself as done, so nothing fires twice.</summary>
internal static class PassingTime
{
    /// <summary>A store commits a command in one transaction of at most 99 rows; the rest stays due.</summary>
    public const int MostAtOnce = 20;

    public static Refusal? Pass(DecisionContext context)
    {
        for (var fired = 0; fired < MostAtOnce; fired++)
        {
            if (DueMoments.Earliest(context.State) is not { } next || next.At > context.Now)
            {
                break;
            }

            context.Moment = next.At;
            Fire(context, next);

            // Apply the consequences of each moment before the next one: an outage must not change the result.
            Consequences.Follow(context);
        }

        context.Moment = null;

        return null;
    }

    private static void Fire(DecisionContext context, DueMoment moment)
    {
        switch (moment.Kind)
        {
            case DueKind.OwnerReminded or DueKind.Escalated:
                Escalate(context, moment);
                break;
            case DueKind.ParticipantReminded or DueKind.EvidenceAwaitedExpires:
                AppointmentDue.Fire(context, moment);
                break;
            case DueKind.SupervisionPeriodEnds or DueKind.TagWearEnds:
                ConditionKinds.RulesOf(context.State.Condition<Condition>(moment.Track).Kind).Fire(context, moment);
                break;
            case DueKind.OfferLapses:
                context.Raise(new OfferEvent.OfferLapsed(moment.At));
                VictimObligations.OnDecision(context);
                CaseOutcomes.Owe(context);
                break;
            case DueKind.TermEnds or DueKind.ConcludingEnds or DueKind.CoverEnds:
                TermDue.Fire(context, moment);
                break;
            case DueKind.FollowUpSet:
                FollowUpDue.Fire(context);
                break;
            case DueKind.ExitPlanAsked:
                ExitPlanDue.Fire(context);
                break;
            case DueKind.CourtesySupervisionEnds:
                TransferDue.Fire(context);
                break;
            case DueKind.ChargeByAlert or DueKind.AnswerTimeEnds:
                BreachDue.Fire(context, moment);
                break;
            default:
                throw new InvalidOperationException($"Nothing fires {moment.Kind}.");
        }
    }

    private static void Escalate(DecisionContext context, DueMoment moment)
    {
        var open = context.State.Obligations.First(promise => promise.Id == moment.Subject);
        context.Raise(moment.Kind == DueKind.OwnerReminded
            ? new TermEvent.OwnerReminded(open.Id, open.Deadline.Rule, open.Owner, open.Deadline.Due)
            : new TermEvent.ObligationEscalated(open.Id, open.Deadline.Rule, open.Step, open.ToldAt(open.Step, context.Scheme.Escalation), open.Deadline.Due, context.Now));
    }
}
