using Diversion.Domain.Agreements;

namespace Diversion.Domain.Referral;

/// <summary>Another case that may be of the same person. Casework finds it; the domain decides what follows.</summary>
/// <param name="By">Which values are the same.</param>
/// <param name="Status">Of the other case, when it was found.</param>
public sealed record PossibleDuplicate(AgreementId Agreement, ImmutableArray<SameBy> By, AgreementStatus Status)
{
    /// <summary>It is the same person for certain: two people never share such a number.</summary>
    public bool IsCertain => By.Any(by => by is SameBy.PncId or SameBy.CroNumber or SameBy.ProbationNumber);

    /// <summary>It is signed and has not ended.</summary>
    public bool Runs => Status is AgreementStatus.Active or AgreementStatus.BreachReview or AgreementStatus.Concluding;
}

public enum SameBy
{
    NameAndBirthDate,
    PncId,
    CroNumber,
    ProbationNumber,
    CustodyReference,
}

/// <summary>The points at which somebody saw a possible duplicate and continued, in the order of a case's life.</summary>
public enum DuplicateStage
{
    Referral,
    Approval,
    Offer,
    Signing,
}

/// <summary>A possible duplicate that somebody saw before continuing, and the reason for continuing.</summary>
public sealed record SeenDuplicate(PossibleDuplicate Case, string Reason, DuplicateStage Stage, bool BySergeant);
