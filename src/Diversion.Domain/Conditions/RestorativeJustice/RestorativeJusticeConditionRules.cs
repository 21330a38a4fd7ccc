using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Conditions.RestorativeJustice;

internal sealed class RestorativeJusticeConditionRules : ConditionRules
{
    public override ConditionKind Kind => ConditionKind.RestorativeJustice;

    public override Type TermsType => typeof(ConditionTerms.RestorativeJustice);

    public override Type ConditionType => typeof(RestorativeJusticeCondition);

    public override ConditionTerms Kept(ConditionTerms terms, StaffDirectory staff)
    {
        var own = (ConditionTerms.RestorativeJustice)terms;
        return own with { Facilitator = StaffDirectory.AsListed(own.Facilitator, staff.Facilitator(own.Facilitator?.Id))! };
    }

    public override Refusal? Unlisted(ConditionTerms terms, StaffDirectory staff) =>
        StaffDirectory.Unlisted("facilitator", "facilitator", ((ConditionTerms.RestorativeJustice)terms).Facilitator, staff.Facilitators);

    /// <summary>A victim's refusal, or a child-protection case, is never the participant's failure.</summary>
    public override Refusal? NotTheirs(AgreementState state, Condition condition) =>
        condition is RestorativeJusticeCondition own && (own.VictimTakesPart == false || own.NewWish == false || state.ChildProtection)
            ? new Refusal.RuleForbids(
                RefusalCode.NotParticipantsFailure,
                "The victim does not take part, or may not: that is never the participant's failure. Waive or substitute the condition.")
            : null;

    public override ImmutableArray<CommandEntry> Commands { get; } =
    [
        CommandEntry.Of<RestorativeJusticeCommand.RecordVictimContact>("record-victim-contact", "restorative-justice", CommandRoles.Restorative),
        CommandEntry.Of<RestorativeJusticeCommand.RecordVictimAnswer>("record-victim-answer", "restorative-justice", CommandRoles.Restorative),
        CommandEntry.Of<RestorativeJusticeCommand.RecordVictimWithdrawal>("record-victim-withdrawal", "restorative-justice", CommandRoles.Restorative),
        CommandEntry.Of<RestorativeJusticeCommand.RecordPreparation>("record-preparation", "restorative-justice", CommandRoles.Restorative),
        CommandEntry.Of<RestorativeJusticeCommand.RecordRestorativeOutcome>("record-restorative-outcome", "restorative-justice", CommandRoles.Restorative),
    ];

    public override ImmutableArray<string> SetUpBy { get; } = [RuleIds.RestorativeContact];

    public override Refusal? CheckTerms(ConditionTerms terms, AgreementState state, SchemeRules scheme) =>
        ChildProtection.Check(state)
        ?? TheirVictim.Check("Restorative justice", ((ConditionTerms.RestorativeJustice)terms).Victim, state.Victims);

    public override ConditionTerms WithOnlyVictim(ConditionTerms terms, AgreementState state) =>
        (ConditionTerms.RestorativeJustice)terms is { Victim: null } own ? own with { Victim = state.Victims.Only?.Number } : terms;

    public override void InspectTerms(ConditionTerms terms, TextInspection texts) =>
        texts.Staff("facilitator", ((ConditionTerms.RestorativeJustice)terms).Facilitator);

    public override void Open(DecisionContext context, string id, ConditionTerms terms, LocalDate from)
    {
        var own = (ConditionTerms.RestorativeJustice)terms;
        var rules = context.Scheme.RestorativeJustice;
        context.Raise(new RestorativeJusticeEvent.RestorativeJusticeBegan(
            id,
            context.State.Victims.Find(own.Victim)!.Number,
            own.Facilitator,
            context.InWorkingDays(RuleIds.RestorativeContact, rules.VictimContactWorkingDays, from),
            HeldBy(context, from)));
    }

    public override string? Explain(string rule, SchemeRules scheme) => rule switch
    {
        RuleIds.RestorativeContact => $"The victim is contacted within {RuleTexts.WorkingDays(scheme.RestorativeJustice.VictimContactWorkingDays)} of signing.",
        RuleIds.RestorativeAnswer => $"The victim's answer is recorded within {RuleTexts.WorkingDays(scheme.RestorativeJustice.VictimAnswerWorkingDays)} of the contact.",
        RuleIds.RestorativeHeld => $"Conference, indirect exchange or letter by the end of week {scheme.RestorativeJustice.HeldByWeek}.",
        _ => null,
    };

    public override IEnumerable<ConditionTerms> ExampleTerms => [new ConditionTerms.RestorativeJustice(CandidateCommands.Somebody)];

