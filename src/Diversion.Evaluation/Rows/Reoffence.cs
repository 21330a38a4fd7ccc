namespace Diversion.Evaluation.Rows;

/// <param name="ProvenOn">Day of the conviction, caution or other outcome; null while there is none.</param>
/// <param name="OffenceCode">Home Office classification <c>NNN/NN</c>; null when not known.</param>
public sealed record Reoffence(LocalDate OffenceOn, LocalDate? ProvenOn, ReoffenceOutcome Outcome, string? OffenceCode = null, string? OffenceGroup = null);
