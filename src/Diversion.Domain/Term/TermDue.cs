using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Time;

namespace Diversion.Domain.Term;

internal static class TermDue
{
    public static void Collect(AgreementState state, List<DueMoment> due)
    {
        if (state.Cover is { } cover)
        {
            due.Add(new DueMoment(cover.EndsAt, Tracks.Agreement, DueKind.CoverEnds, "cover", RuleIds.CoverEnd));
        }

        if (state.Term is not { } term)
        {
            return;
        }

        if (state.Status == AgreementStatus.Active)
        {
            due.Add(new DueMoment(term.EndsAt, Tracks.Agreement, DueKind.TermEnds, "term", RuleIds.TermEnd));
        }
        else if (state.Status == AgreementStatus.Concluding && (term.ConcludingExpired ? term.AskAgainAt : term.ConcludingUntil) is { } until)
        {
            due.Add(new DueMoment(until, Tracks.Agreement, DueKind.ConcludingEnds, "concluding", RuleIds.ConcludingEnd));
        }
    }

    public static void Fire(DecisionContext context, DueMoment moment)
    {
        if (moment.Kind == DueKind.CoverEnds)
        {
            context.Raise(new TermEvent.CoverEnded());
            return;
        }

        if (moment.Kind == DueKind.TermEnds)
        {
            ConditionOutcomes.Follow(context);
            if (!Ending.TryComplete(context))
            {
                // After an outage, or a breach decided after the end, there is still the full time to settle.
                var from = LocalDate.Max(context.State.Term!.LastDay, context.Today.PlusDays(-1));
                var until = context.Calendar.AddWorkingDays(from, context.Scheme.Recording.ConcludingWorkingDays);
                context.Raise(new TermEvent.ConcludingBegan(
                    WorkingCalendar.At(until, WorkingCalendar.CloseOfBusiness), Ending.Unsettled(context.State)));
            }

            return;
        }

        // Timers propose and chase; people decide. A shortfall that is the person's goes to a lead as a proposal.
        if (Ending.FallsToParticipant(context.State, context.Scheme))
        {
            Proposal.Raise(context, BreachCause.ConditionsNotKept);
        }
        else
        {
            // An acknowledged alert is easily forgotten: while nobody settles the agreement, the alert comes back.
            var again = context.Calendar.WorkingDaysAfter(context.Now, context.Scheme.Recording.ConcludingWorkingDays);
            context.Raise(new TermEvent.ConcludingExpired(Ending.Unsettled(context.State), context.Now, again));
        }
    }
}
