using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Time;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Offer;

internal static class OfferDecider
{
    public static Refusal? Decide(DecisionContext context, OfferCommand command) => command switch
    {
        OfferCommand.MakeOffer c => Make(context, c),
        OfferCommand.WithdrawOffer => Withdraw(context),
        OfferCommand.DeclineOffer => Decline(context),
        OfferCommand.SignAgreement c => Sign(context, c),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };

    private static Refusal? Make(DecisionContext context, OfferCommand.MakeOffer command)
    {
        var state = context.State;
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

        if (EligibilityDecider.Stale(context) is { } stale)
        {
            return stale;
        }

        if (TrialPlaceDecider.AwaitsArm(context) is { } unallocated)
        {
            return unallocated;
        }

        if (ConditionSet.Check(command.Conditions.IsDefault ? [] : command.Conditions, state, context.Scheme) is { } unfit)
        {
            return unfit;
        }

        var lastDay = TermRule.LastDay(context.Today, context.Scheme.Term);
        if ((Term(context, lastDay, "An agreement signed today") ?? ConditionSet.CheckDates(command.Conditions, context.Today, lastDay)) is { } refused)
        {
            return refused;
        }

        if (DuplicateDecider.Check(context, command.DuplicateReason, DuplicateStage.Offer) is { } duplicate)
        {
            return duplicate;
        }

        context.Raise(new OfferEvent.OfferMade(ConditionSet.WithOnlyVictim(command.Conditions, state), context.Scheme.Reference, context.Now, LapsesAt(context)));
        DuplicateDecider.Record(context, command.DuplicateReason, DuplicateStage.Offer);
        return null;
    }

    private static Refusal? Views(AgreementState state) => state.Victims.ViewsSettled == true
        ? null
        : new Refusal.RuleForbids(
            RefusalCode.VictimViewsOutstanding, "The views of each victim are sought before conditions are set. Record them, or that there is no victim.");

    /// <summary>An offer must not stay open after the last day on which it could be signed safely.</summary>
    private static Instant LapsesAt(DecisionContext context)
    {
        var lapse = WorkingCalendar.EndOf(context.Today.PlusDays(context.Scheme.Offer.LapseDays));
        return TermRule.LatestSigning(context.State.Referral.ChargeBy, context.Scheme) is { } latest
            ? Instant.Min(lapse, WorkingCalendar.EndOf(latest))
            : lapse;
    }

    private static Refusal? Withdraw(DecisionContext context)
    {
        if (context.State.Status != AgreementStatus.Offered)
        {
            return WrongStatus(context.State, "There is no offer to withdraw");
        }

        context.Raise(new OfferEvent.OfferWithdrawn());
        return null;
    }

    private static Refusal? Decline(DecisionContext context)
    {
        if (context.State.Status != AgreementStatus.Offered)
        {
            return WrongStatus(context.State, "There is no offer to decline");
        }

        context.Raise(new OfferEvent.OfferDeclined(context.Now));
        VictimObligations.OnDecision(context);
        CaseOutcomes.Owe(context);
        return null;
    }

    private static Refusal? Sign(DecisionContext context, OfferCommand.SignAgreement command)
    {
        var state = context.State;
        if (state.Term is { } signed && signed.SignedOn == command.SignedOn && state.KeyWorker?.Id == command.KeyWorker.Id)
        {
            return null;
        }

        if (state is not { Status: AgreementStatus.Offered, Offer: { } offer })
        {
            return WrongStatus(state, "Only an offer can be signed");
        }

        if (context.Now >= offer.LapsesAt)
        {
            return new Refusal.WrongState(RefusalCode.OfferLapsed, $"The offer lapsed on {Words.Date(offer.LapsesAt)}. Make a new referral if it is still right.");
        }

        if (command.SignedOn > context.Today)
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, "The day of signing is in the future. Record it on the day.");
        }

        if (command.SignedOn < WorkingCalendar.DateOf(offer.MadeAt))
        {
            return new Refusal.Invalid(RefusalCode.DateTooOld, $"The day of signing is before the offer of {Words.Date(offer.MadeAt)}. Check the date.");
        }

        if (context.Scheme.RouteOf(state.Referral.Facts.Route) is { Explain: { IsEmpty: false } explain } && !command.Explained)
        {
            return new Refusal.Invalid(
                RefusalCode.ExplanationMissing,
                $"Confirm (explained) that you explained this to the person, and that they signed for it: {string.Join(" ", explain)}")
            { Field = "explained" };
        }

        // A victim, or a child-protection case, may have become known since the offer.
        if (Views(state) is { } unsought)
        {
            return unsought;
        }

        // So may a concern about domestic abuse, or another fact that the approval was based on.
        if (EligibilityDecider.Stale(context) is { } stale)
        {
            return stale;
        }

        if (ConditionSet.Check(offer.Conditions, state, context.Scheme) is { } unfit)
        {
            return unfit;
        }

        var lastDay = TermRule.LastDay(command.SignedOn, context.Scheme.Term);
        if ((Term(context, lastDay, "This agreement") ?? ConditionSet.CheckDates(offer.Conditions, command.SignedOn, lastDay)) is { } refused)
        {
            return refused;
        }

        if (DuplicateDecider.Check(context, command.DuplicateReason, DuplicateStage.Signing) is { } duplicate)
        {
            return duplicate;
        }

        DuplicateDecider.Record(context, command.DuplicateReason, DuplicateStage.Signing);
        context.Raise(new OfferEvent.AgreementSigned(command.SignedOn, lastDay, WorkingCalendar.EndOf(lastDay), command.KeyWorker, context.Now,
            context.Scheme.RouteOf(state.Referral.Facts.Route) is { Explain: { IsEmpty: false } explained } ? explained : null));
        ConditionSet.Open(context, offer.Conditions, command.SignedOn);
        PersonObligations.TellOfSigning(context);
        VictimObligations.OnDecision(context);
        return null;
    }

    private static Refusal? Term(DecisionContext context, LocalDate lastDay, string what) =>
        TermRule.CheckChargeBy(context.State.Referral.ChargeBy, lastDay, context.Scheme, what) ?? context.CalendarCovers(lastDay);

    private static Refusal WrongStatus(AgreementState state, string rule) =>
        new Refusal.WrongState(RefusalCode.WrongStatus, $"{rule}. It is {Words.Of(state.Status)} now.");
}
