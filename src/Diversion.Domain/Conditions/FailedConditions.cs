using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;

namespace Diversion.Domain.Conditions;

internal static class FailedConditions
{
    /// <summary>Closes a condition as failed, asks a lead to settle it, and counts it if it was the person's failure.</summary>
    /// <param name="on">The day of what the person did or failed to do; null for now.</param>
    public static void Raise(DecisionContext context, Condition condition, FailureCause cause, string what, LocalDate? on = null)
    {
        var settle = context.InWorkingDays(RuleIds.SettleCondition, context.Scheme.Recording.SettleWorkingDays);
        ConditionOutcomes.Close(
            context, condition, new ConditionEvent.ConditionFailed(condition.Id, cause, what, context.Now, settle));
        if (cause == FailureCause.Participant)
        {
            context.Raise(new BreachEvent.FailureRecorded($"condition/{condition.Id}", condition.Id, FailureKind.ConditionFailed, context.Now, FailureLadder.Happened(context, on)));
        }
    }

    /// <summary>Why it may not be put down to the person; null when it may.</summary>
    public static Refusal? NotTheirs(DecisionContext context, Condition condition) =>
        ConditionKinds.RulesOf(condition.Kind).NotTheirs(context.State, condition);

    public static void Block(DecisionContext context, Condition condition, string why) =>
        context.Raise(new ConditionEvent.ConditionBlocked(
            condition.Id,
            why,
            context.InWorkingDays(RuleIds.SettleCondition, context.Scheme.Recording.SettleWorkingDays)));
}
