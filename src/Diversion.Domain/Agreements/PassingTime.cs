using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Offer;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Agreements;

/// <summary>Processes everything that is due by now, earliest first. Each step marks itself as done, so nothing fires twice.</summary>
internal static class PassingTime
{
    /// <summary>A store commits a command in one transaction of at most 99 rows; the rest stays due.</summary>
    public const int MostAtOnce = 20;

    public static Refusal? Pass(Unfolding unfolding)
    {
        for (var fired = 0; fired < MostAtOnce; fired++)
        {
            if (DueMoments.Earliest(unfolding.State) is not { } next || next.At > unfolding.Now)
            {
                break;
            }

            unfolding.Moment = next.At;
            Fire(unfolding, next);

            // Apply the consequences of each moment before the next one: an outage must not change the result.
            Consequences.Follow(unfolding);
        }

        unfolding.Moment = null;

        return null;
    }

    private static void Fire(Unfolding unfolding, DueMoment moment)
    {
        switch (moment.Kind)
        {
            case DueKind.OwnerReminded or DueKind.Escalated:
                Escalate(unfolding, moment);
                break;
            case DueKind.ParticipantReminded or DueKind.EvidenceAwaitedExpires:
                AppointmentDue.Fire(unfolding, moment);
                break;
            case DueKind.SupervisionPeriodEnds or DueKind.TagWearEnds:
                ConditionKinds.RulesOf(unfolding.State.Condition<Condition>(moment.Track).Kind).Fire(unfolding, moment);
                break;
            case DueKind.OfferLapses:
                unfolding.Raise(new OfferEvent.OfferLapsed(moment.At));
                VictimPromises.OnDecision(unfolding);
                CaseOutcomes.Owe(unfolding);
                break;
            case DueKind.TermEnds or DueKind.ConcludingEnds or DueKind.CoverEnds:
                TermDue.Fire(unfolding, moment);
                break;
            case DueKind.ChargeByAlert or DueKind.AnswerTimeEnds:
                BreachDue.Fire(unfolding, moment);
                break;
            default:
                throw new InvalidOperationException($"Nothing fires {moment.Kind}.");
        }
    }

    private static void Escalate(Unfolding unfolding, DueMoment moment)
    {
        var open = unfolding.State.Obligations.First(promise => promise.Id == moment.Subject);
        unfolding.Raise(moment.Kind == DueKind.OwnerReminded
            ? new TermEvent.OwnerReminded(open.Id, open.Deadline.Rule, open.Owner, open.Deadline.Due)
            : new TermEvent.ObligationEscalated(open.Id, open.Deadline.Rule, open.Step, open.ToldAt(open.Step, unfolding.Scheme.Escalation), open.Deadline.Due, unfolding.Now));
    }
}
