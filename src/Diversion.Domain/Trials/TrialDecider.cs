using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;
using Diversion.Domain.Time;

namespace Diversion.Domain.Trials;

/// <summary>
/// Nobody types an arm: it is what the sequence has at the next position of the person's stratum. The same person gets the
/// same answer as before, however often it is asked.
/// </summary>
public static class TrialDecider
{
    /// <summary>The state, with everybody in it, is one row of the smallest store.</summary>
    public const int MostPeople = 1_500;

    /// <param name="trial">Null before it was drafted.</param>
    public static Decision<TrialState, TrialEvent> Decide(TrialId id, TrialState? trial, TrialCommand command, TrialInputs facts)
    {
        if (Admission.Of(command, TrialCommands.Of(command)) is { } refused)
        {
            return Refused(trial, refused);
        }

        if (ReasonFault(command) is { } unexplained)
        {
            return Refused(trial, unexplained);
        }

        return command switch
        {
            TrialCommand.DraftTrial c => Draft(id, trial, c),
            _ when trial is null => Refused(trial, new Refusal.Unknown(RefusalCode.TrialUnknown, "There is no such trial. Open the list of trials and choose one.")),
            TrialCommand.TimePassed c => Follow(trial, c),
            TrialCommand.OpenTrial => Open(trial, command, facts),
            TrialCommand.AmendTrial c => Amend(trial, c),
            TrialCommand.AllocatePerson c => Allocate(trial, c, facts),
            TrialCommand.CloseTrial => Close(trial, command),
            TrialCommand.UnsealTrial => Unseal(trial, command, facts),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    private static Refusal? ReasonFault(TrialCommand command)
    {
        var texts = new TextInspection();
        texts.Prose("reason", command.Reason, required: command is TrialCommand.AmendTrial or TrialCommand.CloseTrial);
        return texts.Fault;
    }

    private static Decision<TrialState, TrialEvent> Draft(TrialId id, TrialState? trial, TrialCommand.DraftTrial command)
    {
        if (TrialId.Read(id.Value) is null)
        {
            return Refused(trial, new Refusal.Invalid(
                RefusalCode.ProtocolFaulty, "The trial’s code has 3 to 40 lower-case letters, digits and hyphens and begins with a letter, such as checkpoint-2026. It cannot be changed later."));
        }

        if (trial is { Status: not TrialStatus.Draft })
        {
            return Refused(trial, new Refusal.WrongState(RefusalCode.TrialFrozen, "The trial has opened, so its protocol is no draft any more. Amend it, with a reason."));
        }

        if (ProtocolReading.Fault(command.Protocol) is { } fault)
        {
            return Refused(trial, fault);
        }

        return trial is not null && trial.Protocol.SameAs(command.Protocol)
            ? new([], null, trial)
            : Raised(trial, new TrialEvent.TrialDrafted(id.Value, command.Protocol));
    }

    private static Decision<TrialState, TrialEvent> Open(TrialState trial, TrialCommand command, TrialInputs facts)
    {
        if (trial.Status != TrialStatus.Draft)
        {
            return trial.Status == TrialStatus.Open
                ? new([], null, trial)
                : Refused(trial, new Refusal.Ended(RefusalCode.TrialNotOpen, "This trial has closed. It cannot open again; draft another."));
        }

        if (facts.OtherOpen is { } other)
        {
            return Refused(trial, new Refusal.WrongState(RefusalCode.OtherTrialOpen, $"The trial “{other}” is open. A case belongs to one trial; close that one first."));
        }

        string[] faults = [.. facts.PlanFaults.IsDefault ? [] : facts.PlanFaults, .. ProtocolReading.Missing(trial.Protocol, WorkingCalendar.DateOf(command.At))];
        return faults.Length > 0
            ? Refused(trial, new Refusal.Invalid(RefusalCode.ProtocolFaulty, $"The trial cannot open yet.\n{string.Join('\n', faults)}"))
            : Raised(trial, new TrialEvent.TrialOpened(facts.Seal!, facts.Keys!, command.By.AsStaff(), command.At));
    }

    private static Decision<TrialState, TrialEvent> Amend(TrialState trial, TrialCommand.AmendTrial command)
    {
        if (trial.Status == TrialStatus.Draft)
        {
            return Refused(trial, new Refusal.WrongState(RefusalCode.TrialNotOpen, "The trial is a draft. Change the draft; an amendment is for a trial that has opened."));
        }

        if (ProtocolReading.Fault(command.Protocol) is { } fault)
        {
            return Refused(trial, fault);
        }

        if (!trial.Protocol.HasSameSequence(command.Protocol))
        {
            return Refused(trial, new Refusal.RuleForbids(
                RefusalCode.TrialFrozen,
                "Arms, their ratio, strata and block sizes are part of the sequence that was sealed. They cannot be changed; close this trial and open another one."));
        }

        if (ProtocolReading.Missing(command.Protocol, LocalDate.MinIsoValue).ToArray() is { Length: > 0 } missing)
        {
            return Refused(trial, new Refusal.Invalid(RefusalCode.ProtocolFaulty, string.Join('\n', missing)));
        }

        var changed = trial.Protocol.Changes(command.Protocol);
        return changed.IsEmpty
            ? new([], null, trial)
            : Raised(trial, new TrialEvent.ProtocolAmended(
                trial.ProtocolVersion + 1, command.Protocol, changed, command.Reason!.Trim(), command.By.AsStaff(), command.At));
    }

    private static Decision<TrialState, TrialEvent> Allocate(TrialState trial, TrialCommand.AllocatePerson command, TrialInputs facts)
    {
        if (trial.OfCase(command.Case) is not null)
        {
            return new([], null, trial);
        }

        if (trial.Status != TrialStatus.Open || !trial.Protocol.TakesOn(WorkingCalendar.DateOf(command.At)))
        {
            return Refused(trial, new Refusal.WrongState(RefusalCode.TrialNotOpen, "The trial allocates nobody now. Open the case again to see what can be done."));
        }

        if (trial.Protocol.AsksResearchConsent && command.ResearchConsent is null)
        {
            return Refused(trial, ConsentMissing);
        }

        if (trial.OfPerson(command.Person) is { } first)
        {
            return Raised(trial, new TrialEvent.AllocationStood(first.Number, command.Case, command.ResearchConsent, command.At));
        }

        if (trial.Allocations.Length >= MostPeople)
        {
            return Refused(trial, new Refusal.RuleForbids(RefusalCode.TrialFull, $"The trial has {MostPeople} people, the most that one can have. A lead closes it; until then leave the case out of it."));
        }

        var position = trial.NextPosition(command.Stratum);
        return Raised(trial, new TrialEvent.PersonAllocated(
            trial.Allocations.Length + 1, command.Case, command.Stratum, position, facts.ArmAt!(command.Stratum, position), command.Person, command.ResearchConsent, command.At));
    }

    internal static Refusal ConsentMissing { get; } = new Refusal.Invalid(
        RefusalCode.ResearchConsentMissing, "Ask the person whether their data may be used for the research, and record the answer. They are allocated in either case.") { Field = "researchConsent" };

    private static Decision<TrialState, TrialEvent> Follow(TrialState trial, TrialCommand.TimePassed command)
    {
        var answers = command.Followed.IsDefault ? [] : command.Followed.RemoveAll(answer => trial.ToPassOn.All(waiting => waiting.Case != answer.Case));
        return answers.IsEmpty ? new([], null, trial) : Raised(trial, new TrialEvent.CasesFollowed(answers));
    }

    private static Decision<TrialState, TrialEvent> Close(TrialState trial, TrialCommand command) => trial.Status switch
    {
        TrialStatus.Open => Raised(trial, new TrialEvent.TrialClosed(command.Reason!.Trim(), command.By.AsStaff(), command.At)),
        TrialStatus.Draft => Refused(trial, new Refusal.WrongState(RefusalCode.TrialNotOpen, "The trial has not opened, so there is nothing to close.")),
        _ => new([], null, trial),
    };

    private static Decision<TrialState, TrialEvent> Unseal(TrialState trial, TrialCommand command, TrialInputs facts) => trial.Status switch
    {
        TrialStatus.Unsealed => new([], null, trial),
        TrialStatus.Closed => Raised(trial, new TrialEvent.SeedOpened(facts.Seed!, command.By.AsStaff(), command.At)),
        _ => Refused(trial, new Refusal.RuleForbids(
            RefusalCode.SeedSealed, "The seed stays sealed until the trial has closed: whoever has it can foresee every arm. Close the trial first.")),
    };

    private static Decision<TrialState, TrialEvent> Raised(TrialState? trial, TrialEvent happened) => new([happened], null, TrialEvolution.Evolve(trial, happened));

    private static Decision<TrialState, TrialEvent> Refused(TrialState? trial, Refusal refusal) => new([], refusal, trial!);
}
