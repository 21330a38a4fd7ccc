using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.ExitPlans;

internal static class ExitPlanCandidates
{
    public static IEnumerable<AgreementCommand> Of(AgreementState state, Instant now)
    {
        if (state.Term is not { } term)
        {
            yield break;
        }

        var today = WorkingCalendar.DateOf(now);
        yield return new ExitPlanCommand.PlanContinuation(CandidateCommands.NewId, CandidateCommands.NewId);
        yield return new ExitPlanCommand.AgreeExitPlan(today, CandidateCommands.NewId);
        foreach (var planned in state.ExitPlan.Continuations)
        {
            if (today <= term.LastDay)
            {
                yield return new ExitPlanCommand.RecordWarmHandover(planned.Number, today, CandidateCommands.NewId);
            }

            yield return new ExitPlanCommand.RemoveContinuation(planned.Number);
        }

        foreach (var call in state.ExitPlan.Calls)
        {
            yield return new ExitPlanCommand.RecordFollowUpCall(call.Weeks, call.Result == CallResult.NotReached ? CallResult.Reached : CallResult.NotReached, today);
        }
    }
}
