namespace Diversion.Functions.Workflows;

/// <summary>Where a track stands after time has passed on it.</summary>
/// <remarks>Stored in the histories of running workflows: a property may be added with a default, never renamed or taken away.</remarks>
/// <param name="Phase">In words, see <see cref="Domain.Agreements.Phase"/>.</param>
/// <param name="NextDue">In UTC; null while nothing falls due by itself.</param>
/// <param name="OpenEscalations">Promises that are overdue.</param>
/// <param name="Over">Nothing more will happen here.</param>
public sealed record TrackStep(string Phase, DateTime? NextDue, int OpenEscalations, bool Over);
