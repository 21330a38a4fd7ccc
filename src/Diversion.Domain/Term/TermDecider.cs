using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;

namespace Diversion.Domain.Term;

internal static class TermDecider
{
    public static Refusal? Decide(Unfolding unfolding, TermCommand command) => command switch
    {
        TermCommand.AddNote c => Add(unfolding, c),
        TermCommand.ReadPartnerNotes c => Read(unfolding, c),
        TermCommand.AcknowledgeAlert c => Acknowledge(unfolding, c),
        TermCommand.ReportUndelivered c => ReportUndelivered(unfolding, c),
        TermCommand.EndCover => KeyWorkerDecider.EndCover(unfolding),
        TermCommand.RecordCaseOutcome c => CaseOutcomes.Record(unfolding, c),
        _ when !unfolding.State.Status.IsRunning() => new Refusal.WrongState(
            RefusalCode.WrongStatus,
            $"This needs a signed agreement; this one is {Words.Of(unfolding.State.Status)}."),
        TermCommand.ChangeKeyWorker c => KeyWorkerDecider.Change(unfolding, c),
        TermCommand.CoverCase c => KeyWorkerDecider.Cover(unfolding, c),
        _ when Proposal.Waits(unfolding, Doing(command)) is { } waits => waits,
        TermCommand.VaryAgreement c => Variation.Apply(unfolding, c.Add, c.Remove, c.ParticipantAgreed),
        TermCommand.WaiveCondition c => Waive(unfolding, c),
        TermCommand.SubstituteCondition c => c.Replacement is null
            ? new Refusal.Invalid(RefusalCode.NothingToVary, "Say which condition replaces it.")
            : Variation.Substitute(unfolding, c.ConditionId, c.Replacement, c.ParticipantAgreed),
        TermCommand.FailCondition c => Fail(unfolding, c),
        TermCommand.ExtendTerm c => Extend(unfolding, c),
        TermCommand.Discontinue c => Discontinue(unfolding, c),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };

    private static string Doing(TermCommand command) => command switch
    {
        TermCommand.VaryAgreement => "vary the agreement",
        TermCommand.WaiveCondition => "waive a condition",
        TermCommand.SubstituteCondition => "replace a condition",
        TermCommand.FailCondition => "record that a condition failed",
        TermCommand.ExtendTerm => "extend the term",
        _ => "discontinue the agreement",
    };

    private static Refusal? Add(Unfolding unfolding, TermCommand.AddNote command)
    {
        var partner = command.By.Role is Role.Provider or Role.Facilitator;
        if (command.ConditionId is null)
        {
            if (partner)
            {
                return new Refusal.Invalid(RefusalCode.ConditionMissing, "Say which condition the note is about: conditionId.");
            }
        }
        else if (unfolding.State.ConditionOrNull(command.ConditionId) is null)
        {
            return new Refusal.Unknown(RefusalCode.ConditionUnknown, "There is no such condition in this agreement. Check which condition the note is about.");
        }
        else if (command.By.Role is Role.PoliceOfficer or Role.Sergeant)
        {
            return new Refusal.NotPermitted(
                RefusalCode.NoteNotForPartner, "A partner would read this note, and only the key worker writes to partners. Leave the condition out, or ask the key worker.");
        }

        var read = partner && !unfolding.State.Owes(PartnerNotes.ReadId(command.ConditionId!))
            ? unfolding.InWorkingDays(RuleIds.PartnerNoteRead, PartnerNotes.ReadWorkingDays)
            : null;
        unfolding.Raise(new TermEvent.NoteAdded(command.Text, command.ConditionId, read));
        return null;
    }

    private static Refusal? Read(Unfolding unfolding, TermCommand.ReadPartnerNotes command)
    {
        if (!unfolding.State.Owes(PartnerNotes.ReadId(command.ConditionId)))
        {
            return new Refusal.WrongState(RefusalCode.PromiseNotOpen, "No note of a partner on this condition is unread.");
        }

        unfolding.Raise(new TermEvent.PartnerNotesRead(command.ConditionId));
        return null;
    }

    private static Refusal? Acknowledge(Unfolding unfolding, TermCommand.AcknowledgeAlert command)
    {
        if (unfolding.State.Alerts.FirstOrDefault(alert => alert.Id == command.AlertId) is not { } raised)
        {
            return new Refusal.Unknown(RefusalCode.AlertUnknown, "There is no such alert; it may have been acknowledged by somebody else.");
        }

        if (raised.Kind == AlertKind.LateNews && string.IsNullOrWhiteSpace(command.Reason))
        {
            return new Refusal.Invalid(RefusalCode.ReasonMissing, "Say what you decided about this late news: it is kept on the timeline.");
        }

        unfolding.Raise(new TermEvent.AlertAcknowledged(command.AlertId));
        return null;
    }

    private static Refusal? ReportUndelivered(Unfolding unfolding, TermCommand.ReportUndelivered command)
    {
        if (unfolding.State.Alerts.All(alert => alert.Kind != AlertKind.MessageUndelivered || alert.Subject != command.MessageId))
        {
            unfolding.Raise(new TermEvent.MessageUndelivered(command.MessageId, unfolding.Now));
        }

        return null;
    }

    private static Refusal? Waive(Unfolding unfolding, TermCommand.WaiveCondition command)
    {
        if (unfolding.State.ConditionOrNull(command.ConditionId)?.Status == ConditionStatus.Waived)
        {
            return null;
        }

        // After proof a lead let the person continue. At the end of the term a lead must also waive the condition; it is not
        // waived silently.
        var forgiven = unfolding.State is { Status: AgreementStatus.Concluding } state
            && state.ConditionOrNull(command.ConditionId) is NoReoffendingCondition { IsOpen: true, Proved: true };
        if (!forgiven && Variation.Removable(unfolding.State, command.ConditionId) is { } refused)
        {
            return refused;
        }

        var condition = unfolding.State.Condition<Condition>(command.ConditionId);
        ConditionOutcomes.Close(unfolding, condition, new ConditionEvent.ConditionWaived(condition.Id, unfolding.Now));
        Variation.Renew(unfolding, [], [condition.Id]);
        return null;
    }

    private static Refusal? Fail(Unfolding unfolding, TermCommand.FailCondition command)
    {
        if (ConditionGate.Open<Condition>(unfolding, command.ConditionId, out var condition) is { } refused)
        {
            return refused;
        }

        if (condition.Kind == ConditionKind.NoReoffending)
        {
            return new Refusal.RuleForbids(RefusalCode.ConditionMandatory, "No reoffending fails by proof alone: record the custody notice.");
        }

        if (command.Cause == FailureCause.Participant && FailedConditions.NotTheirs(unfolding, condition) is { } notTheirs)
        {
            return notTheirs;
        }

        if (command.OccurredOn is { } on && ConditionGate.Happened(unfolding, on) is { } fault)
        {
            return fault;
        }

        FailedConditions.Raise(unfolding, condition, command.Cause, command.Reason!, command.OccurredOn);
        return null;
    }

    private static Refusal? Extend(Unfolding unfolding, TermCommand.ExtendTerm command) =>
        unfolding.State.Status == AgreementStatus.BreachReview
            ? new Refusal.WrongState(RefusalCode.WrongStatus, "A breach is waiting for a decision: extend as part of that decision.")
            : Extension.Apply(unfolding, command.LastDay, command.ParticipantAgreed);

    private static Refusal? Discontinue(Unfolding unfolding, TermCommand.Discontinue command)
    {
        Ending.End(unfolding, new TermEvent.AgreementDiscontinued(command.Cause, unfolding.Now));
        return null;
    }
}
