namespace Diversion.Domain.Eligibility;

/// <summary>Recorded answers. Null means not known; an empty list of orders means that there are none.</summary>
public sealed record EligibilityFacts(
    ImmutableArray<string>? CurrentOrders = null,
    bool? CoAccusedPending = null,
    bool? Admission = null,
    bool? SufficientEvidence = null,
    int? PreviousConvictions = null)
{
    public static readonly EligibilityFacts None = new();

    /// <summary>Equal answers; the lists are compared item by item.</summary>
    public bool SameAs(EligibilityFacts other) =>
        this with { CurrentOrders = null } == other with { CurrentOrders = null }
        && (CurrentOrders, other.CurrentOrders) switch
        {
            (null, null) => true,
            ({ } orders, { } others) => orders.SequenceEqual(others),
            _ => false,
        };

    /// <summary>A new answer replaces the old one; questions not asked this time keep their answers.</summary>
    public EligibilityFacts MergedWith(EligibilityFacts newer) => new(
        newer.CurrentOrders ?? CurrentOrders,
        newer.CoAccusedPending ?? CoAccusedPending,
        newer.Admission ?? Admission,
        newer.SufficientEvidence ?? SufficientEvidence,
        newer.PreviousConvictions ?? PreviousConvictions);
}
