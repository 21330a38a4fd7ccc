using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Conditions.Apology;

internal sealed class ApologyConditionRules : ConditionRules
{
    public override ConditionKind Kind => ConditionKind.Apology;

    public override Type TermsType => typeof(ConditionTerms.LetterOfApology);

    public override Type ConditionType => typeof(ApologyCondition);

    public override ConditionTerms Kept(ConditionTerms terms, StaffDirectory staff)
    {
        var own = (ConditionTerms.LetterOfApology)terms;
        return own with { Facilitator = StaffDirectory.AsListed(own.Facilitator, staff.Facilitator(own.Facilitator?.Id)) };
    }

    public override Refusal? Unlisted(ConditionTerms terms, StaffDirectory staff) =>
        StaffDirectory.Unlisted("facilitator", "facilitator", ((ConditionTerms.LetterOfApology)terms).Facilitator, staff.Facilitators);

    public override ImmutableArray<CommandEntry> Commands { get; } =
    [
        CommandEntry.Of<ApologyCommand.RecordLetterWritten>("record-letter-written", "letter-of-apology", CommandRoles.Restorative),
        CommandEntry.Of<ApologyCommand.CheckLetter>("check-letter", "letter-of-apology", CommandRoles.Restorative),
        CommandEntry.Of<ApologyCommand.RecordLetterEnd>("record-letter-end", "letter-of-apology", CommandRoles.Restorative),
    ];

    /// <summary>Nothing falls due apart from its obligations.</summary>
    public override bool HasTrack => false;

    public override Refusal? CheckTerms(ConditionTerms terms, AgreementState state, SchemeRules scheme) =>
        ChildProtection.Check(state)
        ?? TheirVictim.Check("A letter of apology", ((ConditionTerms.LetterOfApology)terms).Victim, state.Victims);

    public override ConditionTerms WithOnlyVictim(ConditionTerms terms, AgreementState state) =>
        (ConditionTerms.LetterOfApology)terms is { Victim: null } own ? own with { Victim = state.Victims.Only?.Number } : terms;

    public override void InspectTerms(ConditionTerms terms, TextInspection texts)
    {
        if (((ConditionTerms.LetterOfApology)terms).Facilitator is { } facilitator)
        {
            texts.Staff("facilitator", facilitator);
        }
    }

    public override void Open(DecisionContext context, string id, ConditionTerms terms, LocalDate from) => context.Raise(new ApologyEvent.ApologyBegan(
        id,
        context.State.Victims.Find(((ConditionTerms.LetterOfApology)terms).Victim)!.Number,
        ((ConditionTerms.LetterOfApology)terms).Facilitator,
        context.AtCloseOf(RuleIds.ApologyWritten, LocalDate.Max(context.State.Term!.Midpoint, from))));

    public override string? Explain(string rule, SchemeRules scheme) => rule switch
    {
        RuleIds.ApologyWritten => $"The letter is written by the midpoint of the term; one that was not fit, within {RuleTexts.WorkingDays(scheme.Letters.RewriteWorkingDays)}.",
        RuleIds.ApologyChecked => $"The letter is checked within {RuleTexts.WorkingDays(scheme.Letters.CheckWorkingDays)}.",
        RuleIds.ApologyEnd => $"A letter that is fit is handed over or kept within {RuleTexts.WorkingDays(scheme.Letters.EndWorkingDays)}, as the victim wishes.",
        _ => null,
    };

    public override IEnumerable<ConditionTerms> ExampleTerms => [new ConditionTerms.LetterOfApology(CandidateCommands.Somebody)];

    public override ConditionTerms ExampleFor(AgreementState state, ConditionTerms example) =>
        (ConditionTerms.LetterOfApology)example with { Victim = state.Victims.All.FirstOrDefault()?.Number };

    public override IEnumerable<AgreementCommand> Candidates(AgreementState state, Condition condition, Instant now)
    {
        var today = WorkingCalendar.DateOf(now);
        return
        [
            new ApologyCommand.RecordLetterWritten(condition.Id, today),
            new ApologyCommand.CheckLetter(condition.Id, today, true),
            new ApologyCommand.RecordLetterEnd(condition.Id, today, LetterEnd.HandedOver),
            new ApologyCommand.RecordLetterEnd(condition.Id, today, LetterEnd.Kept),
        ];
    }

