using Diversion.Domain.Conditions;

namespace Diversion.Domain.Offer;

public sealed record OfferState(ImmutableArray<ConditionTerms> Conditions, Instant MadeAt, Instant LapsesAt);
