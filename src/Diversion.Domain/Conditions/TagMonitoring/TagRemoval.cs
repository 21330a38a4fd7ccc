using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.TagMonitoring;

internal static class TagRemoval
{
    public static string ObligationId(string conditionId) => $"{conditionId}/removal";

    /// <summary>Whatever the ending, the tag is removed: an obligation that continues after the agreement.</summary>
    public static void Require(DecisionContext context, TagMonitoringCondition condition)
    {
        if (condition.IsWorn && !context.State.HasObligation(ObligationId(condition.Id)))
        {
            context.Raise(new TagMonitoringEvent.TagRemovalDue(
                condition.Id,
                context.InWorkingDays(RuleIds.TagRemoval, context.Scheme.TagMonitoring.RemovalWorkingDays, context.EndingDay)));
        }
    }
}
