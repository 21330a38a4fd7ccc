using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions;

internal static class ConditionOutcomes
{
    /// <summary>Closes every condition that is kept by now.</summary>
    public static void Follow(DecisionContext context)
    {
        var state = context.State;

        // After an outage several moments are processed at once: each is decided as of its own time.
        var at = context.Moment ?? context.Now;
        var termOver = state.Status != AgreementStatus.BreachReview && at >= state.Term!.EndsAt;
        foreach (var condition in state.Conditions)
        {
            if (condition.IsOpen
                && ConditionKinds.RulesOf(condition.Kind).IsKept(context.State, condition, termOver, context.Scheme))
            {
                Close(context, condition, new ConditionEvent.ConditionKept(condition.Id, context.Now));
            }
        }
    }

    public static void Close(DecisionContext context, Condition condition, ConditionEvent closing)
    {
        context.Raise(closing);
        ConditionKinds.RulesOf(condition.Kind).Closed(context, context.State.Condition<Condition>(condition.Id));
    }
}
