using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Support;

internal static class SupportEvolution
{
    public static AgreementState Evolve(AgreementState state, SupportEvent happened) => happened switch
    {
        SupportEvent.HealthCheckOffered e => With(state, new HealthCheck(e.Provider, e.At)),
        SupportEvent.HealthCheckAnswered e => Owed(With(state, Known(state) with { Accepted = e.Accepted }).Settled(HealthCheck.DoneId), HealthCheck.DoneId, e.Do),
        SupportEvent.HealthCheckDone e => With(state, Known(state) with { DoneOn = e.On }).Settled(HealthCheck.DoneId),
        SupportEvent.OnwardReferred e => Owed(With(state, Known(state) with { Onward = Known(state).Onward.Add(new OnwardReferral(e.Number, e.Kind, e.On)) }), HealthCheck.OutcomeId(e.Number), e.Outcome),
        SupportEvent.OnwardOutcomeRecorded e => With(
            state, Known(state) with { Onward = [.. Known(state).Onward.Select(one => one.Number == e.Number ? one with { Outcome = e.Outcome } : one)] }).Settled(HealthCheck.OutcomeId(e.Number)),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    private static HealthCheck Known(AgreementState state) =>
        state.Support.HealthCheck ?? throw new InvalidOperationException($"Agreement {state.Id} has no health check that was offered.");

    private static AgreementState With(AgreementState state, HealthCheck changed) => state with { Support = state.Support with { HealthCheck = changed } };

    private static AgreementState Owed(AgreementState state, string id, Deadline? deadline) =>
        state.WithObligation(id, HealthCheck.Track, deadline, Addressee.Provider, afterEnd: true);
}
