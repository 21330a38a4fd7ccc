using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Offer;

public abstract record OfferEvent : AgreementEvent
{
    private OfferEvent()
    {
    }

    /// <param name="Scheme">The version in force on the day of the offer; kept for the whole agreement.</param>
    public sealed record OfferMade(ImmutableArray<ConditionTerms> Conditions, SchemeRef Scheme, Instant At, Instant LapsesAt) : OfferEvent;

    public sealed record OfferWithdrawn : OfferEvent;

    public sealed record OfferDeclined(Instant At) : OfferEvent;

    public sealed record OfferLapsed(Instant At) : OfferEvent;

    /// <param name="Explained">What was explained to the person and signed for, as it was put; not given in events from
    /// before this was stored.</param>
    public sealed record AgreementSigned(
        LocalDate SignedOn, LocalDate LastDay, Instant EndsAt, StaffRef KeyWorker, Instant At, ImmutableArray<string>? Explained = null) : OfferEvent;
}
