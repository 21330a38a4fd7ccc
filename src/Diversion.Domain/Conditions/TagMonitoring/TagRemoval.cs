using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.TagMonitoring;

internal static class TagRemoval
{
    public static string ObligationId(string conditionId) => $"{conditionId}/removal";

    /// <summary>Whatever the ending, the tag is removed: an obligation that continues after the agreement.</summary>
    public static void Require(Unfolding unfolding, TagMonitoringCondition condition)
    {
        if (condition.IsWorn && !unfolding.State.Owes(ObligationId(condition.Id)))
        {
            unfolding.Raise(new TagMonitoringEvent.TagRemovalDue(
                condition.Id,
                unfolding.InWorkingDays(RuleIds.TagRemoval, unfolding.Scheme.TagMonitoring.RemovalWorkingDays, unfolding.EndingDay)));
        }
    }
}
