namespace Diversion.Functions.Workflows;

/// <summary>Where an agreement's outbox stands after delivery.</summary>
/// <remarks>Stored in the histories of running workflows: a property may be added with a default, never renamed or taken away.</remarks>
/// <param name="NextTry">In UTC; null when nothing waits.</param>
public sealed record OutboxStep(DateTime? NextTry);
