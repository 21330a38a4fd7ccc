namespace Diversion.Casework.Search;

/// <summary>A person in the search index, as it is stored.</summary>
/// <param name="Name">The words of the name, folded.</param>
/// <param name="Team">Of the officer.</param>
/// <param name="Cover">Id of the worker who covers.</param>
public sealed record SearchRow(string Agreement, string Name, string Officer, string? Team, string? Worker, string? WorkerTeam, string? Cover);
