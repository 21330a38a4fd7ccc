using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;

namespace Diversion.Domain.Conditions;

/// <summary>A kind of condition, or a pathway for one need, that a drafter can choose.</summary>
/// <param name="Against">Why it may not be chosen; null when it may.</param>
public sealed record ConditionChoice(ConditionKind Kind, PathwayKind? Need, Refusal? Against)
{
    /// <summary>Every agreement has it.</summary>
    public bool IsMandatory => ConditionKinds.IsMandatory(Kind);
}

/// <summary>What may be chosen, checked by the same rules as the finished draft.</summary>
public static class ConditionChoices
{
    /// <summary>For an offer: each one separately; the combination is checked with the whole draft.</summary>
    public static ImmutableArray<ConditionChoice> ForOffer(AgreementState state, SchemeRules scheme) =>
        Each(state, terms => ConditionSet.CheckEach([terms], state, scheme));

    /// <summary>For an active agreement: each one added separately, after the named ones were removed.</summary>
    public static ImmutableArray<ConditionChoice> ForVariation(AgreementState state, SchemeRules scheme, Instant now, ImmutableArray<string> remove) =>
        Each(state, terms => Variation.Fits(state, scheme, now, [terms], remove)).RemoveAll(choice => choice.IsMandatory);

    /// <summary>Why the condition may not be removed; null when it may.</summary>
    public static Refusal? AgainstLettingGo(AgreementState state, string conditionId) => Variation.Removable(state, conditionId);

    private static ImmutableArray<ConditionChoice> Each(AgreementState state, Func<ConditionTerms, Refusal?> check) =>
        [.. ConditionKinds.ExamplesFor(state).Select(terms => new ConditionChoice(terms.Kind, terms.ForNeed, check(terms)))];
}
