using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions.RestorativeJustice;

namespace Diversion.Domain.Conditions;

internal static class FailedConditions
{
    /// <summary>Closes a condition as failed, asks a lead to settle it, and counts it if it was the person's failure.</summary>
    /// <param name="on">The day of what the person did or failed to do; null for now.</param>
    public static void Raise(Unfolding unfolding, Condition condition, FailureCause cause, string what, LocalDate? on = null)
    {
        var settle = unfolding.InWorkingDays(RuleIds.SettleCondition, unfolding.Scheme.Recording.SettleWorkingDays);
        ConditionOutcomes.Close(
            unfolding, condition, new ConditionEvent.ConditionFailed(condition.Id, cause, what, unfolding.Now, settle));
        if (cause == FailureCause.Participant)
        {
            unfolding.Raise(new BreachEvent.FailureRecorded($"condition/{condition.Id}", condition.Id, FailureKind.ConditionFailed, unfolding.Now, FailureLadder.Happened(unfolding, on)));
        }
    }

    /// <summary>A victim's refusal, or a child-protection case, is never the participant's failure.</summary>
    public static Refusal? NotTheirs(Unfolding unfolding, Condition condition) =>
        condition is RestorativeJusticeCondition restorative && (restorative.VictimTakesPart == false || restorative.NewWish == false || unfolding.State.ChildProtection)
            ? new Refusal.RuleForbids(
                RefusalCode.NotParticipantsFailure,
                "The victim does not take part, or may not: that is never the participant's failure. Waive or substitute the condition.")
            : null;

    public static void Block(Unfolding unfolding, Condition condition, string why) =>
        unfolding.Raise(new ConditionEvent.ConditionBlocked(
            condition.Id,
            why,
            unfolding.InWorkingDays(RuleIds.SettleCondition, unfolding.Scheme.Recording.SettleWorkingDays)));
}
