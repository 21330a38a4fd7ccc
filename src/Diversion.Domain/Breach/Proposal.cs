using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;
using Diversion.Domain.Time;

namespace Diversion.Domain.Breach;

internal static class Proposal
{
    /// <summary>Puts the breach before a lead. A second cause while one waits changes nothing: the lead sees both.</summary>
    public static void Raise(DecisionContext context, BreachCause cause)
    {
        if (context.State.Status == AgreementStatus.BreachReview)
        {
            return;
        }

        var answer = AnswerTime.Until(context, context.Calendar.WorkingDaysAfter(context.Now, context.Scheme.TellWorkingDays));
        context.Raise(new BreachEvent.BreachProposed(
            context.State.BreachesProposed + 1,
            cause,
            context.Command.By.Id,
            context.Command.By.Role,
            context.Now,
            AnswerTime.Decide(context, answer ?? context.Now),
            ChargeByAlerts(context),
            answer));
        PersonObligations.Tell(context, NewsKind.BreachProposed, context.State.BreachesProposed);
    }

    /// <summary>
    /// The proposer of a breach changes nothing else about the agreement while it waits: that would decide it by another
    /// route.
    /// </summary>
    public static Refusal? Waits(DecisionContext context, string forWhat) =>
        context.State.Breach is { } waiting && waiting.ProposerId == context.Command.By.Id && context.Command.By.Role != Role.Clock
            ? new Refusal.NotPermitted(
                RefusalCode.BreachDeciderIsProposer,
                $"You proposed the breach that is waiting for a decision, so you cannot {forWhat} until another lead has decided it. Ask that lead to do it.")
            : null;

    private static ImmutableArray<Instant> ChargeByAlerts(DecisionContext context)
    {
        if (context.State.Referral.ChargeBy.Date is not { } chargeBy)
        {
            return [];
        }

        return
        [
            .. context.Scheme.ChargeBy.AlertDays
                .Select(days => WorkingCalendar.At(chargeBy.PlusDays(-days), WorkingCalendar.StartOfBusiness))
                .Where(at => at > context.Now)
                .Order(),
        ];
    }
}
