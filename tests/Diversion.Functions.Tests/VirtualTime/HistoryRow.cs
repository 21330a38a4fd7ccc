namespace Diversion.Functions.Tests.VirtualTime;

/// <summary>The kinds of row that the Azure Storage provider stores for an instance, with its own names.</summary>
internal enum RowKind
{
    ExecutionStarted,
    OrchestratorStarted,
    OrchestratorCompleted,
    TaskScheduled,
    TaskCompleted,
    TaskFailed,
    TimerCreated,
    TimerFired,
    EventRaised,
    ExecutionCompleted,
}

/// <param name="At">When it was written; for <see cref="RowKind.OrchestratorStarted"/>, the time that a replay uses as the present.</param>
/// <param name="Id">Of the task or timer; null for other rows.</param>
/// <param name="Name">Of the workflow, activity or event; the instant of a timer.</param>
/// <param name="Payload">JSON.</param>
internal sealed record HistoryRow(RowKind Kind, DateTime At, int? Id = null, string? Name = null, string? Payload = null);
