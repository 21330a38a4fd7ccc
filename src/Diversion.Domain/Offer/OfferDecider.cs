using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Domain.Time;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Offer;

internal static class OfferDecider
{
    public static Refusal? Decide(Unfolding unfolding, OfferCommand command) => command switch
    {
        OfferCommand.MakeOffer c => Make(unfolding, c),
        OfferCommand.WithdrawOffer => Withdraw(unfolding),
        OfferCommand.DeclineOffer => Decline(unfolding),
        OfferCommand.SignAgreement c => Sign(unfolding, c),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };

    private static Refusal? Make(Unfolding unfolding, OfferCommand.MakeOffer command)
    {
        var state = unfolding.State;
        if (state.Status != AgreementStatus.Eligible)
        {
            return WrongStatus(state, "An offer is made once eligibility is approved");
        }

        if (!state.Referral.ChecksBack)
        {
            return new Refusal.RuleForbids(RefusalCode.ChecksOutstanding, "The safeguarding and domestic-abuse checks are not back. Record both before the offer.");
        }

        if (Views(state) is { } unsought)
        {
            return unsought;
        }

        if (EligibilityDecider.Stale(unfolding) is { } stale)
        {
            return stale;
        }

        if (ConditionSet.Check(command.Conditions.IsDefault ? [] : command.Conditions, state, unfolding.Scheme) is { } unfit)
        {
            return unfit;
        }

        var lastDay = TermRule.LastDay(unfolding.Today, unfolding.Scheme.Term);
        if (Term(unfolding, lastDay, "An agreement signed today") is { } refused)
        {
            return refused;
        }

        if (DuplicateDecider.Check(unfolding, command.DuplicateReason, DuplicateStage.Offer) is { } duplicate)
        {
            return duplicate;
        }

        unfolding.Raise(new OfferEvent.OfferMade(command.Conditions, unfolding.Scheme.Reference, unfolding.Now, LapsesAt(unfolding)));
        DuplicateDecider.Record(unfolding, command.DuplicateReason, DuplicateStage.Offer);
        return null;
    }

    private static Refusal? Views(AgreementState state) => state.Victim.ViewsSettled == true
        ? null
        : new Refusal.RuleForbids(
            RefusalCode.VictimViewsOutstanding, "The victim's views are sought before conditions are set. Record them, or that there is no victim.");

    /// <summary>An offer must not stay open after the last day on which it could be signed safely.</summary>
    private static Instant LapsesAt(Unfolding unfolding)
    {
        var lapse = WorkingCalendar.EndOf(unfolding.Today.PlusDays(unfolding.Scheme.Offer.LapseDays));
        return TermRule.LatestSigning(unfolding.State.Referral.ChargeBy, unfolding.Scheme) is { } latest
            ? Instant.Min(lapse, WorkingCalendar.EndOf(latest))
            : lapse;
    }

    private static Refusal? Withdraw(Unfolding unfolding)
    {
        if (unfolding.State.Status != AgreementStatus.Offered)
        {
            return WrongStatus(unfolding.State, "There is no offer to withdraw");
        }

        unfolding.Raise(new OfferEvent.OfferWithdrawn());
        return null;
    }

    private static Refusal? Decline(Unfolding unfolding)
    {
        if (unfolding.State.Status != AgreementStatus.Offered)
        {
            return WrongStatus(unfolding.State, "There is no offer to decline");
        }

        unfolding.Raise(new OfferEvent.OfferDeclined(unfolding.Now));
        VictimPromises.OnDecision(unfolding);
        CaseOutcomes.Owe(unfolding);
        return null;
    }

    private static Refusal? Sign(Unfolding unfolding, OfferCommand.SignAgreement command)
    {
        var state = unfolding.State;
        if (state.Term is { } signed && signed.SignedOn == command.SignedOn && state.KeyWorker?.Id == command.KeyWorker.Id)
        {
            return null;
        }

        if (state is not { Status: AgreementStatus.Offered, Offer: { } offer })
        {
            return WrongStatus(state, "Only an offer can be signed");
        }

        if (unfolding.Now >= offer.LapsesAt)
        {
            return new Refusal.WrongState(RefusalCode.OfferLapsed, $"The offer lapsed on {Words.Date(offer.LapsesAt)}. Make a new referral if it is still right.");
        }

        if (command.SignedOn > unfolding.Today)
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, "The day of signing is in the future. Record it on the day.");
        }

        if (command.SignedOn < WorkingCalendar.DateOf(offer.MadeAt))
        {
            return new Refusal.Invalid(RefusalCode.DateTooOld, $"The day of signing is before the offer of {Words.Date(offer.MadeAt)}. Check the date.");
        }

        // A victim, or a child-protection case, may have become known since the offer.
        if (Views(state) is { } unsought)
        {
            return unsought;
        }

        // So may a concern about domestic abuse, or another fact that the approval was based on.
        if (EligibilityDecider.Stale(unfolding) is { } stale)
        {
            return stale;
        }

        if (ConditionSet.Check(offer.Conditions, state, unfolding.Scheme) is { } unfit)
        {
            return unfit;
        }

        var lastDay = TermRule.LastDay(command.SignedOn, unfolding.Scheme.Term);
        if (Term(unfolding, lastDay, "This agreement") is { } refused)
        {
            return refused;
        }

        if (DuplicateDecider.Check(unfolding, command.DuplicateReason, DuplicateStage.Signing) is { } duplicate)
        {
            return duplicate;
        }

        DuplicateDecider.Record(unfolding, command.DuplicateReason, DuplicateStage.Signing);
        unfolding.Raise(new OfferEvent.AgreementSigned(command.SignedOn, lastDay, WorkingCalendar.EndOf(lastDay), command.KeyWorker, unfolding.Now));
        ConditionSet.Open(unfolding, offer.Conditions, command.SignedOn);
        VictimPromises.OnDecision(unfolding);
        return null;
    }

    private static Refusal? Term(Unfolding unfolding, LocalDate lastDay, string what) =>
        TermRule.CheckChargeBy(unfolding.State.Referral.ChargeBy, lastDay, unfolding.Scheme, what) ?? unfolding.CalendarCovers(lastDay);

    private static Refusal WrongStatus(AgreementState state, string rule) =>
        new Refusal.WrongState(RefusalCode.WrongStatus, $"{rule}. It is {Words.Of(state.Status)} now.");
}