    /// <summary>With any of several victims: with whom it is, is chosen with it.</summary>
    public override ConditionTerms ExampleFor(AgreementState state, ConditionTerms example) =>
        (ConditionTerms.RestorativeJustice)example with { Victim = state.Victims.All.FirstOrDefault()?.Number };

    public override IEnumerable<AgreementCommand> Candidates(AgreementState state, Condition condition, Instant now)
    {
        var today = WorkingCalendar.DateOf(now);
        return
        [
            new RestorativeJusticeCommand.RecordVictimContact(condition.Id, today),
            new RestorativeJusticeCommand.RecordVictimAnswer(condition.Id, true),
            new RestorativeJusticeCommand.RecordVictimAnswer(condition.Id, false),
            new RestorativeJusticeCommand.RecordVictimWithdrawal(condition.Id),
            new RestorativeJusticeCommand.RecordPreparation(condition.Id, today),
            new RestorativeJusticeCommand.RecordPreparation(condition.Id, state.Term!.SignedOn),
            new RestorativeJusticeCommand.RecordRestorativeOutcome(condition.Id, RestorativeProcess.Letter, today),
        ];
    }

    public override Refusal? Decide(DecisionContext context, ConditionCommand command)
    {
        var own = (RestorativeJusticeCommand)command;
        if (ConditionGate.Open<RestorativeJusticeCondition>(context, own.ConditionId, out var condition) is { } refused)
        {
            return refused;
        }

        if (ChildProtection.Check(context.State) is { } forbidden)
        {
            return forbidden;
        }

        return own switch
        {
            RestorativeJusticeCommand.RecordVictimContact c => Contact(context, condition, c.On),
            RestorativeJusticeCommand.RecordVictimAnswer c => Answer(context, condition, c),
            RestorativeJusticeCommand.RecordVictimWithdrawal => Withdraw(context, condition),
            RestorativeJusticeCommand.RecordPreparation c => Prepare(context, condition, c.On),
            RestorativeJusticeCommand.RecordRestorativeOutcome c => Hold(context, condition, c),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    public override AgreementState Evolve(AgreementState state, ConditionKindEvent happened)
    {
        if (happened is RestorativeJusticeEvent.RestorativeJusticeBegan began)
        {
            return state
                .With(new RestorativeJusticeCondition(began.ConditionId, began.Facilitator) { Victim = began.Victim })
                .WithObligation(ContactId(began.ConditionId), began.ConditionId, began.Contact, Addressee.Facilitator)
                .WithObligation(HeldId(began.ConditionId), began.ConditionId, began.Held, Addressee.Facilitator);
        }

        return happened switch
        {
            RestorativeJusticeEvent.VictimContacted e => state
                .With(Of(state, e.ConditionId) with { ContactedOn = e.On, Status = ConditionStatus.InProgress })
                .Settled(ContactId(e.ConditionId))
                .Settled(AnswerId(e.ConditionId))
                .WithObligation(AnswerId(e.ConditionId), e.ConditionId, e.Answer, Addressee.Facilitator),
            RestorativeJusticeEvent.VictimAnswered e => Answered(state, e),
            RestorativeJusticeEvent.VictimChangedMind e => ChangedMind(state, e),
            RestorativeJusticeEvent.VictimWithdrew e => state
                .With(Of(state, e.ConditionId) with { VictimTakesPart = false, NewWish = null })
                .Settled(AnswerId(e.ConditionId)),
            RestorativeJusticeEvent.ParticipantPrepared e => state.With(Of(state, e.ConditionId) with { PreparedOn = e.On }),
            RestorativeJusticeEvent.RestorativeProcessHeld e => state
                .With(Of(state, e.ConditionId) with { HeldOn = e.On, Process = e.Process })
                .Settled(HeldId(e.ConditionId)),
            _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
        };
    }

    public override bool IsKept(AgreementState state, Condition condition, bool termOver, SchemeRules scheme) =>
        ((RestorativeJusticeCondition)condition).HeldOn is not null;

    private static AgreementState Answered(AgreementState state, RestorativeJusticeEvent.VictimAnswered answer)
    {
        var answered = state
            .With(Of(state, answer.ConditionId) with { VictimTakesPart = answer.Accepts, Process = answer.Process, NewWish = null })
            .Settled(AnswerId(answer.ConditionId));
        return answer.Held is null
            ? answered
            : answered.Settled(ConditionEvolution.SettleId(answer.ConditionId)).WithObligation(HeldId(answer.ConditionId), answer.ConditionId, answer.Held, Addressee.Facilitator);
    }

    private static AgreementState ChangedMind(AgreementState state, RestorativeJusticeEvent.VictimChangedMind e)
    {
        var own = Of(state, e.ConditionId);
        var asBefore = e.Wants == (own.VictimTakesPart ?? true);
        var changed = state.With(own with { NewWish = asBefore ? null : e.Wants });
        return asBefore && own.VictimTakesPart is not null
            ? changed.Settled(AnswerId(e.ConditionId))
            : changed.WithObligation(AnswerId(e.ConditionId), e.ConditionId, e.Answer, Addressee.Facilitator);
    }

    private static RestorativeJusticeCondition Of(AgreementState state, string id) => state.Condition<RestorativeJusticeCondition>(id);

    /// <summary>By the week that the scheme sets, if that is still possible; never after the last day.</summary>
    private static Deadline HeldBy(DecisionContext context, LocalDate from)
    {
        var term = context.State.Term!;
        var week = term.SignedOn.PlusWeeks(context.Scheme.RestorativeJustice.HeldByWeek);
        return context.AtCloseOf(RuleIds.RestorativeHeld, from > term.LastDay ? from : LocalDate.Min(LocalDate.Max(week, from), term.LastDay));
    }

    private static string ContactId(string id) => $"{id}/contact";

    internal static string AnswerId(string id) => $"{id}/answer";

    private static string HeldId(string id) => $"{id}/held";

    private static Refusal? Contact(DecisionContext context, RestorativeJusticeCondition condition, LocalDate on)
    {
        if (condition.ContactedOn is not null)
        {
            return null;
        }

        if (ConditionGate.Happened(context, on) is { } fault)
        {
            return fault;
        }

        context.Raise(new RestorativeJusticeEvent.VictimContacted(
            condition.Id,
            on,
            context.InWorkingDays(RuleIds.RestorativeAnswer, context.Scheme.RestorativeJustice.VictimAnswerWorkingDays)));
        return null;
    }

    private static Refusal? Answer(DecisionContext context, RestorativeJusticeCondition condition, RestorativeJusticeCommand.RecordVictimAnswer command)
    {
        var process = command.Accepts ? command.Process : null;
        if (condition.VictimTakesPart == command.Accepts && condition.Process == process && !context.State.HasObligation(AnswerId(condition.Id)))
        {
            return null;
        }

        if (condition.ContactedOn is null)
        {
            return ConditionGate.NotReady("Record the contact with the victim first.");
        }

        // A victim may say no and then yes: the obligations that ended with the no are created again.
        var held = command.Accepts && !context.State.HasObligation(HeldId(condition.Id)) ? HeldBy(context, context.Today) : null;
        context.Raise(new RestorativeJusticeEvent.VictimAnswered(condition.Id, command.Accepts, process, held));
        if (!command.Accepts)
        {
            FailedConditions.Block(context, condition, "The victim declined.");
        }

        return null;
    }

    private static Refusal? ChangedTheirMind(RestorativeJusticeCondition condition) => condition.NewWish == false
        ? ConditionGate.NotReady("The victim changed their mind and does not want restorative justice now. Record their answer first.")
        : null;

    private static Refusal? Withdraw(DecisionContext context, RestorativeJusticeCondition condition)
    {
        if (condition.VictimTakesPart == false && condition.NewWish is null)
        {
            return null;
        }

        context.Raise(new RestorativeJusticeEvent.VictimWithdrew(condition.Id));
        FailedConditions.Block(context, condition, "The victim withdrew.");
        return null;
    }

    private static Refusal? Prepare(DecisionContext context, RestorativeJusticeCondition condition, LocalDate on)
    {
        if (condition.PreparedOn == on)
        {
            return null;
        }

        if (condition.VictimTakesPart != true)
        {
            return ConditionGate.NotReady("The victim has not accepted. Record their answer first.");
        }

        if (ChangedTheirMind(condition) is { } changed)
        {
            return changed;
        }

        if (ConditionGate.Happened(context, on) is { } fault)
        {
            return fault;
        }

        context.Raise(new RestorativeJusticeEvent.ParticipantPrepared(condition.Id, on));
        return null;
    }

    private static Refusal? Hold(DecisionContext context, RestorativeJusticeCondition condition, RestorativeJusticeCommand.RecordRestorativeOutcome command)
    {
        if (condition.VictimTakesPart != true)
        {
            return ConditionGate.NotReady("The victim has not accepted. Restorative justice is voluntary for the victim at every step.");
        }

        if (ChangedTheirMind(condition) is { } changed)
        {
            return changed;
        }

        if (condition.PreparedOn is null)
        {
            return ConditionGate.NotReady("Record the preparation first.");
        }

        if (ConditionGate.Happened(context, command.On) is { } fault)
        {
            return fault;
        }

        context.Raise(new RestorativeJusticeEvent.RestorativeProcessHeld(condition.Id, command.Process, command.On));
        return null;
    }
}
