namespace Diversion.Domain.Conditions.Pathway;

/// <summary>A service of the directory, as a case names it: the name stays what it was on that day.</summary>
/// <param name="Name">Filled in from the directory; whoever sends a command gives the id alone.</param>
public sealed record ServiceRef(string Id, string? Name = null);
