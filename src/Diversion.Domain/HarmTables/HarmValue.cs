namespace Diversion.Domain.HarmTables;

/// <param name="Classification">Home Office classification <c>NNN/NN</c>.</param>
/// <param name="Days">Days of prison that a first offender would get.</param>
public sealed record HarmValue(string Classification, decimal Days);
