namespace Diversion.Domain.Eligibility;

/// <summary>Recorded answers. Null means not known; an empty list of orders means that there are none.</summary>
/// <param name="SufficientEvidence">The evidential test is met: a conviction is more likely than not (Code for Crown
/// Prosecutors).</param>
/// <param name="Route">Id of one of the scheme's routes; the scheme's first one when nobody chose.</param>
/// <param name="Evidence">What the evidence is, mostly.</param>
/// <param name="EvidenceReference">Where the evidence is kept: the number of the interview, of the file.</param>
/// <param name="EvidentialTestBy">Who decided whether the evidential test is met, never the officer of the case: a name,
/// with the rank.</param>
/// <param name="PublicInterest">Why it is in the public interest not to prosecute.</param>
/// <param name="ProsecutorAuthority">Reference of the Crown Prosecution Service's authority.</param>
public sealed record EligibilityFacts(
    ImmutableArray<string>? CurrentOrders = null,
    bool? CoAccusedPending = null,
    AdmissionAnswer? Admission = null,
    bool? SufficientEvidence = null,
    int? PreviousConvictions = null,
    string? Route = null,
    EvidenceSource? Evidence = null,
    string? EvidenceReference = null,
    string? EvidentialTestBy = null,
    string? PublicInterest = null,
    LegalAdvice? LegalAdvice = null,
    string? ProsecutorAuthority = null)
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
        newer.PreviousConvictions ?? PreviousConvictions,
        newer.Route ?? Route,
        newer.Evidence ?? Evidence,
        newer.EvidenceReference ?? EvidenceReference,
        newer.EvidentialTestBy ?? EvidentialTestBy,
        newer.PublicInterest ?? PublicInterest,
        newer.LegalAdvice ?? LegalAdvice,
        newer.ProsecutorAuthority ?? ProsecutorAuthority);
}
