using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Appointments;

/// <summary>
/// What a corrected outcome takes back: a condition that was kept because of it, and obligations that counted as done (ADR
/// 22).
/// </summary>
internal static class Reopening
{
    private const int WorkingDaysLeft = 1;

    public static void Follow(DecisionContext context, string conditionId)
    {
        var condition = context.State.Condition<Condition>(conditionId);
        var rules = ConditionKinds.RulesOf(condition.Kind);
        if (condition.Status == ConditionStatus.Kept && rules.IsUndone(condition))
        {
            context.Raise(new ConditionEvent.ConditionReopened(
                conditionId, context.Now, context.Calendar.WorkingDaysAfter(context.Now, WorkingDaysLeft)));
            condition = context.State.Condition<Condition>(conditionId);
            PersonObligations.TellOfAppointments(context);
        }

        if (condition.IsOpen)
        {
            Renew(context, conditionId, [.. rules.DueAgain(context, condition), .. condition is AppointmentCondition booked ? Outcomes(context, booked) : []]);
        }
    }

    /// <summary>A future date stays. A past date is replaced: nobody is late with what counted as done until now.</summary>
    private static void Renew(DecisionContext context, string conditionId, ImmutableArray<(string Obligation, Deadline Deadline)> promises)
    {
        foreach (var (obligation, deadline) in promises)
        {
            if (!context.State.HasObligation(obligation))
            {
                var next = context.InWorkingDays(deadline.Rule, WorkingDaysLeft);
                context.Raise(new ConditionEvent.ObligationRenewed(conditionId, obligation, deadline.Due > next.Due ? deadline : next));
            }
        }
    }

    /// <summary>Of appointments booked when the condition closed.</summary>
    private static IEnumerable<(string Obligation, Deadline Deadline)> Outcomes(DecisionContext context, AppointmentCondition condition) =>
        condition.Appointments
            .Where(one => one.Status == AppointmentStatus.Scheduled)
            .Select(one => (
                AppointmentEvolution.OutcomeId(condition.Id, one.Id),
                context.InWorkingDays(RuleIds.AppointmentOutcome, context.Scheme.Recording.OutcomeWorkingDays, one.StartsAt)));
}
