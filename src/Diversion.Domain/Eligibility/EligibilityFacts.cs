namespace Diversion.Domain.Eligibility;

/// <summary>Answers that somebody gave. Null is not known; an empty list of orders is known to be none.</summary>
public sealed record EligibilityFacts(
    ImmutableArray<string>? CurrentOrders = null,
    bool? CoAccusedPending = null,
    bool? Admission = null,
    bool? SufficientEvidence = null,
    int? PreviousConvictions = null)
{
    public static readonly EligibilityFacts None = new();

    /// <summary>The same answers; the list compared by what is on it.</summary>
    public bool SameAs(EligibilityFacts other) =>
        this with { CurrentOrders = null } == other with { CurrentOrders = null }
        && (CurrentOrders, other.CurrentOrders) switch
        {
            (null, null) => true,
            ({ } orders, { } others) => orders.SequenceEqual(others),
            _ => false,
        };

    /// <summary>A newly given answer replaces the old one; what was not asked this time stays.</summary>
    public EligibilityFacts MergedWith(EligibilityFacts newer) => new(
        newer.CurrentOrders ?? CurrentOrders,
        newer.CoAccusedPending ?? CoAccusedPending,
        newer.Admission ?? Admission,
        newer.SufficientEvidence ?? SufficientEvidence,
        newer.PreviousConvictions ?? PreviousConvictions);
}
