using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;

namespace Diversion.Domain.Appointments;

/// <summary>
/// What a corrected outcome takes back: a condition that was kept because of it, and obligations that counted as done (ADR
/// 22).
/// </summary>
internal static class Reopening
{
    private const int WorkingDaysLeft = 1;

    public static void Follow(Unfolding unfolding, string conditionId)
    {
        var condition = unfolding.State.Condition<AppointmentCondition>(conditionId);
        var rules = ConditionKinds.RulesOf(condition.Kind);
        if (condition.Status == ConditionStatus.Kept && rules.IsUndone(condition))
        {
            unfolding.Raise(new ConditionEvent.ConditionReopened(
                conditionId, unfolding.Now, unfolding.Calendar.WorkingDaysAfter(unfolding.Now, WorkingDaysLeft)));
            condition = unfolding.State.Condition<AppointmentCondition>(conditionId);
        }

        if (condition.IsOpen)
        {
            Renew(unfolding, conditionId, [.. rules.DueAgain(unfolding, condition), .. Outcomes(unfolding, condition)]);
        }
    }

    /// <summary>A future date stays. A past date is replaced: nobody is late with what counted as done until now.</summary>
    private static void Renew(Unfolding unfolding, string conditionId, ImmutableArray<(string Obligation, Deadline Deadline)> promises)
    {
        foreach (var (obligation, deadline) in promises)
        {
            if (!unfolding.State.Owes(obligation))
            {
                var next = unfolding.InWorkingDays(deadline.Rule, WorkingDaysLeft);
                unfolding.Raise(new ConditionEvent.PromiseRenewed(conditionId, obligation, deadline.Due > next.Due ? deadline : next));
            }
        }
    }

    /// <summary>Of appointments booked when the condition closed.</summary>
    private static IEnumerable<(string Obligation, Deadline Deadline)> Outcomes(Unfolding unfolding, AppointmentCondition condition) =>
        condition.Appointments
            .Where(one => one.Status == AppointmentStatus.Scheduled)
            .Select(one => (
                AppointmentEvolution.OutcomeId(condition.Id, one.Id),
                unfolding.InWorkingDays(RuleIds.AppointmentOutcome, unfolding.Scheme.Recording.OutcomeWorkingDays, one.StartsAt)));
}
