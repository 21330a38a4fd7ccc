namespace Diversion.Casework.Answers;

/// <summary>One page of a list.</summary>
/// <param name="Cursor">Pass it back for the next page; left out on the last. A page may be short and still have one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Cursor);
