using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Conditions.Supervision;

internal sealed class SupervisionConditionRules : ConditionRules
{
    public override ConditionKind Kind => ConditionKind.Supervision;

    public override Type TermsType => typeof(ConditionTerms.Supervision);

    public override Type ConditionType => typeof(SupervisionCondition);

    public override ImmutableArray<CommandEntry> Commands { get; } =
    [
        CommandEntry.Of<SupervisionCommand.ExcusePeriod>("excuse-period", "supervision", CommandRoles.Supervising),
    ];

    public override ImmutableArray<string> SetUpBy { get; } = [RuleIds.SupervisionFirst];

    public override void Open(DecisionContext context, string id, ConditionTerms terms, LocalDate from)
    {
        context.Raise(new SupervisionEvent.SupervisionBegan(
            id, context.InWorkingDays(RuleIds.SupervisionFirst, context.Scheme.Supervision.FirstMeetingWorkingDays, from)));
        SupervisionDue.OpenPeriod(context, id, 1, from);
    }

    public override string? Explain(string rule, SchemeRules scheme) => rule switch
    {
        RuleIds.SupervisionFirst => $"The first meeting is held within {RuleTexts.WorkingDays(scheme.Supervision.FirstMeetingWorkingDays)} of signing.",
        RuleIds.SupervisionPeriod => $"A meeting every week for {scheme.Supervision.WeeklyPeriods} weeks, then every 2 weeks.",
        _ => null,
    };

    public override IEnumerable<ConditionTerms> ExampleTerms => [new ConditionTerms.Supervision()];

    public override IEnumerable<AgreementCommand> Candidates(AgreementState state, Condition condition, Instant now)
    {
        var own = (SupervisionCondition)condition;
        return AppointmentCandidates.Of(state, own, now)
            .Concat(own.Unsettled.Select(period => new SupervisionCommand.ExcusePeriod(own.Id, period.Number)));
    }

    public override Refusal? Decide(DecisionContext context, ConditionCommand command)
    {
        var own = (SupervisionCommand.ExcusePeriod)command;
        if (ConditionGate.Open<SupervisionCondition>(context, own.ConditionId, out var condition) is { } refused)
        {
            return refused;
        }

        if (Proposal.Waits(context, "excuse a period of supervision") is { } waits)
        {
            return waits;
        }

        if (own.Period < 1 || own.Period > condition.PeriodsOpened)
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, $"Periods 1 to {condition.PeriodsOpened} have begun. Choose one of them.");
        }

        if (condition.Unsettled.Any(period => period.Number == own.Period))
        {
            context.Raise(new SupervisionEvent.PeriodExcused(condition.Id, own.Period));
        }

        return null;
    }

    public override AgreementState Evolve(AgreementState state, ConditionKindEvent happened) => happened switch
    {
        SupervisionEvent.SupervisionBegan e => state
            .With(new SupervisionCondition(e.ConditionId))
            .WithObligation(SupervisionCondition.FirstId(e.ConditionId), e.ConditionId, e.FirstMeeting, Addressee.KeyWorker),
        SupervisionEvent.PeriodOpened e => OpenPeriod(state, e),
        SupervisionEvent.PeriodsEnded e => state.With(state.Condition<SupervisionCondition>(e.ConditionId) with { Current = null }),
        SupervisionEvent.PeriodExcused e => Excuse(state, e),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    public override void Collect(AgreementState state, Condition condition, List<DueMoment> due)
    {
        SupervisionDue.Collect((SupervisionCondition)condition, due);
        AppointmentDue.Collect((SupervisionCondition)condition, due);
    }

    public override bool AwaitsOutcome(Condition condition, Obligation open) => ((SupervisionCondition)condition).AwaitsOutcomeFor(open);

    public override void Fire(DecisionContext context, DueMoment moment) => SupervisionDue.Fire(context, moment);

    public override bool IsKept(AgreementState state, Condition condition, bool termOver, SchemeRules scheme)
    {
        var own = (SupervisionCondition)condition;
        return termOver
            && own.Current is null
            && own.Unsettled.IsEmpty
            && own.Appointments.All(meeting => meeting.Status is not (AppointmentStatus.Scheduled or AppointmentStatus.EvidenceAwaited));
    }

    public override bool IsUndone(Condition condition) => !((SupervisionCondition)condition).Unsettled.IsEmpty;

    public override IEnumerable<(string Obligation, Deadline Deadline)> DueAgain(DecisionContext context, Condition condition)
    {
        var own = (SupervisionCondition)condition;
        return own.Unsettled.Select(period => (SupervisionCondition.PeriodId(own.Id, period.Number), period.Meeting));
    }

    /// <summary>If the last period has already ended, an extension opens the next.</summary>
    public override void Extended(DecisionContext context, Condition condition)
    {
        var own = (SupervisionCondition)condition;
        if (own.Current is null)
        {
            SupervisionDue.OpenPeriod(context, own.Id, own.PeriodsOpened + 1, context.Today);
        }
    }

    private static AgreementState OpenPeriod(AgreementState state, SupervisionEvent.PeriodOpened e)
    {
        var condition = state.Condition<SupervisionCondition>(e.ConditionId);
        var period = new SupervisionPeriod(e.Period, e.From, e.To, e.EndsAt, e.Meeting);
        condition = condition with { Current = period, PeriodsOpened = e.Period, Periods = condition.Periods.Add(period) };

        // If a meeting was held in the period before the period was opened (after an outage), it settles it at once.
        return condition.WithObligation(state.With(condition), period);
    }

    private static AgreementState Excuse(AgreementState state, SupervisionEvent.PeriodExcused e)
    {
        var condition = state.Condition<SupervisionCondition>(e.ConditionId);
        var period = condition.Periods[e.Period - 1];
        var excused = period with { Excused = true };
        condition = condition with { Periods = condition.Periods.Replace(period, excused) };
        return condition.WithObligation(state.With(condition), excused);
    }
}
