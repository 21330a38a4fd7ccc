using Diversion.Functions.Workflows;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.DurableTask.Protobuf;
using Microsoft.DurableTask.Worker.Grpc;

namespace Diversion.Functions.Tests.VirtualTime;

/// <summary>
/// Replays a history with the worker package's own runner, which is what the Functions worker calls at each step: given what
/// was known and what is new, it answers with the actions that the code demands.
/// </summary>
internal static class WorkerReplay
{
    /// <param name="Past">Rows that were known before.</param>
    /// <param name="New">What arrived.</param>
    /// <param name="Then">What the code demanded.</param>
    public sealed record Step(IReadOnlyList<HistoryRow> Past, IReadOnlyList<HistoryRow> New, IReadOnlyList<string> Then);

    public static IReadOnlyList<Step> Steps(IReadOnlyList<HistoryRow> rows)
    {
        var steps = new List<Step>();
        for (var from = 0; from < rows.Count;)
        {
            var to = from + 1;
            while (to < rows.Count && rows[to].Kind != RowKind.OrchestratorStarted)
            {
                to++;
            }

            var step = rows.Skip(from).Take(to - from).ToList();
            steps.Add(new Step(
                [.. rows.Take(from)],
                [.. step.Where(row => !IsAction(row) && row.Kind != RowKind.OrchestratorCompleted)],
                [.. step.Where(IsAction).Select(Text)]));
            from = to;
        }

        return steps;
    }

    /// <returns>The actions, or the failure of a worker that found different code.</returns>
    public static IReadOnlyList<string> Run(Orchestrator workflow, Step step)
    {
        var request = new OrchestratorRequest
        {
            InstanceId = "recorded",
            PastEvents = { step.Past.Select(Event) },
            NewEvents = { step.New.Select(Event) },
        };
        var answer = OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(GrpcOrchestrationRunner.LoadAndRun<WorkflowTrack, object>(
            Convert.ToBase64String(request.ToByteArray()),
            async (context, input) =>
            {
                await workflow.Run(context, Payloads.Write(input));
                return null;
            })));
        return [.. answer.Actions.Select(Row).Select(Text)];
    }

    private static HistoryRow Row(OrchestratorAction action) => action switch
    {
        { ScheduleTask: { } task } => new HistoryRow(RowKind.TaskScheduled, default, action.Id, task.Name, task.Input),
        { CreateTimer: { } timer } => new HistoryRow(RowKind.TimerCreated, default, action.Id, timer.FireAt.ToDateTime().ToString("O")),
        { CompleteOrchestration: { OrchestrationStatus: OrchestrationStatus.ContinuedAsNew } again } => new HistoryRow(RowKind.ExecutionCompleted, default, Payload: again.Result),
        { CompleteOrchestration: { OrchestrationStatus: OrchestrationStatus.Completed } } => new HistoryRow(RowKind.ExecutionCompleted, default),
        _ => new HistoryRow(RowKind.ExecutionCompleted, default, Payload: action.ToString()),
    };

    private static bool IsAction(HistoryRow row) => row.Kind is RowKind.TaskScheduled or RowKind.TimerCreated or RowKind.ExecutionCompleted;

    private static string Text(HistoryRow row) => row.Kind == RowKind.ExecutionCompleted ? $"{row.Kind} {row.Payload}" : $"{row.Kind} {row.Id} {row.Name} {row.Payload}";

    private static HistoryEvent Event(HistoryRow row)
    {
        var made = new HistoryEvent { EventId = row.Kind is RowKind.TaskScheduled or RowKind.TimerCreated ? row.Id!.Value : -1, Timestamp = Timestamp.FromDateTime(row.At) };
        switch (row.Kind)
        {
            case RowKind.ExecutionStarted:
                made.ExecutionStarted = new ExecutionStartedEvent
                {
                    Name = row.Name, Input = row.Payload, OrchestrationInstance = new OrchestrationInstance { InstanceId = "recorded", ExecutionId = "recorded" },
                };
                break;
            case RowKind.OrchestratorStarted:
                made.OrchestratorStarted = new OrchestratorStartedEvent();
                break;
            case RowKind.OrchestratorCompleted:
                made.OrchestratorCompleted = new OrchestratorCompletedEvent();
                break;
            case RowKind.TaskScheduled:
                made.TaskScheduled = new TaskScheduledEvent { Name = row.Name, Input = row.Payload };
                break;
            case RowKind.TaskCompleted:
                made.TaskCompleted = new TaskCompletedEvent { TaskScheduledId = row.Id!.Value, Result = row.Payload };
                break;
            case RowKind.TaskFailed:
                made.TaskFailed = new TaskFailedEvent { TaskScheduledId = row.Id!.Value, FailureDetails = new TaskFailureDetails { ErrorType = "Fault", ErrorMessage = "The activity failed." } };
                break;
            case RowKind.TimerCreated:
                made.TimerCreated = new TimerCreatedEvent { FireAt = Timestamp.FromDateTime(Instant(row)) };
                break;
            case RowKind.TimerFired:
                made.TimerFired = new TimerFiredEvent { TimerId = row.Id!.Value, FireAt = Timestamp.FromDateTime(row.At) };
                break;
            case RowKind.EventRaised:
                made.EventRaised = new EventRaisedEvent { Name = row.Name, Input = row.Payload };
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(row), row.Kind, "Never known before the end.");
        }

        return made;
    }

    private static DateTime Instant(HistoryRow row) =>
        DateTime.Parse(row.Name!, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.RoundtripKind);
}
