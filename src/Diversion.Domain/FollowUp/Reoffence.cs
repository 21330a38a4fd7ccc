namespace Diversion.Domain.FollowUp;

/// <summary>An offence that the person committed after the allocation or the signing, with what came of it.</summary>
/// <param name="Number">In the agreement, counted from 1.</param>
/// <param name="Source">Its id where it was found: a crime number, or the id of the row in the force's extract. Unique in the agreement.</param>
/// <param name="Classification">Home Office classification <c>NNN/NN</c>; null when not known.</param>
/// <param name="Group">Code of an offence group of the vocabulary; null when not known.</param>
/// <param name="OutcomeOn">Day of the conviction, caution or other outcome; null while there is none.</param>
public sealed record Reoffence(
    int Number, string Source, LocalDate OffenceOn, string? Classification, string? Group, ReoffenceOutcome Outcome, LocalDate? OutcomeOn);
