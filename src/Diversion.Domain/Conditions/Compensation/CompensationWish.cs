using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;

namespace Diversion.Domain.Conditions.Compensation;

/// <summary>Nobody pays a victim who does not want the money: a lead waives or replaces the condition, unless they change their mind again.</summary>
internal static class CompensationWish
{
    public static void Take(DecisionContext context, int victim, bool wants)
    {
        foreach (var condition in context.State.Conditions.OfType<CompensationCondition>().Where(own => own.Victim == victim && own.IsOpen && own.Unwanted == wants))
        {
            context.Raise(new CompensationEvent.VictimChangedMind(condition.Id, wants));
            if (wants)
            {
                Reopening.Follow(context, condition.Id);
            }
            else
            {
                FailedConditions.Block(context, condition, "The victim does not want the compensation.");
            }
        }
    }
}
