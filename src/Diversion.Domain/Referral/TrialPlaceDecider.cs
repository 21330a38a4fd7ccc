using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Term;
using Diversion.Domain.Trials;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Referral;

/// <summary>A case's place in the trial that is open. The trial draws; the case follows.</summary>
internal static class TrialPlaceDecider
{
    public static Refusal? Allocate(DecisionContext context, ReferralCommand.AllocateArm command)
    {
        var asked = command.Drawn is null || command.Drawn == DrawnArm.Example;
        if (context.State.Referral.Allocation is { } known)
        {
            return asked || (known.Trial, known.Arm) == (command.Drawn!.Trial, command.Drawn.Arm)
                ? null
                : new Refusal.WrongState(RefusalCode.ArmAllocated, "The arm was allocated before; an allocation is never drawn again.");
        }

        if (asked && (MayAsk(context, command) ?? command.NotDrawn) is { } refused)
        {
            return refused;
        }

        return command.Drawn is { } drawn
            ? Follow(context, drawn)
            : new Refusal.WrongState(RefusalCode.TrialNotOpen, "The trial could not be asked here. Nothing was allocated; try again.");
    }

    /// <summary>An offer has to wait for the arm while a trial allocates people; null when there is nothing to wait for.</summary>
    public static Refusal? AwaitsArm(DecisionContext context) =>
        context.Trial?.Awaits(context.State.Referral, context.Scheme.Vocabulary, context.Today) == true
            ? new Refusal.RuleForbids(
                RefusalCode.ArmNotAllocated, "A trial is running: first find out what it allocates to this person. The offer can be made if that is the programme.")
            : null;

    public static Refusal? LeaveOut(DecisionContext context)
    {
        if (context.State.Status is not (AgreementStatus.Referred or AgreementStatus.Eligible) || context.State.Referral.Allocation is not null)
        {
            return ReferralDecider.WrongStatus(context.State, "A case is left out of the trial before anything is allocated to it");
        }

        if (Taking(context) is not { } trial)
        {
            return NotOpen;
        }

        if (context.State.Referral.LeftOut?.Trial != trial.Id.Value)
        {
            context.Raise(new ReferralEvent.LeftOutOfTrial(trial.Id.Value, context.Command.Reason!.Trim(), context.Command.By.AsStaff(), context.Now));
        }

        return null;
    }

    public static Refusal? RecordCrossover(DecisionContext context, ReferralCommand.RecordCrossover command)
    {
        if (context.State.Referral.Allocation is not { } allocated)
        {
            return NotAllocated;
        }

        if (!Enum.IsDefined(command.Received))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say which arm the person received.") { Field = "received" };
        }

        if (command.On > context.Today || command.On < Time.WorkingCalendar.DateOf(allocated.At))
        {
            return new Refusal.Invalid(
                command.On > context.Today ? RefusalCode.DateInFuture : RefusalCode.DateTooOld,
                $"The day is between the allocation ({Words.Date(allocated.At)}) and today. Correct it.") { Field = "on" };
        }

        var recorded = allocated.Crossover is { } before ? (before.Received, before.On) : (allocated.Arm, command.On);
        if (recorded != (command.Received, command.On))
        {
            context.Raise(new ReferralEvent.CrossoverRecorded(command.Received, command.On, context.Command.Reason!.Trim(), context.Command.By.AsStaff(), context.Now));
        }

        return null;
    }

    public static Refusal? RecordConsent(DecisionContext context, ReferralCommand.RecordResearchConsent command)
    {
        if (context.State.Referral.Allocation is not { ResearchConsent: { } known })
        {
            return new Refusal.WrongState(RefusalCode.WrongStatus, "Nobody was asked for consent to research in this case: its trial does not ask, or nothing is allocated yet.");
        }

        if (known != command.Given)
        {
            context.Raise(new ReferralEvent.ResearchConsentRecorded(command.Given));
        }

        return null;
    }

    private static Refusal? MayAsk(DecisionContext context, ReferralCommand.AllocateArm command)
    {
        if (context.State.Status != AgreementStatus.Eligible)
        {
            return ReferralDecider.WrongStatus(context.State, "An arm is allocated once eligibility is approved and before an offer");
        }

        if (Taking(context) is not { } trial)
        {
            return NotOpen;
        }

        if (context.State.Referral.LeftOut?.Trial == trial.Id.Value)
        {
            return new Refusal.WrongState(RefusalCode.WrongStatus, "A lead left this case out of the trial. Make the offer.");
        }

        if (!context.State.Referral.ChecksBack)
        {
            return new Refusal.RuleForbids(RefusalCode.ChecksOutstanding, "The safeguarding and domestic-abuse checks are not back. Record both before the trial allocates.");
        }

        if (EligibilityDecider.Stale(context) is { } stale)
        {
            return stale;
        }

        if (StratumFacts.Find(trial.Protocol, context.State.Referral, context.Scheme.Vocabulary, out _) is { } without)
        {
            // What is not known yet can be recorded; whom the trial is not about is not told of it.
            return StratumFacts.IsOutside(trial.Protocol, context.State.Referral, context.Scheme.Vocabulary)
                ? new Refusal.WrongState(RefusalCode.StratumMissing, without)
                : new Refusal.RuleForbids(RefusalCode.StratumMissing, without);
        }

        return trial.Protocol.AsksResearchConsent && command is { ResearchConsent: null, Drawn: null } ? TrialDecider.ConsentMissing : null;
    }

    /// <summary>Whatever happened to the case since: what was drawn is never lost.</summary>
    private static Refusal? Follow(DecisionContext context, DrawnArm drawn)
    {
        var ends = drawn.Arm == TrialArm.Control && context.State.Status == AgreementStatus.Eligible;
        context.Raise(new ReferralEvent.ArmAllocated(drawn.Arm, drawn.Stratum, ReferralEvent.KeptByTheTrial, drawn.At)
        {
            Trial = drawn.Trial, Code = drawn.Code, InTrial = drawn.Number, FirstCase = drawn.FirstCase, ResearchConsent = drawn.ResearchConsent,
        });
        if (ends)
        {
            VictimObligations.OnDecision(context);
            CaseOutcomes.Owe(context);
        }

        return null;
    }

    private static OpenTrial? Taking(DecisionContext context) => context.Trial is { } trial && trial.Protocol.TakesOn(context.Today) ? trial : null;

    private static Refusal NotOpen { get; } = new Refusal.WrongState(RefusalCode.TrialNotOpen, "No trial allocates people now. Make the offer.");

    private static Refusal NotAllocated { get; } = new Refusal.WrongState(RefusalCode.ArmNotAllocated, "No trial has allocated anything to this case.");
}
