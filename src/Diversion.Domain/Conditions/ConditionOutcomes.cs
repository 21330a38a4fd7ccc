using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions;

internal static class ConditionOutcomes
{
    /// <summary>Closes every condition that is kept by now.</summary>
    public static void Follow(Unfolding unfolding)
    {
        var state = unfolding.State;

        // After an outage several moments are processed at once: each is decided as of its own time.
        var at = unfolding.Moment ?? unfolding.Now;
        var termOver = state.Status != AgreementStatus.BreachReview && at >= state.Term!.EndsAt;
        foreach (var condition in state.Conditions)
        {
            if (condition.IsOpen
                && ConditionKinds.RulesOf(condition.Kind).IsKept(unfolding.State, condition, termOver, unfolding.Scheme))
            {
                Close(unfolding, condition, new ConditionEvent.ConditionKept(condition.Id, unfolding.Now));
            }
        }
    }

    public static void Close(Unfolding unfolding, Condition condition, ConditionEvent closing)
    {
        unfolding.Raise(closing);
        ConditionKinds.RulesOf(condition.Kind).Closed(unfolding, unfolding.State.Condition<Condition>(condition.Id));
    }
}
