using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Conditions.TagMonitoring;

internal static class TagMonitoringEvolution
{
    public static AgreementState Evolve(AgreementState state, TagMonitoringEvent happened)
    {
        if (happened is TagMonitoringEvent.TagMonitoringBegan began)
        {
            return state
                .With(new TagMonitoringCondition(began.ConditionId) { Zones = began.Zones, Curfew = began.Curfew })
                .WithObligation(FitId(began.ConditionId), began.ConditionId, began.Fit, Addressee.KeyWorker);
        }

        return happened switch
        {
            TagMonitoringEvent.TagConsentGiven e => state.With(Of(state, e.ConditionId) with { Consent = true }),
            TagMonitoringEvent.TagConsentWithdrawn e => state
                .With(Of(state, e.ConditionId) with { Consent = false, ConsentWithdrawnAt = e.At })
                .Settled(FitId(e.ConditionId)),
            TagMonitoringEvent.TagFitted e => state
                .With(Of(state, e.ConditionId) with { FittedOn = e.On, Status = ConditionStatus.InProgress })
                .Settled(FitId(e.ConditionId)),
            TagMonitoringEvent.TagEventReceived e => Receive(state, e),
            TagMonitoringEvent.TagEventReportedLate e => Alerts.Raise(ReceiveLate(state, e), AlertKind.LateNews, e.TagEventId, e.At),
            TagMonitoringEvent.TagEventReviewed e => Review(state, e),
            TagMonitoringEvent.TagEventRefused e => Alerts.Raise(state, AlertKind.TagEventAfterEnding, e.TagEventId, e.At),
            TagMonitoringEvent.TagRemovalDue e => state
                .WithObligation(TagRemoval.ObligationId(e.ConditionId), e.ConditionId, e.Removal, Addressee.KeyWorker, afterEnd: true),
            TagMonitoringEvent.TagRemoved e => state
                .With(Of(state, e.ConditionId) with
                {
                    RemovedOn = e.On,
                    WornToTheEnd = Of(state, e.ConditionId).Consent == true && e.On >= state.Term!.LastDay,
                })
                .Settled(TagRemoval.ObligationId(e.ConditionId)),
            _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
        };
    }

    public static string ReviewId(string conditionId, string tagEventId) => $"{conditionId}/review/{tagEventId}";

    private static string FitId(string id) => $"{id}/fit";

    private static TagMonitoringCondition Of(AgreementState state, string id) => state.Condition<TagMonitoringCondition>(id);

    private static AgreementState Receive(AgreementState state, TagMonitoringEvent.TagEventReceived e)
    {
        var condition = Of(state, e.ConditionId);

        // A condition kept at the end of the term waits for the review while the agreement still runs.
        var reopened = condition.Status == ConditionStatus.Kept
            ? condition with { Status = ConditionStatus.InProgress, ClosedAt = null }
            : condition;
        return state
            .With(reopened with { Events = condition.Events.Add(new TagEvent(e.TagEventId, e.Event, e.OccurredAt)) })
            .WithObligation(ReviewId(e.ConditionId, e.TagEventId), e.ConditionId, e.Review, Addressee.KeyWorker);
    }

    private static AgreementState ReceiveLate(AgreementState state, TagMonitoringEvent.TagEventReportedLate e)
    {
        var condition = Of(state, e.ConditionId);
        return state
            .With(condition with { Events = condition.Events.Add(new TagEvent(e.TagEventId, e.Event, e.OccurredAt, Late: true)) })
            .WithObligation(ReviewId(e.ConditionId, e.TagEventId), e.ConditionId, e.Review, Addressee.ProgrammeLead, afterEnd: true);
    }

    private static AgreementState Review(AgreementState state, TagMonitoringEvent.TagEventReviewed e)
    {
        var condition = Of(state, e.ConditionId);
        var received = condition.EventOrNull(e.TagEventId)!;
        return state
            .With(condition with
            {
                Events = condition.Events.Replace(received, received with { Finding = e.Finding }),
                Violations = condition.Violations + (e.Finding is TagFinding.Violation or TagFinding.Cut ? 1 : 0),
            })
            .Settled(ReviewId(e.ConditionId, e.TagEventId));
    }
}
