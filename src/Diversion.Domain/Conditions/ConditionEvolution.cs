using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Conditions;

internal static class ConditionEvolution
{
    public static AgreementState Evolve(AgreementState state, ConditionEvent happened) => happened switch
    {
        ConditionEvent.ConditionKept e => Close(state, e.ConditionId, ConditionStatus.Kept, e.At),
        ConditionEvent.ConditionWaived e => Close(state, e.ConditionId, ConditionStatus.Waived, e.At),
        ConditionEvent.ConditionSubstituted e => Close(state, e.ConditionId, ConditionStatus.Substituted, e.At),
        ConditionEvent.ConditionFailed e => WithObligation(
            Close(state, e.ConditionId, ConditionStatus.Failed, e.At, e.Cause), e.ConditionId, e.Settle),

        // Its appointments stand until somebody cancels them, so letters about them stay due.
        ConditionEvent.ConditionBlocked e => WithObligation(
            state.Condition<Condition>(e.ConditionId).StopsWhenBlocked ? state.SettledTrack(e.ConditionId) : state, e.ConditionId, e.Settle),
        ConditionEvent.ConditionReopened e => Reopen(state, e),
        ConditionEvent.ObligationRenewed e => state.WithObligation(e.Obligation, e.ConditionId, e.Deadline, Addressee.KeyWorker),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    public static string SettleId(string conditionId) => $"settle/{conditionId}";

    private static AgreementState Close(
        AgreementState state, string id, ConditionStatus status, Instant at, FailureCause? cause = null) =>
        TellingEvolution.LettersLapsed(state.With(state.Condition<Condition>(id) with { Status = status, ClosedAt = at, FailedBy = cause }), id)
            .SettledTrack(id)
            .Settled(SettleId(id));

    private static AgreementState Reopen(AgreementState state, ConditionEvent.ConditionReopened e)
    {
        var condition = state.Condition<Condition>(e.ConditionId);
        var reopened = (condition is AppointmentCondition booked ? booked.Reopened(e.At, e.DueFrom) : condition) with
        {
            Status = ConditionStatus.InProgress,
            ClosedAt = null,
        };
        return Alerts.Raise(state.With(reopened), AlertKind.ConditionReopened, e.ConditionId, e.At);
    }

    private static AgreementState WithObligation(AgreementState state, string id, Deadline settle) =>
        state.Settled(SettleId(id)).WithObligation(SettleId(id), Tracks.Agreement, settle, Addressee.ProgrammeLead);
}
