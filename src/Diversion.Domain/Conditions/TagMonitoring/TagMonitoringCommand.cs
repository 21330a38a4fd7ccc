using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.TagMonitoring;

public abstract record TagMonitoringCommand : ConditionCommand
{
    private TagMonitoringCommand(string conditionId) => ConditionId = conditionId;

    public string ConditionId { get; init; }

    internal override CommandSubject Subject => new(ConditionId);

    public override ConditionKind Kind => ConditionKind.TagMonitoring;

    internal override void Inspect(TextInspection texts) => texts.Id("conditionId", ConditionId);

    public sealed record RecordTagConsent(string ConditionId) : TagMonitoringCommand(ConditionId);

    /// <summary>Consent can be withdrawn at any time; the tag is removed and a lead settles the condition.</summary>
    public sealed record WithdrawTagConsent(string ConditionId) : TagMonitoringCommand(ConditionId);

    public sealed record RecordTagFitted(string ConditionId, string DeviceId, LocalDate On) : TagMonitoringCommand(ConditionId)
    {
        internal override void Inspect(TextInspection texts)
        {
            base.Inspect(texts);
            texts.Id("deviceId", DeviceId);
        }
    }

    /// <summary>From the monitoring provider. Positions are never stored, only events.</summary>
    public sealed record ReceiveTagEvent(string ConditionId, string TagEventId, TagEventKind Event, Instant OccurredAt) : TagMonitoringCommand(ConditionId)
    {
        internal override bool AfterEnd => true;

        internal override void Inspect(TextInspection texts)
        {
            base.Inspect(texts);
            texts.Id("tagEventId", TagEventId);
        }
    }

    /// <param name="Note">How the finding is known; required if it counts against the person.</param>
    public sealed record ReviewTagEvent(string ConditionId, string TagEventId, TagFinding Finding, string? Note = null) : TagMonitoringCommand(ConditionId)
    {
        internal override bool AfterEnd => true;

        internal override CommandSubject Subject => new(ConditionId, TagEventId);

        internal override void Inspect(TextInspection texts)
        {
            base.Inspect(texts);
            texts.Id("tagEventId", TagEventId);
            texts.Prose("note", Note);
        }
    }

    public sealed record ConfirmTagRemoved(string ConditionId, LocalDate On) : TagMonitoringCommand(ConditionId)
    {
        internal override bool AfterEnd => true;
    }
}

public enum TagEventKind
{
    ExclusionZoneEntered,
    InclusionZoneLeft,
    CurfewAbsence,
    Tamper,
    StrapCut,
    BatteryLow,
    NoSignal,
}

public enum TagFinding
{
    /// <summary>No violation: a permitted journey, or a reason was given.</summary>
    Explained,
    EquipmentFault,
    Violation,

    /// <summary>The person cut the tag.</summary>
    Cut,
}
