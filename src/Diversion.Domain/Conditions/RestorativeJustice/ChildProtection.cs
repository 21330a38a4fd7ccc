using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.RestorativeJustice;

/// <summary>Restorative justice is refused in child-protection cases.</summary>
internal static class ChildProtection
{
    public static Refusal? Check(AgreementState state) => state.ChildProtection
        ? new Refusal.RuleForbids(
            RefusalCode.ChildProtection,
            "Restorative justice is refused in child-protection cases. Choose another condition.")
        : null;

    /// <summary>A child-protection case becomes known after signing: the condition stops, and a lead substitutes or waives it.</summary>
    public static void BlockOpenConditions(DecisionContext context)
    {
        if (!context.State.ChildProtection || !context.State.Status.IsRunning())
        {
            return;
        }

        foreach (var condition in context.State.Conditions)
        {
            var stops = condition switch
            {
                { IsOpen: false } => null,
                RestorativeJusticeCondition => "restorative justice",
                Reparation.ReparationCondition { Victim: not null } => "the work for the victim",
                _ => null,
            };
            if (stops is not null && !context.State.HasObligation(ConditionEvolution.SettleId(condition.Id)))
            {
                FailedConditions.Block(context, condition, $"Child-protection case: {stops} stops.");
            }
        }
    }
}
