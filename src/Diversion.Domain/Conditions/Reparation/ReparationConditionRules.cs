using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Conditions.Reparation;

internal sealed class ReparationConditionRules : ConditionRules
{
    public override ConditionKind Kind => ConditionKind.Reparation;

    public override string Slug => "reparation";

    public override ImmutableArray<string> SetUpBy { get; } = [RuleIds.ReparationPlacement];

    public override Refusal? CheckTerms(ConditionTerms terms, AgreementState state, SchemeRules scheme)
    {
        var hours = ((ConditionTerms.Reparation)terms).Hours ?? scheme.Reparation.DefaultHours;
        return hours >= scheme.Reparation.LeastHours && hours <= scheme.Reparation.MostHours
            ? null
            : new Refusal.RuleForbids(
                RefusalCode.HoursOutOfRange,
                $"Reparation is {scheme.Reparation.LeastHours} to {scheme.Reparation.MostHours} hours; {hours} is outside.");
    }

    public override void InspectTerms(ConditionTerms terms, TextInspection texts) =>
        texts.Line("provider", ((ConditionTerms.Reparation)terms).Provider);

    public override void Open(Unfolding unfolding, string id, ConditionTerms terms, LocalDate from)
    {
        var own = (ConditionTerms.Reparation)terms;
        var rules = unfolding.Scheme.Reparation;
        var term = unfolding.State.Term!;
        var half = LocalDate.Max(term.Midpoint, from);
        unfolding.Raise(new ReparationEvent.ReparationBegan(
            id,
            (own.Hours ?? rules.DefaultHours) * 60,
            own.Provider,
            unfolding.AtCloseOf(RuleIds.ReparationPlacement, from.PlusDays(rules.PlacementDays)),
            unfolding.AtCloseOf(RuleIds.ReparationHalf, half),
            AllBy(unfolding)));
    }

    public override string? PartnerOf(Condition condition) => ((ReparationCondition)condition).Provider;

    public override IEnumerable<ConditionTerms> ExampleTerms => [new ConditionTerms.Reparation()];

    public override IEnumerable<AgreementCommand> Attempts(AgreementState state, Condition condition, Instant now) =>
        AppointmentSpecimens.Of(state, (ReparationCondition)condition, now)
            .Prepend(new ReparationCommand.ArrangePlacement(condition.Id, Specimens.NewId, "An example", false, state.Term!.SignedOn));

    public override Refusal? Decide(Unfolding unfolding, ConditionCommand command)
    {
        var own = (ReparationCommand.ArrangePlacement)command;
        if (ConditionGate.Open<ReparationCondition>(unfolding, own.ConditionId, out var condition) is { } refused)
        {
            return refused;
        }

        var placement = new Placement(own.ProjectId, own.Project, own.CommunitySafety, own.StartsOn);
        if (condition.Placement == placement)
        {
            return null;
        }

        var term = unfolding.State.Term!;
        if (own.StartsOn < term.SignedOn || own.StartsOn > term.LastDay)
        {
            return new Refusal.RuleForbids(
                RefusalCode.AppointmentOutsideTerm,
                $"{Words.Date(own.StartsOn)} is outside the term, {Words.Date(term.SignedOn)} to {Words.Date(term.LastDay)}. Choose a day in it.");
        }

        unfolding.Raise(new ReparationEvent.PlacementArranged(condition.Id, own.ProjectId, own.Project, own.CommunitySafety, own.StartsOn));
        return null;
    }

    public override AgreementState Evolve(AgreementState state, ConditionKindEvent happened) => happened switch
    {
        ReparationEvent.ReparationBegan e => state
            .With(new ReparationCondition(e.ConditionId, e.TargetMinutes, e.Provider))
            .Owing(PlacementId(e.ConditionId), e.ConditionId, e.Placement, Addressee.KeyWorker)
            .Owing(ReparationCondition.HalfId(e.ConditionId), e.ConditionId, e.Half, Addressee.KeyWorker)
            .Owing(ReparationCondition.AllId(e.ConditionId), e.ConditionId, e.All, Addressee.KeyWorker),
        ReparationEvent.PlacementArranged e => state
            .With(state.Condition<ReparationCondition>(e.ConditionId) with
            {
                Status = ConditionStatus.InProgress,
                Placement = new Placement(e.ProjectId, e.Project, e.CommunitySafety, e.StartsOn),
            })
            .Settled(PlacementId(e.ConditionId)),
        ReparationEvent.ReparationDeadlineMoved e => state
            .Settled(ReparationCondition.AllId(e.ConditionId))
            .Owing(ReparationCondition.AllId(e.ConditionId), e.ConditionId, e.All, Addressee.KeyWorker),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    public override void Collect(AgreementState state, Condition condition, List<DueMoment> due) =>
        AppointmentDue.Collect((ReparationCondition)condition, due);

    public override bool IsKept(AgreementState state, Condition condition, bool termOver, SchemeRules scheme) =>
        ((ReparationCondition)condition).IsDone;

    public override bool IsUndone(Condition condition) => !((ReparationCondition)condition).IsDone;

    public override IEnumerable<(string Obligation, Deadline Deadline)> DueAgain(Unfolding unfolding, Condition condition)
    {
        var own = (ReparationCondition)condition;
        if (!own.IsHalfDone)
        {
            yield return (ReparationCondition.HalfId(own.Id), unfolding.AtCloseOf(RuleIds.ReparationHalf, unfolding.State.Term!.Midpoint));
        }

        if (!own.IsDone)
        {
            yield return (ReparationCondition.AllId(own.Id), AllBy(unfolding));
        }
    }

    public override void Extended(Unfolding unfolding, Condition condition) =>
        unfolding.Raise(new ReparationEvent.ReparationDeadlineMoved(condition.Id, AllBy(unfolding)));

    private static Deadline AllBy(Unfolding unfolding)
    {
        var day = unfolding.State.Term!.LastDay.PlusDays(-unfolding.Scheme.Reparation.FinishDaysBeforeEnd);
        return unfolding.AtCloseOf(RuleIds.ReparationAll, LocalDate.Max(day, unfolding.Today));
    }

    private static string PlacementId(string id) => $"{id}/placement";
}
