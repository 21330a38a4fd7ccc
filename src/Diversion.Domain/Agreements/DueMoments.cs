using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.ExitPlans;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Offer;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;

namespace Diversion.Domain.Agreements;

/// <summary>Collects what falls due from each part of the state. The instants were stored by events; nothing is recomputed.</summary>
internal static class DueMoments
{
    public static List<DueMoment> Of(AgreementState state)
    {
        var due = new List<DueMoment>(state.Obligations.Length + 8);
        foreach (var open in state.Obligations)
        {
            for (var step = open.Step; step < Rungs(state, open); step++)
            {
                due.Add(Ladder(open, step));
            }
        }

        CollectOwn(state, due);
        return due;
    }

    /// <summary>
    /// The next to fire. Of equal instants, ladder steps come first, in the order in which their obligations were created.
    /// </summary>
    public static DueMoment? Earliest(AgreementState state)
    {
        DueMoment? earliest = null;
        foreach (var open in state.Obligations)
        {
            if (open.Step < Rungs(state, open)
                && (earliest is null || open.Deadline.Ladder[open.Step] < earliest.At))
            {
                earliest = Ladder(open, open.Step);
            }
        }

        var own = new List<DueMoment>(4);
        CollectOwn(state, own);
        foreach (var moment in own)
        {
            if (earliest is null || moment.At < earliest.At)
            {
                earliest = moment;
            }
        }

        return earliest;
    }

    private static void CollectOwn(AgreementState state, List<DueMoment> due)
    {
        if (state.Keeping is { Ordered: not null } or { ErasedAt: not null })
        {
            return;
        }

        if (state.Status.IsRunning())
        {
            // Before the term: the last supervision period ends at the same instant and must be settled first.
            foreach (var condition in state.Conditions)
            {
                if (condition.IsOpen)
                {
                    ConditionKinds.RulesOf(condition.Kind).Collect(state, condition, due);
                }
            }
        }

        OfferDue.Collect(state, due);
        TermDue.Collect(state, due);
        BreachDue.Collect(state, due);
        TransferDue.Collect(state, due);
        FollowUpDue.Collect(state, due);
        ExitPlanDue.Collect(state, due);
    }

    /// <summary>An obligation that waits for an outcome is not late: its owner is reminded, but nothing escalates.</summary>
    private static int Rungs(AgreementState state, Obligation open) => state.AwaitsOutcome(open) ? 1 : open.Deadline.Ladder.Length;

    private static DueMoment Ladder(Obligation open, int step) => new(
        open.Deadline.Ladder[step],
        open.Track,
        open.KindAt(step),
        open.Id,
        open.Deadline.Rule);
}
