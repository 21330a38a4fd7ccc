using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Breach;

internal static class BreachEvolution
{
    public static string DecisionId(int number) => $"breach/{number}";

    public static string AnswerId(int number) => $"answer/{PersonNews.IdOf(NewsKind.BreachProposed, number)}";

    /// <summary>The lead decides by another day: the person was told late, or has answered early.</summary>
    public static AgreementState DecideBy(AgreementState state, Deadline decide)
    {
        var waiting = state.Breach!;
        return waiting.Decide.Due == decide.Due
            ? state
            : (state with { Breach = waiting with { Decide = decide } })
                .Settled(DecisionId(waiting.Number))
                .WithObligation(DecisionId(waiting.Number), Tracks.Agreement, decide, Addressee.ProgrammeLead);
    }

    public static AgreementState Evolve(AgreementState state, BreachEvent happened) => happened switch
    {
        BreachEvent.FailureRecorded e => state with
        {
            Failures = state.Failures.Add(new Failure(e.FailureId, e.ConditionId, e.Kind, e.At, e.HappenedAt ?? e.At, AppointmentId: e.AppointmentId)),
        },
        BreachEvent.FailureHeld e => Change(state, e.FailureId, failure => failure with { Held = e.Reason, HeldFor = e.Warning }),
        BreachEvent.FailureCounted e => Change(state, e.FailureId, static failure => failure with { Held = null, HeldFor = null, Counted = true }),
        BreachEvent.FailureAnnulled e => Annul(state, e),
        BreachEvent.WarningIssued e => Mark(
            state with { Warnings = state.Warnings.Add(new Warning(e.Number, e.Level, e.FailureId, e.At, GivenById: e.GivenById, GivenByRole: e.GivenByRole)) },
            failure => failure.Id == e.FailureId),
        BreachEvent.WarningWithdrawn e => Withdraw(state, e.Number),
        BreachEvent.ContestDecided e => Decided(state, e)
            .Settled(Contests.Id(e.News)).WithoutAlert(AlertKind.WarningContested, e.News),
        BreachEvent.ViolenceRecorded e => state with { Incidents = state.Incidents.Add(e.IncidentId) },
        BreachEvent.BreachProposed e => (state with
        {
            Status = AgreementStatus.BreachReview,
            BreachesProposed = e.Number,
            Breach = new BreachState(e.Number, e.Cause, e.ProposerId, e.ProposerRole, e.At, e.Decide, e.ChargeByAlerts) { AnswerUntil = e.AnswerUntil },
        }).WithObligation(DecisionId(e.Number), Tracks.Agreement, e.Decide, Addressee.ProgrammeLead),
        BreachEvent.AnswerAwaited e => DecideBy(
            state with { Breach = state.Breach! with { AnswerUntil = e.Until.Due, AnswerAwaited = true, AnswerTimeEnded = false } }, e.Decide)
            .Settled(AnswerId(e.Number))
            .WithObligation(AnswerId(e.Number), Tracks.Person, e.Until, Addressee.KeyWorker),
        BreachEvent.AnswerTimeEnded e =>
            (state with { Breach = state.Breach! with { AnswerTimeEnded = true } }).Settled(AnswerId(e.Number)),
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
                BreachesDecided = state.BreachesDecided.Add(new DecidedBreach(e.Number, state.Breach!.ProposedAt, e.At, e.Decision, e.DeciderId, state.Breach.Cause)),
            }).Settled(DecisionId(e.Number)).Settled(AnswerId(e.Number)).WithoutAlerts(AlertKind.ChargeByApproaching),
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

    private static AgreementState Annul(AgreementState state, BreachEvent.FailureAnnulled e)
    {
        state = BasisTakenBack(Change(state, e.FailureId, static failure => failure with { Annulled = true }));
        return e.ToldAt is { } at ? Alerts.Raise(state, AlertKind.FailureTakenBack, e.FailureId, at) : state;
    }

    /// <summary>What a proposal for failures may rest on has been taken back while it waits. The lead still decides it.</summary>
    private static AgreementState BasisTakenBack(AgreementState state) =>
        state.Breach is { Cause: BreachCause.UnexcusedFailures } waiting ? state with { Breach = waiting with { BasisTakenBack = true } } : state;

    private static AgreementState Decided(AgreementState state, BreachEvent.ContestDecided e) => state with
    {
        Warnings =
        [
            .. state.Warnings.Select(warning => warning.Number == e.Number
                ? warning with { UpheldAt = e.Decision == ContestDecision.Upheld ? e.At : warning.UpheldAt, DeciderId = e.DeciderId }
                : warning),
        ],
    };

    private static AgreementState Withdraw(AgreementState state, int number)
    {
        var withdrawn = state.Warnings.First(warning => warning.Number == number);
        state = BasisTakenBack(state);
        state = TellingEvolution.Lapsed(
            state with { Warnings = state.Warnings.Replace(withdrawn, withdrawn with { Withdrawn = true }) },
            PersonNews.IdOf(NewsKind.Warning, number));
        var news = PersonNews.IdOf(NewsKind.Warning, number);
        state = TellingEvolution.Lapsed(state, PersonNews.IdOf(NewsKind.WarningUpheld, number))
            .Settled(Contests.Id(news)).WithoutAlert(AlertKind.WarningContested, news);

        // A failure that did not count stays so: only its warning was given too early.
        return Change(
            state,
            withdrawn.FailureId,
            static failure => failure.Held is null ? failure with { Annulled = true } : failure with { Dealt = false });
    }
}
