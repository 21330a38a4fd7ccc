using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.Reparation;

public abstract record ReparationEvent : ConditionKindEvent
{
    private ReparationEvent()
    {
    }

    public override ConditionKind Kind => ConditionKind.Reparation;

    /// <param name="Victim">For whom the work is; null for the community.</param>
    public sealed record ReparationBegan(
        string ConditionId, int TargetMinutes, string? Provider, Deadline Placement, Deadline Half, Deadline All, int? Victim = null) : ReparationEvent;

    /// <summary>The victim for whom the work is does not want it, or wants it after all.</summary>
    public sealed record VictimChangedMind(string ConditionId, bool Wants) : ReparationEvent;

    public sealed record PlacementArranged(string ConditionId, string ProjectId, string Project, bool CommunitySafety, LocalDate StartsOn) : ReparationEvent;

    /// <summary>The last day moved, and with it the day by which all hours must be credited.</summary>
    public sealed record ReparationDeadlineMoved(string ConditionId, Deadline All) : ReparationEvent;
}
