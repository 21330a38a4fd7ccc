using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Time;

namespace Diversion.Domain.Offer;

internal static class OfferCandidates
{
    public static IEnumerable<AgreementCommand> Of(AgreementState state, Instant now)
    {
        yield return new OfferCommand.MakeOffer([new ConditionTerms.NoReoffending()]);
        yield return new OfferCommand.WithdrawOffer();
        yield return new OfferCommand.DeclineOffer();
        yield return new OfferCommand.SignAgreement(WorkingCalendar.DateOf(now), CandidateCommands.Somebody) { Explained = true };
        if (state.Offer is { } offer)
        {
            // If it was signed on the day of the offer and is recorded today, it may still end before its charge-by date.
            yield return new OfferCommand.SignAgreement(WorkingCalendar.DateOf(offer.MadeAt), CandidateCommands.Somebody) { Explained = true };
        }
    }
}
