using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.Reparation;

public abstract record ReparationEvent : ConditionKindEvent
{
    private ReparationEvent()
    {
    }

    public override ConditionKind Kind => ConditionKind.Reparation;

    public sealed record ReparationBegan(
        string ConditionId, int TargetMinutes, string? Provider, Deadline Placement, Deadline Half, Deadline All) : ReparationEvent;

    public sealed record PlacementArranged(string ConditionId, string ProjectId, string Project, bool CommunitySafety, LocalDate StartsOn) : ReparationEvent;

    /// <summary>The last day moved, and with it the day by which all hours must be credited.</summary>
    public sealed record ReparationDeadlineMoved(string ConditionId, Deadline All) : ReparationEvent;
}
