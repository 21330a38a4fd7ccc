namespace Diversion.Functions.Workflows;

/// <summary>The status of a track after time has passed on it.</summary>
/// <remarks>Stored in the histories of running workflows: a property may be added with a default, never renamed or removed.</remarks>
/// <param name="Phase">As text, see <see cref="Domain.Agreements.Phase"/>.</param>
/// <param name="NextDue">In UTC; null while nothing falls due automatically.</param>
/// <param name="OpenEscalations">Overdue obligations.</param>
/// <param name="Over">Nothing more will happen on this track.</param>
public sealed record TrackStep(string Phase, DateTime? NextDue, int OpenEscalations, bool Over);
