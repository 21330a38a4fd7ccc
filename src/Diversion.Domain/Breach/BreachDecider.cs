using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;

namespace Diversion.Domain.Breach;

internal static class BreachDecider
{
    public static Refusal? Decide(Unfolding unfolding, BreachCommand command)
    {
        if (!unfolding.State.Status.IsRunning())
        {
            return new Refusal.WrongState(RefusalCode.WrongStatus, $"This needs a signed agreement; this one is {Words.Of(unfolding.State.Status)}.");
        }

        return command switch
        {
            BreachCommand.RecordFailure c => RecordFailure(unfolding, c),
            BreachCommand.RecordViolence c => RecordViolence(unfolding, c),
            BreachCommand.WithdrawWarning c => Withdraw(unfolding, c),
            BreachCommand.ProposeBreach => Propose(unfolding),
            BreachCommand.DecideBreach c => DecideProposal(unfolding, c),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    private static Refusal? RecordFailure(Unfolding unfolding, BreachCommand.RecordFailure command)
    {
        if (unfolding.State.Failures.Any(failure => failure.Id == command.FailureId))
        {
            return null;
        }

        if (command.ConditionId is { } id && unfolding.State.ConditionOrNull(id) is null)
        {
            return new Refusal.Unknown(RefusalCode.ConditionUnknown, "There is no such condition in this agreement.");
        }

        if (command.ConditionId is { } about
            && FailedConditions.NotTheirs(unfolding, unfolding.State.Condition<Condition>(about)) is { } notTheirs)
        {
            return notTheirs;
        }

        if (command.OccurredOn is { } on && ConditionGate.Happened(unfolding, on) is { } fault)
        {
            return fault;
        }

        var missed = command.AppointmentId is { } appointment
            ? (unfolding.State.ConditionOrNull(command.ConditionId ?? string.Empty) as AppointmentCondition)?.AppointmentOrNull(appointment)
            : null;
        if (command.AppointmentId is not null && missed is null)
        {
            return new Refusal.Unknown(RefusalCode.AppointmentUnknown, "There is no such meeting or session in this condition. Check which one it was.");
        }

        if (missed is not null && missed.StartsAt > unfolding.Now)
        {
            return new Refusal.WrongState(RefusalCode.AppointmentNotYet, "The appointment has not begun. Record what happened afterwards, or reschedule it.");
        }

        if (missed is { Status: AppointmentStatus.MissedAcceptable or AppointmentStatus.CancelledByService or AppointmentStatus.EvidenceAwaited or AppointmentStatus.Superseded })
        {
            return new Refusal.WrongState(
                RefusalCode.AppointmentSettled,
                $"This appointment is {Words.Of(missed.Status)}, which is no failure. Correct its outcome with a reason if that is wrong.");
        }

        unfolding.Raise(new BreachEvent.FailureRecorded(
            command.FailureId,
            command.ConditionId,
            FailureKind.Other,
            unfolding.Now,
            missed?.StartsAt ?? FailureLadder.Happened(unfolding, command.OccurredOn),
            missed?.Id));
        return null;
    }

    private static Refusal? RecordViolence(Unfolding unfolding, BreachCommand.RecordViolence command)
    {
        if (ConditionGate.Happened(unfolding, command.OccurredOn) is { } fault)
        {
            return fault;
        }

        if (unfolding.State.Incidents.Contains(command.IncidentId))
        {
            return null;
        }

        unfolding.Raise(new BreachEvent.ViolenceRecorded(command.IncidentId, command.OccurredOn));
        Proposal.Raise(unfolding, BreachCause.Violence);
        return null;
    }

    private static Refusal? Withdraw(Unfolding unfolding, BreachCommand.WithdrawWarning command)
    {
        var warning = unfolding.State.Warnings.FirstOrDefault(issued => issued.Number == command.Number);
        if (warning is null)
        {
            return new Refusal.Unknown(RefusalCode.WarningUnknown, $"There is no warning {command.Number} in this agreement.");
        }

        if (!warning.Withdrawn)
        {
            if (!MayWithdraw(unfolding, warning))
            {
                return new Refusal.NotPermitted(
                    RefusalCode.WarningGivenByAnother,
                    "Somebody else gave this warning. Ask the person who gave it, or a programme lead, to withdraw it.");
            }

            if (Proposal.Waits(unfolding, "withdraw a warning") is { } waits)
            {
                return waits;
            }

            FailureLadder.TakeBack(unfolding, warning);
        }

        return null;
    }

    /// <summary>
    /// The person who gave the warning, or a lead. A warning caused by a timer, a provider or an officer belongs to the key
    /// worker on the case.
    /// </summary>
    private static bool MayWithdraw(Unfolding unfolding, Warning warning)
    {
        var by = unfolding.Command.By;
        return by.Role == Role.ProgrammeLead || warning.GivenById == by.Id
            || (warning.GivenByRole is not (Role.KeyWorker or Role.ProgrammeLead) && unfolding.State.KeyWorker?.Id == by.Id);
    }

    private static Refusal? Propose(Unfolding unfolding)
    {
        if (unfolding.State.Status == AgreementStatus.BreachReview)
        {
            return new Refusal.WrongState(RefusalCode.BreachAlreadyProposed, "A breach has been proposed already and is waiting for a lead.");
        }

        Proposal.Raise(unfolding, BreachCause.Judgement);
        return null;
    }

    private static Refusal? DecideProposal(Unfolding unfolding, BreachCommand.DecideBreach command)
    {
        if (unfolding.State.Breach is not { } proposed)
        {
            return new Refusal.WrongState(RefusalCode.BreachNotProposed, "No breach is waiting for a decision.");
        }

        if (unfolding.Command.By.Id == proposed.ProposerId)
        {
            return new Refusal.NotPermitted(RefusalCode.BreachDeciderIsProposer, "You proposed this breach; another lead decides it.");
        }

        if (CannotBeCarriedOut(unfolding, command) is { } refused)
        {
            return refused;
        }

        var early = command.Decision == BreachDecision.Confirm && AnswerTime.NotHeard(unfolding) is not null ? command.EarlyReason : null;
        unfolding.Raise(new BreachEvent.BreachDecided(proposed.Number, command.Decision, unfolding.Command.By.Id, unfolding.Now, early));
        PersonPromises.Tell(unfolding, NewsKind.BreachDecided, proposed.Number);
        switch (command.Decision)
        {
            case BreachDecision.Confirm:
                Ending.End(unfolding, new BreachEvent.AgreementBreached(proposed.Number, unfolding.Command.By.Id, unfolding.Now));
                return null;
            case BreachDecision.Continue:
                FailureLadder.Warn(unfolding, WarningLevel.Final, failure: null);
                return null;
            case BreachDecision.Vary:
                return Variation.Apply(unfolding, command.Add, command.Remove, command.ParticipantAgreed);
            default:
                return Extension.Apply(unfolding, command.LastDay!.Value, command.ParticipantAgreed);
        }
    }

    /// <summary>A refused variation or extension must leave the breach undecided, so it is checked before any event is raised.</summary>
    private static Refusal? CannotBeCarriedOut(Unfolding unfolding, BreachCommand.DecideBreach command) => command.Decision switch
    {
        BreachDecision.Confirm => TooLateToCharge(unfolding, command) ?? TooEarly(unfolding, command),
        BreachDecision.Continue => null,
        BreachDecision.Vary => Variation.Check(unfolding, command.Add, command.Remove, command.ParticipantAgreed),
        BreachDecision.Extend when command.LastDay is { } lastDay && lastDay != unfolding.State.Term!.LastDay =>
            Extension.Check(unfolding, lastDay, command.ParticipantAgreed),
        BreachDecision.Extend => new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say the new last day of the term."),
        _ => new Refusal.Invalid(RefusalCode.ValueOutOfRange, "A breach is confirmed, continued, varied or extended."),
    };

    private static Refusal? TooEarly(Unfolding unfolding, BreachCommand.DecideBreach command) => AnswerTime.NotHeard(unfolding) is not { } waits
        ? null
        : string.IsNullOrWhiteSpace(command.EarlyReason) ? waits : OverrideReasons.Check(command.EarlyReason, "for deciding before the person has answered");

    private static Refusal? TooLateToCharge(Unfolding unfolding, BreachCommand.DecideBreach command) =>
        !command.AfterChargeBy && unfolding.State.Referral.ChargeBy.Date is { } chargeBy && chargeBy < unfolding.Today
            ? new Refusal.RuleForbids(
                RefusalCode.ChargeByPassed,
                $"The charge-by date was {Words.Date(chargeBy)}: no charge can be brought any more. Continue, vary or extend instead, or confirm with afterChargeBy set to true.")
            : null;
}
