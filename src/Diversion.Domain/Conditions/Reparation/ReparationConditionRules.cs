using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Conditions.Reparation;

internal sealed class ReparationConditionRules : ConditionRules
{
    public override ConditionKind Kind => ConditionKind.Reparation;

    public override Type TermsType => typeof(ConditionTerms.Reparation);

    public override Type ConditionType => typeof(ReparationCondition);

    public override ConditionTerms Kept(ConditionTerms terms, StaffDirectory staff)
    {
        var own = (ConditionTerms.Reparation)terms;
        return own with { Provider = staff.Provider(own.Provider) };
    }

    public override Refusal? Unlisted(ConditionTerms terms, StaffDirectory staff) =>
        staff.UnlistedProvider("provider", ((ConditionTerms.Reparation)terms).Provider);

    public override bool FallsToParticipant(Condition condition, SchemeRules scheme) => ((ReparationCondition)condition).ShortfallIsParticipants;

    public override ImmutableArray<CommandEntry> Commands { get; } =
    [
        CommandEntry.Of<ReparationCommand.ArrangePlacement>("arrange-placement", "reparation", CommandRoles.Providing),
        CommandEntry.Of<ReparationCommand.RecordVictimOnWork>("record-victim-on-work", "reparation", CommandRoles.Staff),
    ];

    public override ImmutableArray<string> SetUpBy { get; } = [RuleIds.ReparationPlacement];

    public override Refusal? CheckTerms(ConditionTerms terms, AgreementState state, SchemeRules scheme)
    {
        var own = (ConditionTerms.Reparation)terms;
        if (own.Victim is not null && ForVictim(own, state) is { } refused)
        {
            return refused;
        }

        var hours = own.Hours ?? scheme.Reparation.DefaultHours;
        return hours >= scheme.Reparation.LeastHours && hours <= scheme.Reparation.MostHours
            ? null
            : new Refusal.RuleForbids(
                RefusalCode.HoursOutOfRange,
                $"Reparation is {scheme.Reparation.LeastHours} to {scheme.Reparation.MostHours} hours; {hours} is outside.");
    }

    /// <summary>What becomes of the work is the victim's wish, and never the person's failure.</summary>
    public override Refusal? NotTheirs(AgreementState state, Condition condition) => condition is ReparationCondition { Unwanted: true }
        ? new Refusal.RuleForbids(RefusalCode.NotParticipantsFailure, "The victim does not want the work: that is never the person's failure. Waive or replace the condition.")
        : null;

    public override void InspectTerms(ConditionTerms terms, TextInspection texts) =>
        texts.Line("provider", ((ConditionTerms.Reparation)terms).Provider);

    public override void Open(DecisionContext context, string id, ConditionTerms terms, LocalDate from)
    {
        var own = (ConditionTerms.Reparation)terms;
        var rules = context.Scheme.Reparation;
        var term = context.State.Term!;
        var half = LocalDate.Max(term.Midpoint, from);
        context.Raise(new ReparationEvent.ReparationBegan(
            id,
            (own.Hours ?? rules.DefaultHours) * 60,
            own.Provider,
            context.AtCloseOf(RuleIds.ReparationPlacement, from.PlusDays(rules.PlacementDays)),
            context.AtCloseOf(RuleIds.ReparationHalf, half),
            AllBy(context),
            own.Victim));
    }

    public override string? Explain(string rule, SchemeRules scheme) => rule switch
    {
        RuleIds.ReparationPlacement => $"A placement is arranged within {scheme.Reparation.PlacementDays} days of signing.",
        RuleIds.ReparationHalf => "Half of the hours are credited by the midpoint of the term.",
        RuleIds.ReparationAll => $"All hours are credited {scheme.Reparation.FinishDaysBeforeEnd} days before the end of the term.",
        _ => null,
    };

    public override IEnumerable<ConditionTerms> ExampleTerms => [new ConditionTerms.Reparation()];

    public override IEnumerable<AgreementCommand> Candidates(AgreementState state, Condition condition, Instant now) =>
        AppointmentCandidates.Of(state, (ReparationCondition)condition, now)
            .Concat(condition is ReparationCondition { Victim: not null } own ? new AgreementCommand[] { new ReparationCommand.RecordVictimOnWork(own.Id, own.Unwanted) } : [])
            .Prepend(new ReparationCommand.ArrangePlacement(condition.Id, CandidateCommands.NewId, "An example", false, state.Term!.SignedOn));

