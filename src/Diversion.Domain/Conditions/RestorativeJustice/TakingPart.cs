using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.RestorativeJustice;

/// <summary>Whether a victim wants to take part.</summary>
internal static class TakingPart
{
    /// <summary>
    /// The victim told the police that they want, or do not want, restorative justice. Nothing continues against their
    /// wish, and the facilitator or key worker records their answer again.
    /// </summary>
    public static void TakeWish(DecisionContext context, int victim, bool wants)
    {
        foreach (var condition in context.State.Conditions.OfType<RestorativeJusticeCondition>().Where(own => own.Victim == victim && own.IsOpen && own.HeldOn is null))
        {
            if (wants == (condition.NewWish ?? condition.VictimTakesPart ?? true) || ChildProtection.Check(context.State) is not null)
            {
                continue;
            }

            var isAsked = condition.VictimTakesPart is { } answer && answer != wants && !context.State.HasObligation(RestorativeJusticeConditionRules.AnswerId(condition.Id));
            context.Raise(new RestorativeJusticeEvent.VictimChangedMind(
                condition.Id,
                wants,
                isAsked ? context.InWorkingDays(RuleIds.RestorativeAnswer, context.Scheme.RestorativeJustice.VictimAnswerWorkingDays) : null));
        }
    }
}
