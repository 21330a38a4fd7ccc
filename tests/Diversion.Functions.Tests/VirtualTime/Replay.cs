using System.Globalization;

namespace Diversion.Functions.Tests.VirtualTime;

/// <summary>
/// Runs an orchestrator from the beginning over a history, as the worker does each time there is something new. Every
/// action in the history must be requested again, at the same place; any action beyond it is new.
/// </summary>
internal static class Replay
{
    /// <param name="workflow">The orchestrator.</param>
    /// <param name="history">Complete up to the new rows.</param>
    /// <param name="known">How many of its rows have been replayed before.</param>
    /// <returns>The context after the last row, and whether the orchestrator has completed.</returns>
    /// <exception cref="NonDeterminismException">The code requests something different from before.</exception>
    public static (ReplayContext Context, bool Ended) Run(Orchestrator workflow, string instance, IReadOnlyList<HistoryRow> history, int known)
    {
        var before = SynchronizationContext.Current;
        var thread = new OneThread();
        SynchronizationContext.SetSynchronizationContext(thread);
        try
        {
            var context = new ReplayContext(workflow.Name, instance);
            Task? run = null;
            var scheduled = 0;
            for (var i = 0; i < history.Count; i++)
            {
                var row = history[i];
                switch (row.Kind)
                {
                    case RowKind.OrchestratorStarted:
                        context.SetNow(row.At, i < known);
                        break;
                    case RowKind.ExecutionStarted:
                        run = workflow.Run(context, row.Payload);
                        break;
                    case RowKind.TaskCompleted:
                        context.Complete(row.Id!.Value, row.Payload);
                        break;
                    case RowKind.TaskFailed:
                        context.Fail(row.Id!.Value, row.Name!);
                        break;
                    case RowKind.TimerFired:
                        context.Complete(row.Id!.Value, null);
                        break;
                    case RowKind.EventRaised:
                        context.Raise(row.Name!, row.Payload);
                        break;
                    case RowKind.TaskScheduled or RowKind.TimerCreated:
                        Demand(context, row, scheduled++);
                        break;
                    case RowKind.OrchestratorCompleted when context.Actions.Count != scheduled:
                        throw new NonDeterminismException(
                            $"{instance}: after row {i} the code demands {context.Actions[scheduled].Name}, which it did not then.");
                    case RowKind.ExecutionCompleted when run is not { IsCompleted: true } || (row.Payload ?? context.NextInput) != context.NextInput:
                        throw new NonDeterminismException($"{instance}: the code goes on where it ended then.");
                }

                thread.Drain();
            }

            if (run is { IsFaulted: true })
            {
                throw new InvalidOperationException($"{workflow.Name} failed; a workflow never does.", run.Exception);
            }

            return (context, run is { IsCompleted: true });
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private static void Demand(ReplayContext context, HistoryRow row, int number)
    {
        if (number >= context.Actions.Count || !context.Actions[number].Is(row))
        {
            throw new NonDeterminismException(string.Create(
                CultureInfo.InvariantCulture,
                $"{context.InstanceId}: then {row.Kind} {row.Name} {row.Payload}, now {(number < context.Actions.Count ? context.Actions[number] : "nothing")}."));
        }
    }
}
