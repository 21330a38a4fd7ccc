namespace Diversion.Domain.Conditions.TagMonitoring;

/// <param name="Description">The area in words; its outline is in the monitoring provider's system.</param>
public sealed record TagZone(TagZoneKind Kind, string Description);

public enum TagZoneKind
{
    Exclusion,
    Inclusion,
}

/// <summary>Wall-clock hours in Europe/London; runs over midnight when <paramref name="Until"/> is earlier.</summary>
public sealed record Curfew(LocalTime From, LocalTime Until);
