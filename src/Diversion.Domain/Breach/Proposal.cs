using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;
using Diversion.Domain.Time;

namespace Diversion.Domain.Breach;

internal static class Proposal
{
    /// <summary>Puts the breach before a lead. A second cause while one waits changes nothing: the lead sees both.</summary>
    public static void Raise(Unfolding unfolding, BreachCause cause)
    {
        if (unfolding.State.Status == AgreementStatus.BreachReview)
        {
            return;
        }

        var answer = AnswerTime.Until(unfolding, unfolding.Calendar.WorkingDaysAfter(unfolding.Now, unfolding.Scheme.TellWorkingDays));
        unfolding.Raise(new BreachEvent.BreachProposed(
            unfolding.State.BreachesProposed + 1,
            cause,
            unfolding.Command.By.Id,
            unfolding.Command.By.Role,
            unfolding.Now,
            AnswerTime.Decide(unfolding, answer ?? unfolding.Now),
            ChargeByAlerts(unfolding),
            answer));
        PersonPromises.Tell(unfolding, NewsKind.BreachProposed, unfolding.State.BreachesProposed);
    }

    /// <summary>
    /// The proposer of a breach changes nothing else about the agreement while it waits: that would decide it by another
    /// route.
    /// </summary>
    public static Refusal? Waits(Unfolding unfolding, string forWhat) =>
        unfolding.State.Breach is { } waiting && waiting.ProposerId == unfolding.Command.By.Id && unfolding.Command.By.Role != Role.Clock
            ? new Refusal.NotPermitted(
                RefusalCode.BreachDeciderIsProposer,
                $"You proposed the breach that is waiting for a decision, so you cannot {forWhat} until another lead has decided it. Ask that lead to do it.")
            : null;

    private static ImmutableArray<Instant> ChargeByAlerts(Unfolding unfolding)
    {
        if (unfolding.State.Referral.ChargeBy.Date is not { } chargeBy)
        {
            return [];
        }

        return
        [
            .. unfolding.Scheme.ChargeBy.AlertDays
                .Select(days => WorkingCalendar.At(chargeBy.PlusDays(-days), WorkingCalendar.StartOfBusiness))
                .Where(at => at > unfolding.Now)
                .Order(),
        ];
    }
}
