using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Referral;

namespace Diversion.Domain.Term;

internal static class TermDecider
{
    public static Refusal? Decide(DecisionContext context, TermCommand command) => command switch
    {
        TermCommand.AddNote c => Add(context, c),
        TermCommand.ReadPartnerNotes c => Read(context, c),
        TermCommand.AcknowledgeAlert c => Acknowledge(context, c),
        TermCommand.ReportUndelivered c => ReportUndelivered(context, c),
        TermCommand.EndCover => KeyWorkerDecider.EndCover(context),
        TermCommand.RecordCaseOutcome c => CaseOutcomes.Record(context, c),
        _ when !context.State.Status.IsRunning() => new Refusal.WrongState(
            RefusalCode.WrongStatus,
            $"This needs a signed agreement; this one is {Words.Of(context.State.Status)}."),
        TermCommand.ChangeKeyWorker c => KeyWorkerDecider.Change(context, c),
        TermCommand.RecordHandover c => KeyWorkerDecider.RecordHandover(context, c),
        TermCommand.CoverCase c => KeyWorkerDecider.Cover(context, c),
        _ when Proposal.Waits(context, Doing(command)) is { } waits => waits,
        TermCommand.VaryAgreement c => Variation.Apply(context, c.Add, c.Remove, c.ParticipantAgreed),
        TermCommand.TakeOffenceIn c => Referral.OffenceDecider.TakeIn(context, c),
        TermCommand.WaiveCondition c => Waive(context, c),
        TermCommand.SubstituteCondition c => c.Replacement is null
            ? new Refusal.Invalid(RefusalCode.NothingToVary, "Say which condition replaces it.")
            : Variation.Substitute(context, c.ConditionId, c.Replacement, c.ParticipantAgreed),
        TermCommand.FailCondition c => Fail(context, c),
        TermCommand.ExtendTerm c => Extend(context, c),
        TermCommand.Discontinue c => Discontinue(context, c),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };

    private static string Doing(TermCommand command) => command switch
    {
        TermCommand.VaryAgreement => "vary the agreement",
        TermCommand.TakeOffenceIn => "take an offence in",
        TermCommand.WaiveCondition => "waive a condition",
        TermCommand.SubstituteCondition => "replace a condition",
        TermCommand.FailCondition => "record that a condition failed",
        TermCommand.ExtendTerm => "extend the term",
        _ => "discontinue the agreement",
    };

    private static Refusal? Add(DecisionContext context, TermCommand.AddNote command)
    {
        var partner = command.By.Role is Role.Provider or Role.Facilitator;
        if (command.ConditionId is null)
        {
            if (partner)
            {
                return new Refusal.Invalid(RefusalCode.ConditionMissing, "Say which condition the note is about: conditionId.");
            }
        }
        else if (context.State.ConditionOrNull(command.ConditionId) is null)
        {
            return new Refusal.Unknown(RefusalCode.ConditionUnknown, "There is no such condition in this agreement. Check which condition the note is about.");
        }
        else if (command.By.Role is Role.PoliceOfficer or Role.Sergeant)
        {
            return new Refusal.NotPermitted(
                RefusalCode.NoteNotForPartner, "A partner would read this note, and only the key worker writes to partners. Leave the condition out, or ask the key worker.");
        }

        var read = partner && !context.State.HasObligation(PartnerNotes.ReadId(command.ConditionId!))
            ? context.InWorkingDays(RuleIds.PartnerNoteRead, PartnerNotes.ReadWorkingDays)
            : null;
        context.Raise(new TermEvent.NoteAdded(command.Text, command.ConditionId, read));
        return null;
    }

    private static Refusal? Read(DecisionContext context, TermCommand.ReadPartnerNotes command)
    {
        if (!context.State.HasObligation(PartnerNotes.ReadId(command.ConditionId)))
        {
            return new Refusal.WrongState(RefusalCode.ObligationNotOpen, "No note of a partner on this condition is unread.");
        }

        context.Raise(new TermEvent.PartnerNotesRead(command.ConditionId));
        return null;
    }

    private static Refusal? Acknowledge(DecisionContext context, TermCommand.AcknowledgeAlert command)
    {
        if (context.State.Alerts.FirstOrDefault(alert => alert.Id == command.AlertId) is not { } raised)
        {
            return new Refusal.Unknown(RefusalCode.AlertUnknown, "There is no such alert; it may have been acknowledged by somebody else.");
        }

        if (raised.Kind == AlertKind.LateNews && string.IsNullOrWhiteSpace(command.Reason))
        {
            return new Refusal.Invalid(RefusalCode.ReasonMissing, "Say what you decided about this late news: it is kept on the timeline.");
        }

        context.Raise(new TermEvent.AlertAcknowledged(command.AlertId));
        return null;
    }

    private static Refusal? ReportUndelivered(DecisionContext context, TermCommand.ReportUndelivered command)
    {
        if (context.State.Alerts.All(alert => alert.Kind != AlertKind.MessageUndelivered || alert.Subject != command.MessageId))
        {
            context.Raise(new TermEvent.MessageUndelivered(
                command.MessageId, context.Now, command.Fails, command.Fails is { } failing ? FailingContact.Owed(context, failing) : null));
            if (command.Fails is not null)
            {
                FailingContact.Follow(context);
            }
        }

        return null;
    }

    private static Refusal? Waive(DecisionContext context, TermCommand.WaiveCondition command)
    {
        if (context.State.ConditionOrNull(command.ConditionId)?.Status == ConditionStatus.Waived)
        {
            return null;
        }

        // After proof a lead let the person continue. At the end of the term a lead must also waive the condition; it is not
        // waived silently.
        var forgiven = context.State is { Status: AgreementStatus.Concluding } state
            && state.ConditionOrNull(command.ConditionId) is NoReoffendingCondition { IsOpen: true, Proved: true };
        if (!forgiven && Variation.Removable(context.State, command.ConditionId) is { } refused)
        {
            return refused;
        }

        var condition = context.State.Condition<Condition>(command.ConditionId);
        ConditionOutcomes.Close(context, condition, new ConditionEvent.ConditionWaived(condition.Id, context.Now));
        Variation.Renew(context, [], [condition.Id]);
        return null;
    }

    private static Refusal? Fail(DecisionContext context, TermCommand.FailCondition command)
    {
        if (ConditionGate.Open<Condition>(context, command.ConditionId, out var condition) is { } refused)
        {
            return refused;
        }

        if (ConditionKinds.IsMandatory(condition.Kind))
        {
            return new Refusal.RuleForbids(RefusalCode.ConditionMandatory, "No reoffending fails by proof alone: record the custody notice.");
        }

        if (command.Cause == FailureCause.Participant && FailedConditions.NotTheirs(context, condition) is { } notTheirs)
        {
            return notTheirs;
        }

        if (command.OccurredOn is { } on && ConditionGate.Happened(context, on) is { } fault)
        {
            return fault;
        }

        FailedConditions.Raise(context, condition, command.Cause, command.Reason!, command.OccurredOn);
        return null;
    }

    private static Refusal? Extend(DecisionContext context, TermCommand.ExtendTerm command) =>
        context.State.Status == AgreementStatus.BreachReview
            ? new Refusal.WrongState(RefusalCode.WrongStatus, "A breach is waiting for a decision: extend as part of that decision.")
            : Extension.Apply(context, command.LastDay, command.ParticipantAgreed);

    private static Refusal? Discontinue(DecisionContext context, TermCommand.Discontinue command)
    {
        Ending.End(context, new TermEvent.AgreementDiscontinued(command.Cause, context.Now));
        return null;
    }
}
