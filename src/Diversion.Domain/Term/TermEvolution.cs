using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Term;

internal static class TermEvolution
{
    public static AgreementState Evolve(AgreementState state, TermEvent happened) => happened switch
    {
        TermEvent.KeyWorkerChanged e => state with { KeyWorker = e.KeyWorker, KeyWorkerChanges = state.KeyWorkerChanges + 1 },
        TermEvent.AgreementVaried e => state with { Term = state.Term! with { Version = e.Version } },
        TermEvent.TermExtended e => state with
        {
            Status = state.Status == AgreementStatus.Concluding ? AgreementStatus.Active : state.Status,
            Term = state.Term! with
            {
                LastDay = e.LastDay,
                EndsAt = e.EndsAt,
                ExtendedDays = e.DaysInAll,
                ConcludingUntil = null,
                ConcludingExpired = false,
            },
        },
        TermEvent.ConcludingBegan e => state with
        {
            Status = AgreementStatus.Concluding,
            Term = state.Term! with { ConcludingUntil = e.Until, ConcludingExpired = false },
        },
        TermEvent.ConcludingExpired e =>
            Alerts.Raise(state with { Term = state.Term! with { ConcludingExpired = true } }, AlertKind.RecordsMissingAfterEnd, "concluding", e.At),
        TermEvent.AgreementCompleted e => state.Ended(AgreementStatus.Completed, e.At),
        TermEvent.AgreementDiscontinued e => state.Ended(AgreementStatus.Discontinued, e.At),
        TermEvent.NoteAdded => state,
        TermEvent.OwnerReminded e => Climb(state, e.Obligation, raisedToLead: null),
        TermEvent.ObligationEscalated e => Climb(state, e.Obligation, e.To == Addressee.ProgrammeLead ? e.At : null),
        TermEvent.AlertAcknowledged e => state with { Alerts = state.Alerts.RemoveAll(alert => alert.Id == e.AlertId) },
        TermEvent.MessageUndelivered e => Alerts.Raise(state, AlertKind.MessageUndelivered, e.MessageId, e.At),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    private static AgreementState Climb(AgreementState state, string obligation, Instant? raisedToLead)
    {
        for (var i = 0; i < state.Obligations.Length; i++)
        {
            var open = state.Obligations[i];
            if (open.Id == obligation)
            {
                return state with
                {
                    Obligations = state.Obligations.SetItem(
                        i, open with { Step = open.Step + 1, RaisedToLeadAt = open.RaisedToLeadAt ?? raisedToLead }),
                };
            }
        }

        return state;
    }
}
