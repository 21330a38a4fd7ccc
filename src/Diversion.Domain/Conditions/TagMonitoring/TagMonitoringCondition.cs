namespace Diversion.Domain.Conditions.TagMonitoring;

/// <param name="Consent">Null until asked; false after withdrawal.</param>
/// <param name="ConsentWithdrawnAt">From then on nothing may be monitored.</param>
/// <param name="WornToTheEnd">Removed after the term was over.</param>
public sealed record TagMonitoringCondition(
    string Id,
    bool? Consent = null,
    LocalDate? FittedOn = null,
    LocalDate? RemovedOn = null,
    int Violations = 0,
    Instant? ConsentWithdrawnAt = null,
    bool WornToTheEnd = false) : Condition(Id)
{
    public override ConditionKind Kind => ConditionKind.TagMonitoring;

    public ImmutableArray<TagZone> Zones { get; init; } = [];

    public Curfew? Curfew { get; init; }

    public ImmutableArray<TagEvent> Events { get; init; } = [];

    public bool IsWorn => FittedOn is not null && RemovedOn is null;

    public TagEvent? EventOrNull(string id) => Events.FirstOrDefault(received => received.Id == id);
}

/// <param name="Finding">Null until reviewed.</param>
/// <param name="Late">It was reported after the agreement had ended.</param>
public sealed record TagEvent(string Id, TagEventKind Kind, Instant OccurredAt, TagFinding? Finding = null, bool Late = false);
