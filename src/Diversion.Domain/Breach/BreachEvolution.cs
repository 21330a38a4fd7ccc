using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Breach;

internal static class BreachEvolution
{
    public static string DecisionId(int number) => $"breach/{number}";

    public static AgreementState Evolve(AgreementState state, BreachEvent happened) => happened switch
    {
        BreachEvent.FailureRecorded e => state with { Failures = state.Failures.Add(new Failure(e.FailureId, e.ConditionId, e.Kind, e.At)) },
        BreachEvent.FailureAnnulled e => Annul(state, e.FailureId),
        BreachEvent.WarningIssued e => Mark(
            state with { Warnings = state.Warnings.Add(new Warning(e.Number, e.Level, e.FailureId, e.At)) },
            failure => failure.Id == e.FailureId),
        BreachEvent.WarningWithdrawn e => Withdraw(state, e.Number),
        BreachEvent.ViolenceRecorded e => state with { Incidents = state.Incidents.Add(e.IncidentId) },
        BreachEvent.BreachProposed e => (state with
        {
            Status = AgreementStatus.BreachReview,
            BreachesProposed = e.Number,
            Breach = new BreachState(e.Number, e.Cause, e.ProposerId, e.ProposerRole, e.At, e.Decide, e.ChargeByAlerts),
        }).Owing(DecisionId(e.Number), Tracks.Agreement, e.Decide, Addressee.ProgrammeLead),
        BreachEvent.ChargeByAlerted e => Alerts.Raise(
            state with { Breach = state.Breach! with { AlertsSent = state.Breach.AlertsSent + 1 } },
            AlertKind.ChargeByApproaching,
            DecisionId(e.Number),
            e.At),

        // Whatever the lead decided, they decided it with every failure so far before them.
        BreachEvent.BreachDecided e => Mark(
            (state with
            {
                Status = AgreementStatus.Active,
                Breach = null,
                BreachesDecided = state.BreachesDecided.Add(new DecidedBreach(e.Number, state.Breach!.ProposedAt, e.At, e.Decision)),
            }).Settled(DecisionId(e.Number)).WithoutAlerts(AlertKind.ChargeByApproaching),
            static _ => true),
        BreachEvent.AgreementBreached e => state.Ended(AgreementStatus.Breached, e.At),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    private static AgreementState Mark(AgreementState state, Func<Failure, bool> dealt) => state with
    {
        Failures = [.. state.Failures.Select(failure => dealt(failure) ? failure with { Dealt = true } : failure)],
    };

    private static AgreementState Annul(AgreementState state, string? id) => state with
    {
        Failures = [.. state.Failures.Select(failure => failure.Id == id ? failure with { Annulled = true } : failure)],
    };

    private static AgreementState Withdraw(AgreementState state, int number)
    {
        var withdrawn = state.Warnings.First(warning => warning.Number == number);
        return Annul(
            state with { Warnings = state.Warnings.Replace(withdrawn, withdrawn with { Withdrawn = true }) },
            withdrawn.FailureId);
    }
}
