using Diversion.Domain.ExitPlans;
using Diversion.Domain.Support;

namespace Diversion.Casework.Access;

/// <content>What goes on after the last day is between the person and those who supervise; the police know nothing of it.</content>
public static partial class AccessPolicy
{
    public static bool SeesExitPlan(RecordVisibility visible) => visible.Notes;

    /// <summary>About support or the exit plan, of which the police know nothing.</summary>
    /// <param name="obligation">Its id, or its track.</param>
    internal static bool IsBesideTheConditions(string obligation) => SupportState.IsOf(obligation) || ExitPlan.IsOf(obligation);
}
