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

    public static void Fire(Unfolding unfolding, DueMoment moment)
    {
        if (moment.Kind == DueKind.CoverEnds)
        {
            unfolding.Raise(new TermEvent.CoverEnded());
            return;
        }

        if (moment.Kind == DueKind.TermEnds)
        {
            ConditionOutcomes.Follow(unfolding);
            if (!Ending.TryComplete(unfolding))
            {
                // After an outage, or a breach decided after the end, there is still the full time to settle.
                var from = LocalDate.Max(unfolding.State.Term!.LastDay, unfolding.Today.PlusDays(-1));
                var until = unfolding.Calendar.AddWorkingDays(from, unfolding.Scheme.Recording.ConcludingWorkingDays);
                unfolding.Raise(new TermEvent.ConcludingBegan(
                    WorkingCalendar.At(until, WorkingCalendar.CloseOfBusiness), Ending.Unsettled(unfolding.State)));
            }

            return;
        }

        // Timers propose and chase; people decide. A shortfall that is the person's goes to a lead as a proposal.
        if (Ending.FallsToParticipant(unfolding.State, unfolding.Scheme))
        {
            Proposal.Raise(unfolding, BreachCause.ConditionsNotKept);
        }
        else
        {
            // An acknowledged alert is easily forgotten: while nobody settles the agreement, the alert comes back.
            var again = unfolding.Calendar.WorkingDaysAfter(unfolding.Now, unfolding.Scheme.Recording.ConcludingWorkingDays);
            unfolding.Raise(new TermEvent.ConcludingExpired(Ending.Unsettled(unfolding.State), unfolding.Now, again));
        }
    }
}
