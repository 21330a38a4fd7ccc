using Diversion.Domain.Agreements;

namespace Diversion.Domain.Offer;

internal static class OfferDue
{
    public static void Collect(AgreementState state, List<DueMoment> due)
    {
        if (state is { Status: AgreementStatus.Offered, Offer: { } offer })
        {
            due.Add(new DueMoment(offer.LapsesAt, Tracks.Agreement, DueKind.OfferLapses, "offer", RuleIds.OfferLapse));
        }
    }
}
