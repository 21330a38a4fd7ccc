using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;

namespace Diversion.Domain.Breach;

internal static class BreachDecider
{
    public static Refusal? Decide(DecisionContext context, BreachCommand command)
    {
        if (!context.State.Status.IsRunning())
        {
            return new Refusal.WrongState(RefusalCode.WrongStatus, $"This needs a signed agreement; this one is {Words.Of(context.State.Status)}.");
        }

        return command switch
        {
            BreachCommand.RecordFailure c => RecordFailure(context, c),
            BreachCommand.RecordViolence c => RecordViolence(context, c),
            BreachCommand.WithdrawWarning c => Withdraw(context, c),
            BreachCommand.DecideContest c => Contests.Decide(context, c),
            BreachCommand.ProposeBreach => Propose(context),
            BreachCommand.DecideBreach c => DecideProposal(context, c),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    private static Refusal? RecordFailure(DecisionContext context, BreachCommand.RecordFailure command)
    {
        if (context.State.Failures.Any(failure => failure.Id == command.FailureId))
        {
            return null;
        }

        if (command.ConditionId is { } id && context.State.ConditionOrNull(id) is null)
        {
            return new Refusal.Unknown(RefusalCode.ConditionUnknown, "There is no such condition in this agreement.");
        }

        if (command.ConditionId is { } about
            && FailedConditions.NotTheirs(context, context.State.Condition<Condition>(about)) is { } notTheirs)
        {
            return notTheirs;
        }

        if (command.OccurredOn is { } on && ConditionGate.Happened(context, on) is { } fault)
        {
            return fault;
        }

        var missed = command.AppointmentId is { } appointment
            ? (context.State.ConditionOrNull(command.ConditionId ?? string.Empty) as AppointmentCondition)?.AppointmentOrNull(appointment)
            : null;
        if (command.AppointmentId is not null && missed is null)
        {
            return new Refusal.Unknown(RefusalCode.AppointmentUnknown, "There is no such meeting or session in this condition. Check which one it was.");
        }

        if (missed is not null && missed.StartsAt > context.Now)
        {
            return new Refusal.WrongState(RefusalCode.AppointmentNotYet, "The appointment has not begun. Record what happened afterwards, or reschedule it.");
        }

        if (missed is { Status: AppointmentStatus.MissedAcceptable or AppointmentStatus.CancelledByService or AppointmentStatus.EvidenceAwaited or AppointmentStatus.Superseded })
        {
            return new Refusal.WrongState(
                RefusalCode.AppointmentSettled,
                $"This appointment is {Words.Of(missed.Status)}, which is no failure. Correct its outcome with a reason if that is wrong.");
        }

        context.Raise(new BreachEvent.FailureRecorded(
            command.FailureId,
            command.ConditionId,
            FailureKind.Other,
            context.Now,
            missed?.StartsAt ?? FailureLadder.Happened(context, command.OccurredOn),
            missed?.Id));
        return null;
    }

    private static Refusal? RecordViolence(DecisionContext context, BreachCommand.RecordViolence command)
    {
        if (ConditionGate.Happened(context, command.OccurredOn) is { } fault)
        {
            return fault;
        }

        if (context.State.Incidents.Contains(command.IncidentId))
        {
            return null;
        }

        context.Raise(new BreachEvent.ViolenceRecorded(command.IncidentId, command.OccurredOn));
        Proposal.Raise(context, BreachCause.Violence);
        return null;
    }

    private static Refusal? Withdraw(DecisionContext context, BreachCommand.WithdrawWarning command)
    {
        var warning = context.State.Warnings.FirstOrDefault(issued => issued.Number == command.Number);
        if (warning is null)
        {
            return new Refusal.Unknown(RefusalCode.WarningUnknown, $"There is no warning {command.Number} in this agreement.");
        }

        if (!warning.Withdrawn)
        {
            if (!MayWithdraw(context, warning))
            {
                return new Refusal.NotPermitted(
                    RefusalCode.WarningGivenByAnother,
                    "Somebody else gave this warning. Ask the person who gave it, or a programme lead, to withdraw it.");
            }

            if (Proposal.Waits(context, "withdraw a warning") is { } waits)
            {
                return waits;
            }

            FailureLadder.TakeBack(context, warning);
        }

        return null;
    }

    /// <summary>
    /// The person who gave the warning, or a lead. A warning caused by a timer, a provider or an officer belongs to the key
    /// worker on the case.
    /// </summary>
    private static bool MayWithdraw(DecisionContext context, Warning warning)
    {
        var by = context.Command.By;
        return by.Role == Role.ProgrammeLead || warning.GivenById == by.Id
            || (warning.GivenByRole is not (Role.KeyWorker or Role.ProgrammeLead) && context.State.KeyWorker?.Id == by.Id);
    }

    private static Refusal? Propose(DecisionContext context)
    {
        if (context.State.Status == AgreementStatus.BreachReview)
        {
            return new Refusal.WrongState(RefusalCode.BreachAlreadyProposed, "A breach has been proposed already and is waiting for a lead.");
        }

        Proposal.Raise(context, BreachCause.Judgement);
        return null;
    }

    private static Refusal? DecideProposal(DecisionContext context, BreachCommand.DecideBreach command)
    {
        if (context.State.Breach is not { } proposed)
        {
            return new Refusal.WrongState(RefusalCode.BreachNotProposed, "No breach is waiting for a decision.");
        }

        if (context.Command.By.Id == proposed.ProposerId)
        {
            return new Refusal.NotPermitted(RefusalCode.BreachDeciderIsProposer, "You proposed this breach; another lead decides it.");
        }

        if (CannotBeCarriedOut(context, command) is { } refused)
        {
            return refused;
        }

        var early = command.Decision == BreachDecision.Confirm && AnswerTime.NotHeard(context) is not null ? command.EarlyReason : null;
        context.Raise(new BreachEvent.BreachDecided(proposed.Number, command.Decision, context.Command.By.Id, context.Now, early));
        PersonObligations.Tell(context, NewsKind.BreachDecided, proposed.Number);
        switch (command.Decision)
        {
            case BreachDecision.Confirm:
                Ending.End(context, new BreachEvent.AgreementBreached(proposed.Number, context.Command.By.Id, context.Now));
                return null;
            case BreachDecision.Continue:
                FailureLadder.Warn(context, WarningLevel.Final, failure: null);
                return null;
            case BreachDecision.Vary:
                return Variation.Apply(context, command.Add, command.Remove, command.ParticipantAgreed);
            default:
                return Extension.Apply(context, command.LastDay!.Value, command.ParticipantAgreed);
        }
    }

    /// <summary>A refused variation or extension must leave the breach undecided, so it is checked before any event is raised.</summary>
    private static Refusal? CannotBeCarriedOut(DecisionContext context, BreachCommand.DecideBreach command) => command.Decision switch
    {
        BreachDecision.Confirm => TooLateToCharge(context, command) ?? TooEarly(context, command),
        BreachDecision.Continue => null,
        BreachDecision.Vary => Variation.Check(context, command.Add, command.Remove, command.ParticipantAgreed),
        BreachDecision.Extend when command.LastDay is { } lastDay && lastDay != context.State.Term!.LastDay =>
            Extension.Check(context, lastDay, command.ParticipantAgreed),
        BreachDecision.Extend => new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say the new last day of the term."),
        _ => new Refusal.Invalid(RefusalCode.ValueOutOfRange, "A breach is confirmed, continued, varied or extended."),
    };

    private static Refusal? TooEarly(DecisionContext context, BreachCommand.DecideBreach command) => AnswerTime.NotHeard(context) is not { } waits
        ? null
        : string.IsNullOrWhiteSpace(command.EarlyReason) ? waits : OverrideReasons.Check(command.EarlyReason, "for deciding before the person has answered");

    private static Refusal? TooLateToCharge(DecisionContext context, BreachCommand.DecideBreach command) =>
        !command.AfterChargeBy && context.State.Referral.ChargeBy.Date is { } chargeBy && chargeBy < context.Today
            ? new Refusal.RuleForbids(
                RefusalCode.ChargeByPassed,
                $"The charge-by date was {Words.Date(chargeBy)}: no charge can be brought any more. Continue, vary or extend instead, or confirm with afterChargeBy set to true.")
            : null;
}
