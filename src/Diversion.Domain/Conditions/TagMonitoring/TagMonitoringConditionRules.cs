using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Conditions.TagMonitoring;

internal sealed class TagMonitoringConditionRules : ConditionRules
{
    public override ConditionKind Kind => ConditionKind.TagMonitoring;

    public override string Slug => "tag-monitoring";

    public override void InspectTerms(ConditionTerms terms, TextInspection texts)
    {
        var zones = ((ConditionTerms.TagMonitoring)terms).Zones;
        foreach (var zone in zones.IsDefault ? [] : zones)
        {
            texts.Prose("zones.description", zone.Description, required: true);
        }
    }

    public override void Open(Unfolding unfolding, string id, ConditionTerms terms)
    {
        var own = (ConditionTerms.TagMonitoring)terms;
        unfolding.Raise(new TagMonitoringEvent.TagMonitoringBegan(
            id,
            own.Zones.IsDefault ? [] : own.Zones,
            own.Curfew,
            unfolding.InWorkingDays(RuleIds.TagFit, unfolding.Scheme.TagMonitoring.FitWorkingDays)));
    }

    public override Refusal? Decide(Unfolding unfolding, ConditionCommand command) =>
        TagMonitoringDecider.Decide(unfolding, (TagMonitoringCommand)command);

    public override AgreementState Evolve(AgreementState state, ConditionKindEvent happened) =>
        TagMonitoringEvolution.Evolve(state, (TagMonitoringEvent)happened);

    public override bool IsKept(AgreementState state, Condition condition, bool termOver, SchemeRules scheme)
    {
        var own = (TagMonitoringCondition)condition;
        return termOver
            && own.IsWorn
            && own.Consent == true
            && own.Violations <= scheme.TagMonitoring.ViolationLimit
            && own.Events.All(received => received.Finding is not null);
    }

    public override void Closed(Unfolding unfolding, Condition condition) =>
        TagRemoval.Require(unfolding, (TagMonitoringCondition)condition);
}
