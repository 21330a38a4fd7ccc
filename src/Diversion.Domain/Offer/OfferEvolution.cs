using Diversion.Domain.Agreements;
using Diversion.Domain.Term;

namespace Diversion.Domain.Offer;

internal static class OfferEvolution
{
    public static AgreementState Evolve(AgreementState state, OfferEvent happened) => happened switch
    {
        OfferEvent.OfferMade e => state with
        {
            Status = AgreementStatus.Offered,
            Scheme = e.Scheme,
            Offer = new OfferState(e.Conditions, e.At, e.LapsesAt),
        },
        OfferEvent.OfferWithdrawn => state with { Status = AgreementStatus.Eligible, Offer = null },
        OfferEvent.OfferDeclined e => state.Ended(AgreementStatus.Declined, e.At),
        OfferEvent.OfferLapsed e => state.Ended(AgreementStatus.Lapsed, e.At),
        OfferEvent.AgreementSigned e => state with
        {
            Status = AgreementStatus.Active,
            Term = new TermState(e.SignedOn, e.LastDay, e.EndsAt) { Explained = e.Explained ?? [] },
            KeyWorker = e.KeyWorker,
        },
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };
}
