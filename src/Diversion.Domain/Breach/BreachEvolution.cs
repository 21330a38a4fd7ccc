using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Breach;

internal static class BreachEvolution
{
    public static string DecisionId(int number) => $"breach/{number}";

    public static AgreementState Evolve(AgreementState state, BreachEvent happened) => happened switch
    {
        BreachEvent.FailureRecorded e => state with
        {
            Failures = state.Failures.Add(new Failure(e.FailureId, e.ConditionId, e.Kind, e.At, e.HappenedAt ?? e.At, AppointmentId: e.AppointmentId)),
        },
        BreachEvent.FailureHeld e => Change(state, e.FailureId, failure => failure with { Held = e.Reason, HeldFor = e.Warning }),
        BreachEvent.FailureCounted e => Change(state, e.FailureId, static failure => failure with { Held = null, HeldFor = null, Counted = true }),
        BreachEvent.FailureAnnulled e => Annul(state, e.FailureId),
        BreachEvent.WarningIssued e => Mark(
            state with { Warnings = state.Warnings.Add(new Warning(e.Number, e.Level, e.FailureId, e.At, GivenById: e.GivenById, GivenByRole: e.GivenByRole)) },
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

        // The lead decided knowing every failure so far, so all of them are dealt with.
        BreachEvent.BreachDecided e => Mark(
            (TellingEvolution.Lapsed(state, PersonNews.IdOf(NewsKind.BreachProposed, e.Number)) with
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

    private static AgreementState Change(AgreementState state, string? id, Func<Failure, Failure> change) => state with
    {
        Failures = [.. state.Failures.Select(failure => failure.Id == id ? change(failure) : failure)],
    };

    private static AgreementState Annul(AgreementState state, string? id) => Change(state, id, static failure => failure with { Annulled = true });

    private static AgreementState Withdraw(AgreementState state, int number)
    {
        var withdrawn = state.Warnings.First(warning => warning.Number == number);
        state = TellingEvolution.Lapsed(
            state with { Warnings = state.Warnings.Replace(withdrawn, withdrawn with { Withdrawn = true }) },
            PersonNews.IdOf(NewsKind.Warning, number));

        // A failure that did not count stays so: only its warning was given too early.
        return Change(
            state,
            withdrawn.FailureId,
            static failure => failure.Held is null ? failure with { Annulled = true } : failure with { Dealt = false });
    }
}
