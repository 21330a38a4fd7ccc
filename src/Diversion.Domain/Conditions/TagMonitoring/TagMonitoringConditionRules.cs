using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Conditions.TagMonitoring;

internal sealed class TagMonitoringConditionRules : ConditionRules
{
    public override ConditionKind Kind => ConditionKind.TagMonitoring;

    public override Type TermsType => typeof(ConditionTerms.TagMonitoring);

    public override Type ConditionType => typeof(TagMonitoringCondition);

    public override bool FallsToParticipant(Condition condition, SchemeRules scheme) =>
        ((TagMonitoringCondition)condition).Violations > scheme.TagMonitoring.ViolationLimit;

    /// <summary>A tag that is not yet removed stays on.</summary>
    public override AgreementState CarriedOn(AgreementState state, Condition condition) =>
        condition is TagMonitoringCondition { IsOpen: true, Consent: true } ? state.Settled(TagRemoval.ObligationId(condition.Id)) : state;

    public override ImmutableArray<CommandEntry> Commands { get; } =
    [
        CommandEntry.Of<TagMonitoringCommand.RecordTagConsent>("record-tag-consent", "tag-monitoring", CommandRoles.Supervising),
        CommandEntry.Of<TagMonitoringCommand.WithdrawTagConsent>("withdraw-tag-consent", "tag-monitoring", CommandRoles.Supervising),
        CommandEntry.Of<TagMonitoringCommand.RecordTagFitted>("record-tag-fitted", "tag-monitoring", CommandRoles.Supervising),
        CommandEntry.Of<TagMonitoringCommand.ReceiveTagEvent>("receive-tag-event", "tag-monitoring", CommandRoles.Feeds),
        CommandEntry.Of<TagMonitoringCommand.ReviewTagEvent>("review-tag-event", "tag-monitoring", CommandRoles.Supervising),
        CommandEntry.Of<TagMonitoringCommand.ConfirmTagRemoved>("confirm-tag-removed", "tag-monitoring", CommandRoles.Supervising),
    ];

    public override ImmutableArray<string> SetUpBy { get; } = [RuleIds.TagFit];

    public override Refusal? CheckTerms(ConditionTerms terms, AgreementState state, SchemeRules scheme) =>
        TagTerms.Check((ConditionTerms.TagMonitoring)terms);

    public override void InspectTerms(ConditionTerms terms, TextInspection texts)
    {
        var zones = ((ConditionTerms.TagMonitoring)terms).Zones;
        foreach (var zone in zones.IsDefault ? [] : zones)
        {
            texts.Line("zones.description", zone?.Description, required: true);
        }
    }

    public override void Open(DecisionContext context, string id, ConditionTerms terms, LocalDate from)
    {
        var own = (ConditionTerms.TagMonitoring)terms;
        context.Raise(new TagMonitoringEvent.TagMonitoringBegan(
            id,
            own.Zones.IsDefault ? [] : own.Zones,
            own.Curfew,
            context.InWorkingDays(RuleIds.TagFit, context.Scheme.TagMonitoring.FitWorkingDays, from)));
    }

    public override string? Explain(string rule, SchemeRules scheme) => rule switch
    {
        RuleIds.TagFit => $"Consent given and tag fitted within {RuleTexts.WorkingDays(scheme.TagMonitoring.FitWorkingDays)} of signing.",
        RuleIds.TagReview => $"Each tag event is reviewed within {RuleTexts.WorkingDays(scheme.TagMonitoring.ReviewWorkingDays)}.",
        RuleIds.TagTamperReview => "A tamper event is reviewed the same day.",
        RuleIds.TagRemoval => $"Removal is confirmed within {RuleTexts.WorkingDays(scheme.TagMonitoring.RemovalWorkingDays)} of any ending.",
        _ => null,
    };

    public override IEnumerable<ConditionTerms> ExampleTerms =>
        [new ConditionTerms.TagMonitoring([new TagZone(TagZoneKind.Exclusion, "An example")])];

    public override IEnumerable<AgreementCommand> Candidates(AgreementState state, Condition condition, Instant now)
    {
        var own = (TagMonitoringCondition)condition;
        var today = WorkingCalendar.DateOf(now);
        var before = TagMonitoringDecider.MonitoringEnded(state, own);
        if (own.RemovedOn is { } removed)
        {
            before = Instant.Min(before, WorkingCalendar.EndOf(removed));
        }

        AgreementCommand[] once =
        [
            new TagMonitoringCommand.RecordTagConsent(own.Id),
            new TagMonitoringCommand.WithdrawTagConsent(own.Id),
            new TagMonitoringCommand.RecordTagFitted(own.Id, CandidateCommands.NewId, today),
            new TagMonitoringCommand.ReceiveTagEvent(
                own.Id, $"{CandidateCommands.NewId}-{own.Events.Length}", TagEventKind.NoSignal, Instant.Min(now, before - Duration.Epsilon)),
            new TagMonitoringCommand.ConfirmTagRemoved(own.Id, today),
        ];
        return once.Concat(own.Events
            .Where(received => received.Finding is null)
            .Select(received => new TagMonitoringCommand.ReviewTagEvent(own.Id, received.Id, TagFinding.Explained)));
    }

    public override Refusal? Decide(DecisionContext context, ConditionCommand command) =>
        TagMonitoringDecider.Decide(context, (TagMonitoringCommand)command);

    public override AgreementState Evolve(AgreementState state, ConditionKindEvent happened) =>
        TagMonitoringEvolution.Evolve(state, (TagMonitoringEvent)happened);

    public override bool IsKept(AgreementState state, Condition condition, bool termOver, SchemeRules scheme)
    {
        var own = (TagMonitoringCondition)condition;
        return termOver
            && (own.IsWorn || own.WornToTheEnd)
            && own.Consent == true
            && own.Violations <= scheme.TagMonitoring.ViolationLimit
            && own.Events.All(received => received.Finding is not null);
    }

    /// <summary>
    /// The agreement requires the tag until its last day and no longer, even if something else keeps it open: a breach
    /// under review, missing records.
    /// </summary>
    public override void Collect(AgreementState state, Condition condition, List<DueMoment> due)
    {
        if (condition is TagMonitoringCondition { IsWorn: true } && !state.HasObligation(TagRemoval.ObligationId(condition.Id)))
        {
            due.Add(new DueMoment(state.Term!.EndsAt, condition.Id, DueKind.TagWearEnds, condition.Id, RuleIds.TermEnd));
        }
    }

    public override string Phase(AgreementState state, Condition condition) =>
        state.HasObligation(TagRemoval.ObligationId(condition.Id)) ? "tag to be removed" : base.Phase(state, condition);

    public override void Fire(DecisionContext context, DueMoment moment) =>
        TagRemoval.Require(context, context.State.Condition<TagMonitoringCondition>(moment.Track));

    public override void Closed(DecisionContext context, Condition condition) =>
        TagRemoval.Require(context, (TagMonitoringCondition)condition);
}
