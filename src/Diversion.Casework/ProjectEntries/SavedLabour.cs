using Diversion.Domain.BoardPacks;

namespace Diversion.Casework.ProjectEntries;

/// <summary>What a partner was spared by the work at its projects.</summary>
/// <param name="Partner">Null for work that the directory does not have.</param>
/// <param name="Minutes">Credited.</param>
/// <param name="Pence">Hours × the National Minimum Wage of their date.</param>
public sealed record SavedLabour(string? Partner, int Minutes, long Pence);

/// <param name="Partners">Most hours first.</param>
/// <param name="Unvalued">Minutes from before the first rate that is known: they are in no sum of money.</param>
public sealed record SavedLabourTable(Quarter Quarter, IReadOnlyList<SavedLabour> Partners, int Unvalued);
