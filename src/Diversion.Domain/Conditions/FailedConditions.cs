using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;

namespace Diversion.Domain.Conditions;

internal static class FailedConditions
{
    /// <summary>Closes a condition as failed, asks a lead to settle it, and counts it when it was the person's failure.</summary>
    public static void Raise(Unfolding unfolding, Condition condition, FailureCause cause, string what)
    {
        var settle = unfolding.InWorkingDays(RuleIds.SettleCondition, unfolding.Scheme.Recording.SettleWorkingDays);
        ConditionOutcomes.Close(
            unfolding, condition, new ConditionEvent.ConditionFailed(condition.Id, cause, what, unfolding.Now, settle));
        if (cause == FailureCause.Participant)
        {
            unfolding.Raise(new BreachEvent.FailureRecorded($"condition/{condition.Id}", condition.Id, FailureKind.ConditionFailed, unfolding.Now));
        }
    }

    public static void Block(Unfolding unfolding, Condition condition, string why) =>
        unfolding.Raise(new ConditionEvent.ConditionBlocked(
            condition.Id,
            why,
            unfolding.InWorkingDays(RuleIds.SettleCondition, unfolding.Scheme.Recording.SettleWorkingDays)));
}
