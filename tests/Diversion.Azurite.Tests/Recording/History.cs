using Diversion.Functions.Tests.VirtualTime;
using Microsoft.DurableTask.Protobuf;

namespace Diversion.Azurite.Tests.Recording;

/// <summary>What the worker was given and what it answered, as rows.</summary>
internal static class History
{
    public static List<HistoryRow> Of(IReadOnlyList<HistoryEvent> events, IEnumerable<OrchestratorAction> actions)
    {
        var names = events.Where(row => row.TaskScheduled is not null).ToDictionary(row => row.EventId, row => row.TaskScheduled.Name);
        var rows = events.Select(row => Row(row, names)).OfType<HistoryRow>().ToList();
        var now = rows.FindLast(row => row.Kind == RowKind.OrchestratorStarted)!.At;
        rows.AddRange(actions.Select(action => Row(action, now)));
        rows.Add(new HistoryRow(RowKind.OrchestratorCompleted, now));
        return rows;
    }

    private static HistoryRow? Row(HistoryEvent row, Dictionary<int, string> activities)
    {
        var at = row.Timestamp.ToDateTime();
        return row switch
        {
            { OrchestratorStarted: not null } => new HistoryRow(RowKind.OrchestratorStarted, at),
            { OrchestratorCompleted: not null } => new HistoryRow(RowKind.OrchestratorCompleted, at),
            { ExecutionStarted: { } started } => new HistoryRow(RowKind.ExecutionStarted, at, Name: started.Name, Payload: started.Input),
            { TaskScheduled: { } task } => new HistoryRow(RowKind.TaskScheduled, at, row.EventId, task.Name, task.Input),
            { TaskCompleted: { } done } => new HistoryRow(RowKind.TaskCompleted, at, done.TaskScheduledId, activities[done.TaskScheduledId], done.Result),
            { TaskFailed: { } failed } => new HistoryRow(RowKind.TaskFailed, at, failed.TaskScheduledId, activities[failed.TaskScheduledId]),
            { TimerCreated: { } timer } => new HistoryRow(RowKind.TimerCreated, at, row.EventId, timer.FireAt.ToDateTime().ToString("O")),
            { TimerFired: { } fired } => new HistoryRow(RowKind.TimerFired, at, fired.TimerId),
            { EventRaised: { } raised } => new HistoryRow(RowKind.EventRaised, at, Name: raised.Name, Payload: raised.Input),
            _ => throw new NotSupportedException($"The engine wrote a row that the runner in virtual time does not know: {row}"),
        };
    }

    private static HistoryRow Row(OrchestratorAction action, DateTime now) => action switch
    {
        { ScheduleTask: { } task } => new HistoryRow(RowKind.TaskScheduled, now, action.Id, task.Name, task.Input),
        { CreateTimer: { } timer } => new HistoryRow(RowKind.TimerCreated, now, action.Id, timer.FireAt.ToDateTime().ToString("O")),
        { CompleteOrchestration: { OrchestrationStatus: OrchestrationStatus.ContinuedAsNew } again } => new HistoryRow(RowKind.ExecutionCompleted, now, Payload: again.Result),
        { CompleteOrchestration: { OrchestrationStatus: OrchestrationStatus.Completed } } => new HistoryRow(RowKind.ExecutionCompleted, now),
        _ => throw new NotSupportedException($"A workflow demanded what none of ours does: {action}"),
    };
}
