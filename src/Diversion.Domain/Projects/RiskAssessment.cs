namespace Diversion.Domain.Projects;

/// <summary>The risk assessment of the place and the work.</summary>
/// <param name="ReviewOn">The day by which it is made again; chased from then on.</param>
/// <param name="Reference">Where the paper is kept.</param>
public sealed record RiskAssessment(LocalDate MadeOn, LocalDate ReviewOn, string? Reference = null);
