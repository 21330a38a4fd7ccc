namespace Diversion.Functions.Workflows;

/// <summary>The status of an agreement's outbox after delivery.</summary>
/// <remarks>Stored in the histories of running workflows: a property may be added with a default, never renamed or removed.</remarks>
/// <param name="NextTry">In UTC; null when nothing waits.</param>
public sealed record OutboxStep(DateTime? NextTry);