    public override Refusal? Decide(DecisionContext context, ConditionCommand command)
    {
        var own = (ReparationCommand)command;
        if (ConditionGate.Open<ReparationCondition>(context, own.ConditionId, out var condition) is { } refused)
        {
            return refused;
        }

        return own switch
        {
            ReparationCommand.ArrangePlacement c => Place(context, condition, c),
            ReparationCommand.RecordVictimOnWork c => TakeWish(context, condition, c.Wants),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    private static Refusal? ForVictim(ConditionTerms.Reparation terms, AgreementState state) =>
        ChildProtection.Check(state)
        ?? TheirVictim.Check("Work for a victim", terms.Victim, state.Victims)
        ?? (terms.VictimAgreed ? null : new Refusal.RuleForbids(RefusalCode.VictimDeclines, "Work for a victim needs their yes. Ask them first, or choose work for the community."));

    private static Refusal? TakeWish(DecisionContext context, ReparationCondition condition, bool wants)
    {
        if (condition.Victim is null)
        {
            return ConditionGate.NotReady("This work is for the community, so there is no victim to ask about it.");
        }

        if (condition.Unwanted == !wants)
        {
            return null;
        }

        if (wants && ChildProtection.Check(context.State) is { } forbidden)
        {
            return forbidden;
        }

        context.Raise(new ReparationEvent.VictimChangedMind(condition.Id, wants));
        if (wants)
        {
            Reopening.Follow(context, condition.Id);
        }
        else
        {
            FailedConditions.Block(context, condition, "The victim does not want the work.");
        }

        return null;
    }

    private static Refusal? Place(DecisionContext context, ReparationCondition condition, ReparationCommand.ArrangePlacement own)
    {
        if (condition.Unwanted)
        {
            return ConditionGate.NotReady("The work is stopped for now. A lead waives or replaces the condition.");
        }

        if (own.NotGiven is { } refused)
        {
            return refused;
        }

        var placement = new Placement(own.ProjectId, own.Project, own.CommunitySafety, own.StartsOn);
        if (condition.Placement == placement)
        {
            return null;
        }

        var term = context.State.Term!;
        if (own.StartsOn < term.SignedOn || own.StartsOn > term.LastDay)
        {
            return new Refusal.RuleForbids(
                RefusalCode.AppointmentOutsideTerm,
                $"{Words.Date(own.StartsOn)} is outside the term, {Words.Date(term.SignedOn)} to {Words.Date(term.LastDay)}. Choose a day in it.");
        }

        context.Raise(new ReparationEvent.PlacementArranged(condition.Id, own.ProjectId, own.Project, own.CommunitySafety, own.StartsOn));
        return null;
    }

    public override AgreementState Evolve(AgreementState state, ConditionKindEvent happened) => happened switch
    {
        ReparationEvent.ReparationBegan e => state
            .With(new ReparationCondition(e.ConditionId, e.TargetMinutes, e.Provider) { Victim = e.Victim })
            .WithObligation(PlacementId(e.ConditionId), e.ConditionId, e.Placement, Addressee.KeyWorker)
            .WithObligation(ReparationCondition.HalfId(e.ConditionId), e.ConditionId, e.Half, Addressee.KeyWorker)
            .WithObligation(ReparationCondition.AllId(e.ConditionId), e.ConditionId, e.All, Addressee.KeyWorker),
        ReparationEvent.PlacementArranged e => state
            .With(state.Condition<ReparationCondition>(e.ConditionId) with
            {
                Status = ConditionStatus.InProgress,
                Placement = new Placement(e.ProjectId, e.Project, e.CommunitySafety, e.StartsOn),
            })
            .Settled(PlacementId(e.ConditionId)),
        ReparationEvent.VictimChangedMind e => state
            .With(state.Condition<ReparationCondition>(e.ConditionId) with { Unwanted = !e.Wants })
            .Settled(ConditionEvolution.SettleId(e.ConditionId)),
        ReparationEvent.ReparationDeadlineMoved e => state
            .Settled(ReparationCondition.AllId(e.ConditionId))
            .WithObligation(ReparationCondition.AllId(e.ConditionId), e.ConditionId, e.All, Addressee.KeyWorker),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    public override void Collect(AgreementState state, Condition condition, List<DueMoment> due) =>
        AppointmentDue.Collect((ReparationCondition)condition, due);

    public override bool IsKept(AgreementState state, Condition condition, bool termOver, SchemeRules scheme) =>
        ((ReparationCondition)condition).IsDone;

    public override bool IsUndone(Condition condition) => !((ReparationCondition)condition).IsDone;

    public override IEnumerable<(string Obligation, Deadline Deadline)> DueAgain(DecisionContext context, Condition condition)
    {
        var own = (ReparationCondition)condition;
        if (own is { Victim: not null, Placement: null })
        {
            yield return (PlacementId(own.Id), context.AtCloseOf(RuleIds.ReparationPlacement, context.Today.PlusDays(context.Scheme.Reparation.PlacementDays)));
        }

        if (!own.IsHalfDone)
        {
            yield return (ReparationCondition.HalfId(own.Id), context.AtCloseOf(RuleIds.ReparationHalf, context.State.Term!.Midpoint));
        }

        if (!own.IsDone)
        {
            yield return (ReparationCondition.AllId(own.Id), AllBy(context));
        }
    }

    public override void Extended(DecisionContext context, Condition condition)
    {
        if (condition is ReparationCondition { Unwanted: false })
        {
            context.Raise(new ReparationEvent.ReparationDeadlineMoved(condition.Id, AllBy(context)));
        }
    }

    private static Deadline AllBy(DecisionContext context)
    {
        var day = context.State.Term!.LastDay.PlusDays(-context.Scheme.Reparation.FinishDaysBeforeEnd);
        return context.AtCloseOf(RuleIds.ReparationAll, LocalDate.Max(day, context.Today));
    }

    private static string PlacementId(string id) => $"{id}/placement";
}
