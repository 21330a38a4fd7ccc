using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.TagMonitoring;

public abstract record TagMonitoringEvent : ConditionKindEvent
{
    private TagMonitoringEvent()
    {
    }

    public override ConditionKind Kind => ConditionKind.TagMonitoring;

    public sealed record TagMonitoringBegan(string ConditionId, ImmutableArray<TagZone> Zones, Curfew? Curfew, Deadline Fit) : TagMonitoringEvent;

    public sealed record TagConsentGiven(string ConditionId) : TagMonitoringEvent;

    public sealed record TagConsentWithdrawn(string ConditionId, Instant At) : TagMonitoringEvent;

    public sealed record TagFitted(string ConditionId, string DeviceId, LocalDate On) : TagMonitoringEvent;

    public sealed record TagEventReceived(string ConditionId, string TagEventId, TagEventKind Event, Instant OccurredAt, Deadline Review) : TagMonitoringEvent;

    /// <summary>
    /// It happened within the term and was reported after the end: kept, flagged, and reviewed by a lead. The status does
    /// not change.
    /// </summary>
    public sealed record TagEventReportedLate(
        string ConditionId, string TagEventId, TagEventKind Event, Instant OccurredAt, Instant At, Deadline Review) : TagMonitoringEvent;

    public sealed record TagEventReviewed(string ConditionId, string TagEventId, TagFinding Finding, string? Note) : TagMonitoringEvent;

    /// <summary>The feed sent something from after the ending; only this note is kept.</summary>
    public sealed record TagEventRefused(string ConditionId, string TagEventId, Instant At) : TagMonitoringEvent;

    public sealed record TagRemovalDue(string ConditionId, Deadline Removal) : TagMonitoringEvent;

    public sealed record TagRemoved(string ConditionId, LocalDate On) : TagMonitoringEvent;
}
