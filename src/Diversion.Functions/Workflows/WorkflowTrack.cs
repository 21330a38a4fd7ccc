namespace Diversion.Functions.Workflows;

/// <summary>What a workflow keeps time for; its input in every generation. Only references, nothing about the person.</summary>
/// <remarks>Stored with every running workflow: a property may be added with a default, never renamed or removed.</remarks>
/// <param name="Agreement">The agreement's reference.</param>
/// <param name="Track">The track's id, see <see cref="Domain.Agreements.Track"/>.</param>
public sealed record WorkflowTrack(string Agreement, string Track);
