using Diversion.Domain.WhatIf;

namespace Diversion.Casework.Texts;

/// <summary>The words for decisions that are taken again.</summary>
public static class WhatIfWords
{
    public static string Of(DecidedOn on) => on switch
    {
        DecidedOn.Eligibility => "Eligibility",
        DecidedOn.Offer => "Offers",
        DecidedOn.Failure => "Unexcused failures",
        DecidedOn.Extension => "Extensions",
        _ => throw new ArgumentOutOfRangeException(nameof(on), on, "No words."),
    };

    public static string Of(DecidedOn on, DecisionResult result) => (on, result) switch
    {
        (DecidedOn.Eligibility, DecisionResult.Allowed) => "eligible",
        (DecidedOn.Eligibility, _) => "not eligible",
        (DecidedOn.Offer, DecisionResult.Allowed) => "offered",
        (DecidedOn.Extension, DecisionResult.Allowed) => "extended",
        (_, DecisionResult.Refused) => "refused",
        (_, DecisionResult.FirstWarning) => "first warning",
        (_, DecisionResult.FinalWarning) => "final warning",
        (_, DecisionResult.BreachProposed) => "breach proposed",
        _ => "nothing follows",
    };
}
