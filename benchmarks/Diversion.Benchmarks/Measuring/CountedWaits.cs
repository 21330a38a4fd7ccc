using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.DurableTask.Protobuf;

namespace Diversion.Benchmarks.Measuring;

/// <summary>How often each workflow has come to its wait: it then asks the engine for a timer.</summary>
internal sealed class CountedWaits : Interceptor
{
    private readonly ConcurrentDictionary<string, int> waits = new(StringComparer.Ordinal);

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (request is OrchestratorResponse answer && answer.Actions.Any(action => action.CreateTimer is not null))
        {
            waits.AddOrUpdate(answer.InstanceId, 1, (_, count) => count + 1);
        }

        return continuation(request, context);
    }

    public async Task Reach(IEnumerable<string> instances, int count, TimeSpan patience)
    {
        using var late = new CancellationTokenSource(patience);
        foreach (var instance in instances)
        {
            while (waits.GetValueOrDefault(instance) < count)
            {
                await Task.Delay(5, late.Token);
            }
        }
    }
}
