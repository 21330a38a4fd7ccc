namespace Diversion.Domain.Services;

/// <summary>The partnership agreement with the provider about a service.</summary>
/// <param name="ReviewOn">The day by which it is reviewed; chased from then on.</param>
/// <param name="EndsOn">The last day; null where it has none.</param>
/// <param name="Reference">Where the paper is kept.</param>
public sealed record Partnership(LocalDate StartsOn, LocalDate ReviewOn, LocalDate? EndsOn = null, string? Reference = null);
