using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Term;

namespace Diversion.Domain.Agreements;

/// <summary>
/// What follows by rule from the state after any command: warnings and a proposal from the count of failures, kept
/// conditions, and the end of an agreement whose records are settled.
/// </summary>
internal static class Consequences
{
    public static void Follow(DecisionContext context)
    {
        if (!context.State.Status.IsRunning() || context.Events.Count == 0)
        {
            return;
        }

        FailureLadder.Follow(context);
        ConditionOutcomes.Follow(context);
        Ending.Follow(context);
    }
}
