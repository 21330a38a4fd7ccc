using Diversion.Domain.Agreements;

namespace Diversion.Domain.Referral;

/// <summary>Another case that may be of the same person. Casework finds it; the domain decides what follows.</summary>
/// <param name="By">What is the same.</param>
/// <param name="Status">Of the other case, when it was found.</param>
public sealed record PossibleDuplicate(AgreementId Agreement, ImmutableArray<SameBy> By, AgreementStatus Status)
{
    /// <summary>It is signed and has not ended.</summary>
    public bool Runs => Status is AgreementStatus.Active or AgreementStatus.BreachReview or AgreementStatus.Concluding;
}

public enum SameBy
{
    NameAndBirthDate,
    PncId,
    CustodyReference,
}

/// <summary>Where somebody saw a possible duplicate and went on, in the order of a case's life.</summary>
public enum DuplicateStage
{
    Referral,
    Approval,
    Offer,
    Signing,
}

/// <summary>A possible duplicate with which somebody went on, and why.</summary>
public sealed record SeenDuplicate(PossibleDuplicate Case, string Reason, DuplicateStage Stage, bool BySergeant);
