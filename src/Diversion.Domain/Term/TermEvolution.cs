using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;
using Diversion.Domain.Transfers;

namespace Diversion.Domain.Term;

internal static class TermEvolution
{
    public static AgreementState Evolve(AgreementState state, TermEvent happened) => happened switch
    {
        TermEvent.KeyWorkerChanged e => HandedOver(state, TransferEvolution.Moved(state with
        {
            KeyWorker = e.KeyWorker,
            Cover = null,
            KeyWorkerChanges = state.KeyWorkerChanges + (state.KeyWorker?.Id == e.KeyWorker.Id ? 0 : 1),
        }), e),
        TermEvent.HandoverRecorded e => (state with { WorkerHandover = state.WorkerHandover! with { Meeting = e.Meeting, MetOn = e.On, Note = e.Note ?? state.WorkerHandover.Note } }).Settled(WorkerHandover.MeetingId),
        TermEvent.CoverArranged e => state with { Cover = new Cover(e.Worker, e.Until, e.EndsAt) },
        TermEvent.CoverEnded => state with { Cover = null },
        TermEvent.AgreementVaried => state with { Term = state.Term! with { Version = state.Term.Version + 1 } },
        TermEvent.TermExtended e => CarriedOn(state) with
        {
            Status = state.Status == AgreementStatus.Concluding ? AgreementStatus.Active : state.Status,
            Term = state.Term! with
            {
                LastDay = e.LastDay,
                EndsAt = e.EndsAt,
                Version = state.Term.Version + 1,
                ExtendedDays = e.DaysInAll,
                ConcludingUntil = null,
                ConcludingExpired = false,
                AskAgainAt = null,
            },
        },
        TermEvent.ConcludingBegan e => state with
        {
            Status = AgreementStatus.Concluding,
            Term = state.Term! with { ConcludingUntil = e.Until, ConcludingExpired = false, AskAgainAt = null },
        },
        TermEvent.ConcludingExpired e => Alerts.Raise(
            (state with { Term = state.Term! with { ConcludingExpired = true, AskAgainAt = e.AskAgainAt } }).WithoutAlerts(AlertKind.RecordsMissingAfterEnd),
            AlertKind.RecordsMissingAfterEnd,
            "concluding",
            e.At),
        TermEvent.AgreementCompleted e => state.Ended(AgreementStatus.Completed, e.At),
        TermEvent.AgreementDiscontinued { Cause: DiscontinuationCause.Died } e => TellingEvolution.AllLapsed(state).Ended(AgreementStatus.Discontinued, e.At),
        TermEvent.AgreementDiscontinued e => state.Ended(AgreementStatus.Discontinued, e.At),
        TermEvent.CaseOutcomeDue e =>
            state.WithObligation(CaseOutcomes.ObligationId, Tracks.Agreement, e.Record, Addressee.PoliceOfficer, afterEnd: true),
        TermEvent.CaseOutcomeRecorded e => (state with { CaseOutcome = new CaseOutcome(e.Result, e.Code, e.On) }).Settled(CaseOutcomes.ObligationId),
        TermEvent.CaseOutcomeCorrected e => (state with { CaseOutcome = new CaseOutcome(e.Result, e.Code, e.On) }).Settled(CaseOutcomes.ObligationId),
        TermEvent.LateNewsReceived e => LateNews.Evolve(state, e),
        TermEvent.NoteAdded { Read: { } read, ConditionId: { } noted } => state.WithObligation(PartnerNotes.ReadId(noted), Tracks.Agreement, read, Addressee.KeyWorker, afterEnd: true),
        TermEvent.NoteAdded => state,
        TermEvent.PartnerNotesRead e => state.Settled(PartnerNotes.ReadId(e.ConditionId)),
        TermEvent.OwnerReminded e => Climb(state, e.Obligation, raisedToLead: null),
        TermEvent.ObligationEscalated e => Climb(state, e.Obligation, e.To == Addressee.ProgrammeLead ? e.At : null),
        TermEvent.AlertAcknowledged e => state with { Alerts = state.Alerts.RemoveAll(alert => alert.Id == e.AlertId) },
        TermEvent.MessageUndelivered { Fails: { } failing } e => FailingContact.Began(Alerts.Raise(state, AlertKind.MessageUndelivered, e.MessageId, e.At), failing, e.Correct),
        TermEvent.MessageUndelivered e => Alerts.Raise(state, AlertKind.MessageUndelivered, e.MessageId, e.At),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    /// <summary>What ended with the old last day continues.</summary>
    private static AgreementState CarriedOn(AgreementState state)
    {
        foreach (var condition in state.Conditions)
        {
            state = ConditionKinds.RulesOf(condition.Kind).CarriedOn(state, condition);
        }

        return state.WithoutAlerts(AlertKind.RecordsMissingAfterEnd);
    }

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

    /// <summary>The last change counts: a new one asks for a meeting of its own.</summary>
    private static AgreementState HandedOver(AgreementState before, AgreementState state, TermEvent.KeyWorkerChanged e) => e is not { Meet: { } meet, On: { } on } || before.KeyWorker is not { } former
        ? state
        : (state with { WorkerHandover = new WorkerHandover(former with { Email = null, Phone = null }, on, e.Note) })
            .Settled(WorkerHandover.MeetingId).WithObligation(WorkerHandover.MeetingId, Tracks.Agreement, meet, Addressee.KeyWorker);
}
