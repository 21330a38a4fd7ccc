using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.ExitPlans;

internal static class ExitPlanEvolution
{
    public static AgreementState Evolve(AgreementState state, ExitPlanEvent happened)
    {
        var known = state.ExitPlan;
        return happened switch
        {
            ExitPlanEvent.ExitPlanAsked e => Asked(state with { ExitPlan = known with { Asked = true } }, e),
            ExitPlanEvent.ContinuationPlanned e => (state with
            {
                ExitPlan = known with { Planned = e.Number, Continuations = known.Continuations.Add(new Continuation(e.Number, e.What, e.With, e.FirstOn)) },
            }).Settled(ExitPlan.BegunId),
            ExitPlanEvent.ContinuationRemoved e => state with { ExitPlan = known with { Continuations = known.Continuations.RemoveAll(one => one.Number == e.Number) } },
            ExitPlanEvent.ExitPlanAgreed e => (state with { ExitPlan = known with { AgreedOn = e.On, Caller = e.Caller } }).Settled(ExitPlan.AgreedId).WithoutAlerts(AlertKind.ExitPlanMissing),
            ExitPlanEvent.WarmHandoverRecorded e => state with
            {
                ExitPlan = known with { Continuations = [.. known.Continuations.Select(one => one.Number == e.Number ? one with { Met = new WarmHandover(e.On, e.Who) } : one)] },
            },
            ExitPlanEvent.FollowUpCallsOwed e => e.Calls.Aggregate(
                state with { ExitPlan = known with { Calls = [.. e.Calls.Select(call => new FollowUpCall(call.Weeks))] } },
                static (owing, call) => owing.WithObligation(ExitPlan.CallId(call.Weeks), ExitPlan.Track, call.By, Addressee.KeyWorker, afterEnd: true)),
            ExitPlanEvent.FollowUpCallRecorded e => Rung(state, e),
            ExitPlanEvent.ExitPlanMissing e => Alerts.Raise(state, AlertKind.ExitPlanMissing, ExitPlan.Track, e.At),
            _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
        };
    }

    private static AgreementState Asked(AgreementState state, ExitPlanEvent.ExitPlanAsked e) => state
        .WithObligation(ExitPlan.BegunId, ExitPlan.Track, state.ExitPlan.Continuations.IsEmpty ? e.Begin : null, Addressee.KeyWorker)
        .WithObligation(ExitPlan.AgreedId, ExitPlan.Track, e.Agree, Addressee.KeyWorker);

    private static AgreementState Rung(AgreementState state, ExitPlanEvent.FollowUpCallRecorded e)
    {
        var after = state with
        {
            ExitPlan = state.ExitPlan with
            {
                Calls = [.. state.ExitPlan.Calls.Select(one => one.Weeks == e.Weeks ? one with { Tries = [.. one.Tries.TakeLast(FollowUpCall.KeptTries - 1), new CallTry(e.On, e.Result)] } : one)],
            },
        };
        return e.Result == CallResult.TryAgain ? after : after.Settled(ExitPlan.CallId(e.Weeks));
    }
}
