using System.Collections.Concurrent;
using Diversion.Functions.Tests.VirtualTime;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.DurableTask.Protobuf;

namespace Diversion.Azurite.Tests.Recording;

/// <summary>
/// What the engine and its worker say to each other: the history that the worker is given at each step, and the actions
/// that it answers with. From these come the histories of all generations; the engine itself keeps the last one only.
/// </summary>
internal class Overheard : Interceptor
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<List<HistoryRow>>> generations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrchestratorRequest> asked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> owed = new(StringComparer.Ordinal);

    /// <summary>Histories of an instance, oldest first; the last may still be waiting.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<List<HistoryRow>>> Generations
    {
        get
        {
            lock (gate)
            {
                return generations.ToDictionary(instance => instance.Key, IReadOnlyList<List<HistoryRow>> (instance) => [.. instance.Value]);
            }
        }
    }

    /// <summary>Starts, events and activities that are on their way, and steps that are not answered.</summary>
    public bool IsQuiet => owed.Values.All(count => count <= 0);

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        continuation(request, responseStream is IServerStreamWriter<WorkItem> work ? (IServerStreamWriter<TResponse>)(object)new Asking(work, this) : responseStream, context);

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        switch (request)
        {
            case CreateInstanceRequest start:
                Owe(start.InstanceId, 1);
                break;
            case RaiseEventRequest raised:
                Owe(raised.InstanceId, 1);
                break;
            case ActivityResponse answer:
                Answer(answer);
                break;
            case OrchestratorResponse answer:
                Answered(answer);
                break;
        }

        try
        {
            return await continuation(request, context);
        }
        catch when (request is CreateInstanceRequest refused)
        {
            Owe(refused.InstanceId, -1);
            throw;
        }
    }

    /// <summary>An activity's answer, which may be changed before the engine has it.</summary>
    protected virtual void Answer(ActivityResponse answer)
    {
    }

    private void Owe(string instance, int change) => owed.AddOrUpdate(instance, change, (_, count) => count + change);

    private void Ask(OrchestratorRequest request)
    {
        lock (gate)
        {
            asked[request.InstanceId] = request;

            // One for the step itself, against the messages that it brings.
            Owe(request.InstanceId, 1 - request.NewEvents.Count(IsMessage));
        }
    }

    private void Answered(OrchestratorResponse response)
    {
        lock (gate)
        {
            var request = asked[response.InstanceId];
            var rows = History.Of([.. request.PastEvents, .. request.NewEvents], response.Actions);
            if (!generations.TryGetValue(response.InstanceId, out var known))
            {
                generations[response.InstanceId] = known = [];
            }

            if (request.PastEvents.Count > 0)
            {
                known.RemoveAt(known.Count - 1);
            }

            known.Add(rows);
            var again = response.Actions.FirstOrDefault(action => action.CompleteOrchestration?.OrchestrationStatus == OrchestrationStatus.ContinuedAsNew);
            var next = again is null ? 0 : 1 + again.CompleteOrchestration.CarryoverEvents.Count(IsMessage);
            Owe(response.InstanceId, response.Actions.Count(action => action.ScheduleTask is not null) + next - 1);
        }
    }

    private static bool IsMessage(HistoryEvent row) =>
        row is { ExecutionStarted: not null } or { EventRaised: not null } or { TaskCompleted: not null } or { TaskFailed: not null };

    private sealed class Asking(IServerStreamWriter<WorkItem> to, Overheard listener) : IServerStreamWriter<WorkItem>
    {
        public WriteOptions? WriteOptions
        {
            get => to.WriteOptions;
            set => to.WriteOptions = value;
        }

        public Task WriteAsync(WorkItem message)
        {
            if (message.OrchestratorRequest is { } request)
            {
                listener.Ask(request);
            }

            return to.WriteAsync(message);
        }
    }
}
