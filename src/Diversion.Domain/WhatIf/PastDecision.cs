using Diversion.Domain.Agreements;

namespace Diversion.Domain.WhatIf;

/// <summary>What was decided about.</summary>
public enum DecidedOn
{
    /// <summary>A sergeant approved the person, or they were found not eligible.</summary>
    Eligibility,

    /// <summary>An offer of conditions.</summary>
    Offer,

    /// <summary>What followed from an unexcused failure.</summary>
    Failure,

    /// <summary>A longer term.</summary>
    Extension,
}

/// <summary>What a decision led to, in the order in which it weighs.</summary>
public enum DecisionResult
{
    Refused,
    Allowed,
    NothingFollows,
    FirstWarning,
    FinalWarning,
    BreachProposed,
}

/// <summary>An event of an agreement's past, as far as decisions are taken again from it.</summary>
/// <param name="By">Who gave the command.</param>
/// <param name="At">When it was recorded.</param>
public sealed record PastEvent(AgreementEvent Happened, Actor By, Instant At);

/// <summary>A decision taken again on what was known then.</summary>
/// <param name="Own">By the rules that it was taken under.</param>
/// <param name="Other">By other rules.</param>
/// <param name="Why">Of the two, why the one that is refused is; null when none is.</param>
public sealed record PastDecision(DecidedOn On, Instant At, DecisionResult Own, DecisionResult Other, string? Why)
{
    public bool Differs => Own != Other;
}

/// <summary>The decisions of one agreement's past, taken again.</summary>
/// <param name="NotRetaken">
/// Decisions that its own rules, asked again, do not decide as recorded: for example because the staff whom they name have
/// left. They are left out.
/// </param>
public sealed record RetakenPast(ImmutableArray<PastDecision> Decisions, int NotRetaken);