    public override Refusal? Decide(DecisionContext context, ConditionCommand command)
    {
        var own = (ApologyCommand)command;
        if (ConditionGate.Running<ApologyCondition>(context, own.ConditionId, out var condition) is { } refused)
        {
            return refused;
        }

        return own switch
        {
            ApologyCommand.RecordLetterEnd c when condition.End == c.End && condition.EndedOn == c.On => null,
            _ when ConditionGate.Open<ApologyCondition>(context, own.ConditionId, out _) is { } closed => closed,
            ApologyCommand.RecordLetterWritten c => Write(context, condition, c),
            ApologyCommand.CheckLetter c => Check(context, condition, c),
            ApologyCommand.RecordLetterEnd c => End(context, condition, c),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    public override AgreementState Evolve(AgreementState state, ConditionKindEvent happened) => happened switch
    {
        ApologyEvent.ApologyBegan e => state
            .With(new ApologyCondition(e.ConditionId, e.Victim, e.Facilitator) { Status = ConditionStatus.InProgress })
            .WithObligation(ApologyCondition.WrittenId(e.ConditionId), e.ConditionId, e.Written, Addressee.KeyWorker),
        ApologyEvent.LetterWritten e => state
            .With(state.Condition<ApologyCondition>(e.ConditionId) with { WrittenOn = e.On, CheckedOn = null, Anew = false })
            .Settled(ApologyCondition.WrittenId(e.ConditionId))
            .WithObligation(ApologyCondition.CheckedId(e.ConditionId), e.ConditionId, e.Check, OwnerOf(state, e.ConditionId)),
        ApologyEvent.LetterChecked { Fit: true } e => state
            .With(state.Condition<ApologyCondition>(e.ConditionId) with { CheckedOn = e.On })
            .Settled(ApologyCondition.CheckedId(e.ConditionId))
            .WithObligation(ApologyCondition.EndId(e.ConditionId), e.ConditionId, e.Next, OwnerOf(state, e.ConditionId)),
        ApologyEvent.LetterChecked e => state
            .With(state.Condition<ApologyCondition>(e.ConditionId) with { Anew = true })
            .Settled(ApologyCondition.CheckedId(e.ConditionId))
            .WithObligation(ApologyCondition.WrittenId(e.ConditionId), e.ConditionId, e.Next, Addressee.KeyWorker),
        ApologyEvent.LetterEnded e => state
            .With(state.Condition<ApologyCondition>(e.ConditionId) with { End = e.End, EndedOn = e.On })
            .Settled(ApologyCondition.EndId(e.ConditionId)),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    public override bool IsKept(AgreementState state, Condition condition, bool termOver, SchemeRules scheme) => ((ApologyCondition)condition).End is not null;

    /// <summary>Until it is written it is the person's; what follows is ours.</summary>
    public override bool FallsToParticipant(Condition condition, SchemeRules scheme) => condition is ApologyCondition { WrittenOn: null };

    private static Addressee OwnerOf(AgreementState state, string id) =>
        state.Condition<ApologyCondition>(id).Facilitator is null ? Addressee.KeyWorker : Addressee.Facilitator;

    private static Refusal? Write(DecisionContext context, ApologyCondition condition, ApologyCommand.RecordLetterWritten command)
    {
        if (condition is { WrittenOn: { } before, Anew: false })
        {
            return before == command.On && condition.CheckedOn is null
                ? null
                : ConditionGate.NotReady($"A letter was written on {Words.Date(before)}. Have that one checked, handed over or kept.");
        }

        if (ConditionGate.Happened(context, command.On) is { } fault)
        {
            return fault;
        }

        context.Raise(new ApologyEvent.LetterWritten(condition.Id, command.On, context.InWorkingDays(RuleIds.ApologyChecked, context.Scheme.Letters.CheckWorkingDays, command.On)));
        return null;
    }

    private static Refusal? Check(DecisionContext context, ApologyCondition condition, ApologyCommand.CheckLetter command)
    {
        if (condition.WrittenOn is not { } written || condition.Anew)
        {
            return ConditionGate.NotReady("There is no letter to check. Record first that the person has written it.");
        }

        if (condition.CheckedOn is { } before)
        {
            return command.Fit && before == command.On
                ? null
                : ConditionGate.NotReady($"The letter was checked on {Words.Date(before)}. Record that it was handed over or kept.");
        }

        if (NotBefore(context, command.On, written, "it was written") is { } fault)
        {
            return fault;
        }

        var letters = context.Scheme.Letters;
        context.Raise(new ApologyEvent.LetterChecked(condition.Id, command.On, command.Fit, command.Fit
            ? context.InWorkingDays(RuleIds.ApologyEnd, letters.EndWorkingDays, command.On)
            : context.InWorkingDays(RuleIds.ApologyWritten, letters.RewriteWorkingDays, command.On)));
        return null;
    }

    private static Refusal? End(DecisionContext context, ApologyCondition condition, ApologyCommand.RecordLetterEnd command)
    {
        if (!Enum.IsDefined(command.End))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "A letter is handed over or kept.");
        }

        if (condition.CheckedOn is not { } read)
        {
            return ConditionGate.NotReady("The letter has not been checked. Nobody gives it to the victim, or keeps it, unread.");
        }

        if ((command.End == LetterEnd.HandedOver ? ChildProtection.Check(context.State) : null) is { } forbidden)
        {
            return forbidden;
        }

        if (NotBefore(context, command.On, read, "it was checked") is { } fault)
        {
            return fault;
        }

        context.Raise(new ApologyEvent.LetterEnded(condition.Id, command.On, command.End));
        return null;
    }

    private static Refusal? NotBefore(DecisionContext context, LocalDate on, LocalDate earliest, string what) => ConditionGate.Happened(context, on)
        ?? (on < earliest ? new Refusal.Invalid(RefusalCode.DateTooOld, $"{Words.Date(on)} is before {Words.Date(earliest)}, when {what}. Check the date.") : null);
}
